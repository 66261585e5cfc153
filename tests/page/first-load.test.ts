// What the page fetches before it trains and samples, and what it leaves for later. In Chromium.
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstLoad } from '../../scripts/page-budget.mjs';
import { launchChromium } from './chromium.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

describe('The first load', () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), startSite()]);
  });
  afterAll(() => Promise.all([browser.close(), site.close()]));

  test('trains and samples with what the budget counts, and a list', async () => {
    const files = await firstLoad(new URL('../../dist', import.meta.url).pathname);
    const counted = new Set(
      Object.values(files).flatMap((paths) => paths.map((path) => basename(path))),
    );
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const withheld: string[] = [];
    await context.route(/\/assets\//, (route) => {
      const name = basename(new URL(route.request().url()).pathname);
      if (counted.has(name)) return route.continue();
      // Never answered: nothing may wait for it.
      withheld.push(name);
      return undefined;
    });
    const page = await context.newPage();
    await page.goto(site.url);
    await page.locator('.names tbody td.counted bdi').first().waitFor();
    await page.click('#train-button');
    await page.locator('.train-state', { hasText: /step [1-9]\d/ }).waitFor();
    expect(withheld.some((name) => name.startsWith('rest-'))).toBe(true);
    await context.close();
  });

  test('trains and samples with the first part of the core; the lesson fetches the rest', async () => {
    // The service worker would fetch all of it, to keep it.
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const urls: string[] = [];
    context.on('request', (request) => urls.push(request.url()));
    const fetched = (part: RegExp) => urls.filter((url) => part.test(url)).length;
    const deferred = /\/makemore\.deferred-[\w-]+\.wasm$/;
    const page = await context.newPage();
    await page.goto(site.url);
    await page.locator('.names tbody td.counted bdi').first().waitFor();
    await page.click('#train-button');
    await page.locator('.train-state', { hasText: /step [1-9]\d/ }).waitFor();
    expect(fetched(/\/makemore-[\w-]+\.wasm$/)).toBe(1);
    expect(fetched(deferred)).toBe(0);
    await page.locator('#lesson').scrollIntoViewIfNeeded();
    await expect.poll(() => fetched(deferred), { timeout: 20_000 }).toBe(1);
    await context.close();
  });
});

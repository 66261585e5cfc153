// The page without a network, with a newer build waiting, with a file shared to it; in a browser that
// lacks something, and in one that keeps nothing. In Chromium.
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page as PlaywrightPage } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { launchChromium } from './chromium.ts';

const built = new URL('../../dist', import.meta.url).pathname;
const title = '.list-title';

describe('Accidents in Chromium', () => {
  let browser: Awaited<ReturnType<typeof launchChromium>>;
  let context: BrowserContext;
  let page: PlaywrightPage;
  let root: string;
  let server: Awaited<ReturnType<typeof serve>>;
  let closed = false;
  const folder = () => join(root, 'some/where');
  const url = () => `${server.url}some/where/`;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'makemore-offline-'));
    const filter = (name: string) => !/\.(br|gz)$/.test(name);
    await cp(built, folder(), { recursive: true, filter });
    server = await serve({ dir: root, port: 0 });
    closed = false;
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    if (!closed) await server.close();
    await rm(root, { recursive: true });
  });

  const shows = (selector: string, text: string, where = page) =>
    where.locator(selector, { hasText: text }).first().waitFor({ timeout: 30_000 });

  async function restart(): Promise<void> {
    const port = Number(new URL(server.url).port);
    await server.close();
    server = await serve({ dir: root, port });
  }

  /** Opens the page and waits until a service worker holds all of it. */
  async function visit(): Promise<void> {
    await page.goto(url());
    await shows(title, 'Given names');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller === null) {
        await new Promise((resolve) => {
          navigator.serviceWorker.addEventListener('controllerchange', resolve);
        });
      }
    });
  }

  /** The same page as another build: another main script, other stations, none of the old ones. */
  async function deployAnother(): Promise<void> {
    const names = await readdir(join(folder(), 'assets'));
    const lesson = names.find((name) => /^lesson-.*\.js$/.test(name)) ?? '';
    const html = await readFile(join(folder(), 'index.html'), 'utf8');
    await writeFile(
      join(folder(), 'index.html'),
      html.replace('<h1>makemore</h1>', '<h1>makemore, again</h1>'),
    );
    const script = join(folder(), 'service-worker.js');
    const source = await readFile(script, 'utf8');
    const changed = source
      .replace(/(url:`index\.html`,revision:`)[0-9a-f]{16}/, '$1ffffffffffffffff')
      .replace(/(registration\.scope\} )[0-9a-f]{16}/, '$1ffffffffffffffff')
      .replaceAll(lesson, `other-${lesson}`);
    expect(changed.match(/f{16}/g)).toHaveLength(2);
    expect(changed).toContain(`other-${lesson}`);
    await cp(join(folder(), 'assets', lesson), join(folder(), 'assets', `other-${lesson}`));
    await rm(join(folder(), 'assets', lesson));
    await writeFile(script, changed);
    // The server read the folder when it started.
    await restart();
  }

  test('works without a network after the first visit, lesson and all', async () => {
    await visit();
    await server.close();
    closed = true;
    await page.reload();
    await shows(title, 'Given names');
    await page.click('#train-button');
    await shows('.train-state', 'step');
    await page.click('#train-button');
    await page.click('#to-lesson');
    await page.locator('.lesson [data-station]').first().waitFor({ timeout: 30_000 });
    // A page of its own, from nothing but the cache.
    const second = await context.newPage();
    await second.goto(`${url()}#list=lecture`);
    await shows(title, 'Lecture names', second);
  });

  test('has a manifest with icons that are there, and takes files', async () => {
    await page.goto(url());
    const found = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
      const address = link?.href ?? '';
      const manifest = (await (await fetch(address)).json()) as {
        icons: { src: string; sizes: string; purpose: string }[];
        start_url: string;
        file_handlers: unknown[];
      };
      const icons = await Promise.all(
        manifest.icons.map(async ({ src, sizes, purpose }) => {
          const image = new Image();
          image.src = new URL(src, address).href;
          await image.decode();
          return { purpose, fits: sizes === 'any' || sizes === `${image.width}x${image.height}` };
        }),
      );
      return { icons, start: new URL(manifest.start_url, address).href, manifest };
    });
    expect(found.start).toBe(url());
    expect(found.icons.every(({ fits }) => fits)).toBe(true);
    expect(found.icons.map(({ purpose }) => purpose)).toContain('maskable');
    expect(found.manifest.file_handlers).toHaveLength(1);
  });

  test('asks before a newer build, keeps the old page whole, and then shows the new one', async () => {
    await visit();
    await deployAnother();
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await shows('.slip[data-about="update"]', 'A new version');
    // Until it is asked for, a page opened anew is of the old build, all of it.
    const second = await context.newPage();
    await second.goto(url());
    await shows(title, 'Given names', second);
    expect(await second.innerText('h1')).toBe('makemore');
    await page.click('.slip[data-about="update"] button:not(.link)');
    await shows('h1', 'makemore, again');
    await shows(title, 'Given names');
    // The tab that was not asked goes on, and still finds the rest of its build.
    expect(await second.innerText('h1')).toBe('makemore');
    await shows('.slip[data-about="update"]', 'Another tab', second);
    await second.click('#to-lesson');
    await second.locator('.lesson [data-station]').first().waitFor({ timeout: 30_000 });
    // Once nobody wants it, the old build goes.
    await second.close();
    await page.reload();
    await shows(title, 'Given names');
    await expect
      .poll(() => page.evaluate(async () => (await caches.keys()).length), { timeout: 20_000 })
      .toBe(1);
  });

  test('opens a list that is shared with the installed page', async () => {
    await visit();
    // As the system posts it. The page itself may send no form.
    const kind = await page.evaluate(async () => {
      const form = new FormData();
      form.append('lists', new File(['anna\nbob\n'], 'shared.txt', { type: 'text/plain' }));
      const options = { method: 'POST', body: form, redirect: 'manual' } as const;
      return (await fetch(new URL('share', document.baseURI), options)).type;
    });
    expect(kind).toBe('opaqueredirect');
    await page.goto(`${url()}?shared`);
    await shows(title, 'shared.txt');
    expect(page.url()).not.toContain('shared');
  });

  test('says exactly what a browser lacks, before anything else', async () => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(() => {
      WebAssembly.validate = () => false;
      const { supports } = CSS;
      CSS.supports = (name: string, value?: string) =>
        value?.startsWith('light-dark') !== true &&
        Boolean(Reflect.apply(supports, CSS, [name, value]));
    });
    await page.goto(url());
    await shows('#crash', 'It lacks: WebAssembly SIMD; the colours of two themes');
    expect(errors).toEqual(['This browser is not supported.']);
    expect(await page.innerText('#crash')).not.toContain('modules');
  });

  for (const [what, forbid] of [
    [
      'forbidden',
      () => {
        for (const name of ['localStorage', 'indexedDB']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('The operation is insecure.', 'SecurityError');
            },
          });
        }
      },
    ],
    [
      'full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
  ] as const) {
    test(`works where storage is ${what}, and says so once`, async () => {
      await page.addInitScript(forbid);
      await page.goto(url());
      await shows(title, 'Given names');
      await page.setInputFiles('#file', {
        name: 'own.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('anna\nbob\nada\n'),
      });
      await shows(title, 'own.txt');
      await page.click('.train-bar button:nth-child(2)');
      await shows('.train-state', 'step 1');
      await shows('.slip[data-about="storage"]', 'Everything works');
      expect(await page.locator('.slip').count()).toBe(1);
      await page.click('.slip button.link');
      await page.click('.train-bar button:nth-child(2)');
      await shows('.train-state', 'step 2');
      await page.waitForFunction(() => location.hash.includes('step=2'));
      expect(await page.locator('.slip').count()).toBe(0);
    });
  }

  test('a worker that the browser ends is replaced', async () => {
    await page.goto(url());
    await shows(title, 'Given names');
    await page.click('.train-bar button:nth-child(2)');
    await shows('.train-state', 'step 1');
    const [worker] = page.workers();
    if (worker === undefined) throw new Error('There is no worker.');
    await worker.evaluate(() => {
      self.close();
    });
    await shows('.slip[data-about="recovery"]', 'Everything is as it was');
    await shows('.train-state', 'step 1');
    expect(page.workers()).toHaveLength(1);
  });
});

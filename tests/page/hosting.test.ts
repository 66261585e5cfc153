// The page on the hosts that docs/hosting.md offers: right headers, and nothing refused. In Chromium.
import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChromium } from './chromium.ts';
import type { Browser } from './driver.ts';
import { startNginx, startStick } from './hosts.ts';
import type { Host } from './hosts.ts';

const dist = new URL('../../dist/', import.meta.url);

const asset = async (pattern: RegExp) => {
  const found = (await readdir(new URL('assets', dist))).find((name) => pattern.test(name));
  if (found === undefined) throw new Error(`dist/assets has none of ${pattern}.`);
  return `assets/${found}`;
};

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser.close());

async function makesNames({ url }: Host): Promise<void> {
  const page = await browser.open();
  await page.goto(url);
  await expect
    .poll(() =>
      page.evaluate(() => document.querySelector('.names td.counted bdi')?.textContent, null),
    )
    .toMatch(/./u);
  expect(page.problems()).toEqual([]);
  await page.close();
}

describe('nginx with hosting/nginx.conf', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startNginx();
  });
  afterAll(() => host.close());
  const header = async (path: string, name: string, accepts = 'gzip, deflate, br') => {
    const { headers } = await fetch(host.url + path, { headers: { 'Accept-Encoding': accepts } });
    return headers.get(name);
  };

  test('serves a page that makes names', () => makesNames(host));

  test("sends the page's own policy", async () => {
    const html = await readFile(new URL('index.html', dist), 'utf8');
    const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
    expect(policy).toMatch(/default-src 'none'/);
    expect(await header('', 'Content-Security-Policy')).toBe(policy);
  });

  test('has hashed files kept for good, and everything else asked for again', async () => {
    for (const path of ['', 'index.html', 'service-worker.js', 'supported.js', 'lists/stars.txt'])
      expect(await header(path, 'Cache-Control'), path).toBe('no-cache');
    for (const pattern of [/\.wasm$/, /^worker-.*\.js$/, /\.css$/])
      expect(await header(await asset(pattern), 'Cache-Control')).toBe(
        'public, max-age=31536000, immutable',
      );
  });

  test('names types as browsers want them', async () => {
    expect(await header(await asset(/\.wasm$/), 'Content-Type')).toBe('application/wasm');
    expect(await header(await asset(/\.js$/), 'Content-Type')).toMatch(
      /javascript; charset=utf-8$/,
    );
    expect(await header('manifest.webmanifest', 'Content-Type')).toMatch(
      /^application\/manifest\+json/,
    );
    expect(await header('lists/greek-names.txt', 'Content-Type')).toBe('text/plain; charset=utf-8');
    expect(await header('', 'X-Content-Type-Options')).toBe('nosniff');
  });

  test('sends the compressed twins', async () => {
    const core = await asset(/^makemore-.*\.wasm$/);
    expect(await header(core, 'Content-Encoding')).toBe('br');
    expect(await header(core, 'Content-Encoding', 'gzip')).toBe('gzip');
    expect(await header(core, 'Content-Encoding', 'identity')).toBe(null);
  });

  test('says that there is no such file, under the same policy', async () => {
    const response = await fetch(`${host.url}nothing/here.js`);
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'/);
  });
});

describe('The server for a stick', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startStick();
  });
  afterAll(() => host.close());

  test('serves a page that makes names', () => makesNames(host));

  test('names types as browsers want them', async () => {
    const { headers } = await fetch(host.url + (await asset(/\.wasm$/)));
    expect(headers.get('Content-Type')).toBe('application/wasm');
  });
});

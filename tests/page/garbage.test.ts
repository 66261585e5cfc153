// A list that is read while the browser collects garbage. In Chromium, which can be told to.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './chromium.ts';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

let browser: Awaited<ReturnType<typeof launchChromium>>;
let site: Site;
let folder: string;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), startSite()]);
  folder = await mkdtemp(join(tmpdir(), 'makemore-garbage-'));
});
afterAll(() => Promise.all([browser.close(), site.close(), rm(folder, { recursive: true })]));

/** In the page: the file that was chosen, dropped as one of this name; the browser takes a while to put it together. */
const dropChosen = (name: string) => {
  const chosen = document.querySelector<HTMLInputElement>('#chosen')?.files?.[0];
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(chosen ? [chosen] : [], name));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
};

test('lists are read to their end whatever is collected meanwhile', async () => {
  await writeFile(join(folder, 'many.txt'), 'anna\nbert\n'.repeat(200_000));
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  let worker = '';
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') worker = sessionId;
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  await page.goto(site.url);
  await page.locator('.names tbody td.counted bdi').first().waitFor();
  await page.evaluate(() => {
    document.body.append(
      Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' }),
    );
  });
  await page.setInputFiles('#chosen', join(folder, 'many.txt'));

  const message = JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' });
  let reading = true;
  const collect = async () => {
    let times = 0;
    for (; reading; times += 1) {
      const done = new Promise((resolve) => {
        session.once('Target.receivedMessageFromTarget', resolve);
      });
      await session.send('Target.sendMessageToTarget', { sessionId: worker, message });
      await done;
      // The worker gets its turn.
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return times;
  };
  const collected = collect();
  try {
    for (const name of ['one', 'two', 'three', 'four', 'five']) {
      await page.evaluate(dropChosen, name);
      await page.locator('.list-title', { hasText: name }).waitFor();
    }
  } finally {
    reading = false;
  }
  expect(await collected).toBeGreaterThan(10);
  await page.close();
});

// bench-page.mjs FOLDER SECONDS: measures the built page in Chromium while it trains at full speed.
// Called by scripts/bench; prints a table.
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const [folder, secondsText] = process.argv.slice(2);
const seconds = Number(secondsText);

/** In the page: what its thread and its screen do in so many milliseconds. */
const watch = (ms) =>
  new Promise((resolve) => {
    const long = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    });
    observer.observe({ type: 'longtask' });
    const step = () =>
      Number(
        /step ([\d,]+)/
          .exec(document.querySelector('.train-state').textContent)[1]
          .replaceAll(',', ''),
      );
    const start = performance.now();
    const firstStep = step();
    let frames = 0;
    const frame = () => {
      frames += 1;
      const elapsed = performance.now() - start;
      if (elapsed < ms) {
        requestAnimationFrame(frame);
        return;
      }
      observer.disconnect();
      const perSecond = (count) => (count * 1000) / elapsed;
      resolve({ frames: perSecond(frames), long, steps: perSecond(step() - firstStep) });
    };
    requestAnimationFrame(frame);
  });

const site = await serve({ dir: folder, port: 0 });
const browser = await chromium.launch({
  executablePath: process.env['MAKEMORE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
  ],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(site.url);
  await page.waitForFunction(() => document.querySelector('.names td.counted bdi')?.textContent);
  await page.evaluate(() => {
    const slider = document.querySelector('#speed');
    slider.value = slider.max;
    slider.dispatchEvent(new Event('input'));
  });
  await page.click('#train-button');
  // The first second is the browser's own: compiling and making room.
  await page.waitForTimeout(1000);
  console.log('view         frames/s   tasks > 50 ms   longest ms      steps/s');
  for (const [view, selector] of [
    ['both', 'label[for="tables-view-both"]'],
    ['difference', 'label[for="tables-view-difference"]'],
  ]) {
    await page.click(selector);
    await page.waitForTimeout(300);
    const { frames, long, steps } = await page.evaluate(watch, seconds * 1000);
    const longest = long.length === 0 ? '-' : Math.max(...long).toFixed(0);
    console.log(
      `${view.padEnd(10)} ${frames.toFixed(1).padStart(10)} ${String(long.length).padStart(15)} ${longest.padStart(12)} ${Math.round(steps).toLocaleString('en-GB').padStart(12)}`,
    );
  }
} finally {
  await browser.close();
  await site.close();
}

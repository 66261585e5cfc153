// The page itself: from navigation to its first names, and its frames while it trains at full speed.
import { median } from '../harness/rounds.mjs';

/** In the page, before anything of it: notes when the first name has been painted. */
const noteFirstNames = () => {
  const look = () => {
    if (document.querySelector('.names td.counted bdi')?.textContent) {
      // After this frame's painting.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => (window.firstNames = performance.now());
      channel.port2.postMessage(null);
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
};

/** In the page: milliseconds from navigation to the first names. */
const untilFirstNames = async () => {
  while (window.firstNames === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  return window.firstNames;
};

/** In the page: what its thread and its screen do in so many milliseconds. */
const watch = (ms) =>
  new Promise((resolve) => {
    const long = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    });
    // Firefox has no such entries, and takes none.
    observer.observe({ type: 'longtask' });
    const stepNow = () => {
      const shown = document.querySelector('.train-state').textContent;
      return Number(/step ([\d,]+)/.exec(shown)[1].replaceAll(',', ''));
    };
    const start = performance.now();
    const firstStep = stepNow();
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
      resolve({
        framesPerSecond: perSecond(frames),
        longTasks: long.length,
        longestTask: Math.max(0, ...long),
        stepsPerSecond: perSecond(stepNow() - firstStep),
      });
    };
    requestAnimationFrame(frame);
  });

async function firstNames(browser, pageUrl, { loads, say }) {
  const cold = [];
  const warm = [];
  for (let i = 0; i < loads; i += 1) {
    // A new context has an empty cache. The third load is warm: browsers keep compiled code from the second on.
    const page = await browser.newPage();
    await page.beforeLoad(noteFirstNames);
    await page.goto(pageUrl);
    cold.push(await page.evaluate(untilFirstNames, null));
    for (const keep of [false, true, true]) {
      await page.goto('about:blank');
      await page.goto(pageUrl);
      const ms = await page.evaluate(untilFirstNames, null);
      if (keep) warm.push(ms);
    }
    await page.close();
    say(`page: first names in ${browser.name}, ${i + 1} of ${loads}`);
  }
  return { id: browser.id, cold: median(cold), warm: median(warm) };
}

async function smoothness(browser, pageUrl, ms) {
  const page = await browser.newPage();
  await page.beforeLoad(noteFirstNames);
  await page.goto(pageUrl);
  await page.evaluate(untilFirstNames, null);
  await page.evaluate(() => {
    const slider = document.querySelector('#speed');
    slider.value = slider.max;
    slider.dispatchEvent(new Event('input'));
    document.querySelector('#train-button').click();
  }, null);
  const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));
  // The first second is the browser's own: compiling and making room.
  await rest(1000);
  const rows = [];
  for (const view of ['both', 'difference']) {
    await page.evaluate(
      (at) => document.querySelector(`label[for="tables-view-${at}"]`).click(),
      view,
    );
    await rest(300);
    rows.push({ id: `${browser.id}-${view}`, ...(await page.evaluate(watch, ms)) });
  }
  await page.close();
  return rows;
}

export async function run({ places, pageUrl, say, quick, seconds }) {
  const firsts = [];
  const frames = [];
  for (const browser of places.filter(({ newPage }) => newPage !== undefined)) {
    firsts.push(await firstNames(browser, pageUrl, { loads: quick ? 2 : 9, say }));
    frames.push(...(await smoothness(browser, pageUrl, seconds * 1000)));
    say(`page: frames in ${browser.name}`);
  }
  return { firstNames: firsts, frames };
}

// Every control of the workbench that the other journeys leave out, in Chromium.
import { beforeEach, describe, expect, test } from 'vitest';
import { startChromium } from './chromium.ts';
import { setStage } from './stage.ts';
import * as bench from './workbench.ts';

const readout =
  /^([^:]+): counted (\d\.\d{4}) \(([\d,]+) of ([\d,]+)\), learned (\d\.\d{4}), difference ([+−]?)(\d\.\d{4})$/;

/** The middle of the cell in this row and column of the first map in sight, at 27 tokens. */
const cellPlace = (place: { row: number; column: number }) => {
  const map = Array.from(document.querySelectorAll('.map')).find((node) => node.clientWidth > 0);
  const box = map?.getBoundingClientRect();
  const side = Math.floor(((map?.clientWidth ?? 0) - 18) / 27);
  return {
    x: (box?.left ?? 0) + 18 + (place.column + 0.5) * side,
    y: (box?.top ?? 0) + 18 + (place.row + 0.5) * side,
  };
};

describe('The workbench in Chromium', () => {
  const stage = setStage(startChromium);
  beforeEach(async () => {
    stage.page = await stage.browser.open();
    await bench.openPage(stage.page, stage.site.url);
  });

  const shownReadout = () =>
    stage.page.evaluate(
      () => document.querySelector('#readout > span:not([hidden])')?.textContent ?? '',
      null,
    );

  test('reads out one cell with its counts, and marks it wherever it stands', async () => {
    const { page } = stage;
    const { x, y } = await page.evaluate(cellPlace, { row: 1, column: 14 });
    await page.point(x, y);
    await bench.untilText(page, '#readout', 'a → n: counted');
    const parts = readout.exec(await shownReadout());
    expect(parts, await shownReadout()).not.toBeNull();
    const [, , counted, count, total, learned, sign, difference] = parts ?? [];
    const number = (text = '') => Number(text.replaceAll(',', ''));
    expect(number(count) / number(total)).toBeCloseTo(number(counted), 3);
    const signed = (sign === '−' ? -1 : 1) * number(difference);
    expect(Math.abs(number(learned) - number(counted) - signed)).toBeLessThan(1.1e-4);
    expect(await bench.text(page, '.row-figure figcaption')).toContain('After a');

    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('#word');
      if (field === null) throw new Error('no word');
      field.value = 'ana';
      field.dispatchEvent(new Event('input'));
    }, null);
    await bench.untilText(page, '.score tr.marked', 'a → n');
    bench.expectClean(page, stage.site.url);
  });

  test('points at cells from the typed name, the bars of a row, and the KL of the rows', async () => {
    const { page } = stage;
    const middle = (selector: string) =>
      page.evaluate((at) => {
        const box = document.querySelector(at)?.getBoundingClientRect();
        return { x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + 12 };
      }, selector);
    const row = await middle('.score tbody tr:nth-child(2)');
    await page.point(row.x, row.y);
    await bench.untilText(page, '#readout', 'a → n:');
    const bar = await middle('.row-chart');
    await page.point(bar.x, bar.y);
    await bench.untilText(page, '#readout', 'a → l:');
    await page.click('label[for="tables-view-difference"]');
    const { x, y } = await page.evaluate(cellPlace, { row: 26, column: 3 });
    await page.point(x, y);
    await bench.untilText(page, '#readout', 'z → c:');
    const bars = await middle('.row-bars');
    await page.point(bars.x, bars.y + 12);
    await bench.untilText(page, '#readout', '. → c:');
    bench.expectClean(page, stage.site.url);
  });

  test('orders the letters by frequency, for pointer and keys alike', async () => {
    const { page } = stage;
    await page.click('label[for="order-frequency"]');
    const { x, y } = await page.evaluate(cellPlace, { row: 1, column: 0 });
    await page.point(x, y);
    await bench.untilText(page, '#readout', 'a → .:');
    await page.evaluate(() => document.querySelector<HTMLElement>('.map')?.focus(), null);
    await page.press('ArrowDown');
    await bench.untilText(page, '#announcer', '→ boundary');
    expect(await shownReadout()).not.toMatch(/^[ab] →/);
    await page.press('Escape');
    await bench.until(
      page,
      'no cell marked',
      () => document.querySelector('#readout .hint:not([hidden])') !== null,
      null,
    );
    bench.expectClean(page, stage.site.url);
  });

  test('writes pairs and counts into cells that are then large enough', async () => {
    const { page } = stage;
    await page.click('#cell-text');
    const extent = await bench.until(
      page,
      'cells with room',
      () => {
        const width = document.querySelector('.map-extent')?.clientWidth ?? 0;
        return width > 27 * 34 && width;
      },
      null,
    );
    expect(extent).toBeLessThan(27 * 49 + 18);
    const pressed = () => document.querySelector('#cell-text')?.getAttribute('aria-pressed');
    expect(await page.evaluate(pressed, null)).toBe('true');
    await page.click('button[aria-label="Larger cells"]');
    await page.click('#cell-text');
    await bench.until(
      page,
      'the toggle up',
      () => document.querySelector('#cell-text')?.getAttribute('aria-pressed') === 'false',
      null,
    );
    bench.expectClean(page, stage.site.url);
  });

  test('has a table behind each chart, and copies it', async () => {
    const { page } = stage;
    await page.click('#row-table');
    await bench.untilText(page, 'dialog[open] caption', 'After boundary, at step 0');
    const rows = () => document.querySelectorAll('dialog[open] tbody tr').length;
    expect(await page.evaluate(rows, null)).toBe(27);
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('#row-of');
      if (select === null) throw new Error('no choice');
      select.value = '1';
      select.dispatchEvent(new Event('change'));
    }, null);
    await bench.untilText(page, 'dialog[open] caption', 'After a,');
    await page.click('dialog[open] .copy-csv');
    await bench.untilText(page, 'dialog[open] .copy-csv', 'Copied');
    await page.press('Escape');
    await page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(page, 1);
    await page.click('#loss-table');
    await bench.untilText(page, 'dialog[open] caption', 'rate 50, L2 0.01. Floors: ln V');
    expect(await page.evaluate(rows, null)).toBe(2);
    await page.press('Escape');
    await page.click('#copy-score');
    await bench.untilText(page, '#copy-score', 'Copied');
    await page.click('.tally .quiet-button');
    await bench.untilText(page, '.tally .quiet-button', 'Copied');
    bench.expectClean(page, stage.site.url);
  });

  test('says what a number means, by pointer and by keyboard, and Esc leaves', async () => {
    const { page } = stage;
    const terms = await page.evaluate(() => document.querySelectorAll('button.term').length, null);
    expect(terms).toBeGreaterThan(20);
    await page.click('.loss-figure .term');
    await bench.untilText(page, '.meaning', 'Lower is better');
    await page.press('Escape');
    expect(await page.evaluate(() => document.querySelector('.meaning'), null)).toBeNull();
    await page.evaluate(() => document.querySelector<HTMLElement>('.facts .term')?.focus(), null);
    await page.press('Enter');
    await bench.untilText(page, '.meaning', 'names the list holds');
    const inside = await page.evaluate(() => {
      const box = document.querySelector('.meaning')?.getBoundingClientRect();
      return (box?.left ?? -1) >= 0 && (box?.bottom ?? Infinity) <= window.innerHeight;
    }, null);
    expect(inside).toBe(true);
    await page.click('#names h2');
    expect(await page.evaluate(() => document.querySelector('.meaning'), null)).toBeNull();
    // Every word explains itself.
    const texts = await page.evaluate(async () => {
      const found: string[] = [];
      for (const each of document.querySelectorAll<HTMLElement>('button.term')) {
        each.click();
        await new Promise(requestAnimationFrame);
        found.push(document.querySelector('.meaning')?.textContent ?? '');
        each.click();
        await new Promise(requestAnimationFrame);
      }
      return found;
    }, null);
    for (const text of texts) expect(text.length).toBeGreaterThan(20);
    bench.expectClean(page, stage.site.url);
  });

  test('rewinds with the keyboard and by pressing the curve, and keeps changes of settings', async () => {
    const { page } = stage;
    const step = '.train-bar button:nth-child(2)';
    for (let i = 0; i < 10; i += 1) await page.click(step);
    await bench.untilStep(page, 10);
    await bench.typeSetting(page, 'Learning rate', '5');
    for (let i = 0; i < 10; i += 1) await page.click(step);
    await bench.untilStep(page, 20);
    const end = await bench.text(page, '.loss-figure .figure');
    await page.evaluate(() => document.querySelector<HTMLElement>('#time-step')?.focus(), null);
    for (let i = 0; i < 15; i += 1) await page.press('ArrowLeft');
    await bench.untilText(page, '.time-place output', '5 of 20');
    await bench.untilText(page, '.train-state', 'step 5');
    await page.press('End');
    await bench.untilText(page, '.train-state', 'step 20');
    expect(await bench.text(page, '.loss-figure .figure')).toBe(end);
    await page.click('#loss-table');
    await bench.untilText(page, 'dialog[open] caption', 'from step 10 rate 5');
    await page.press('Escape');
    await page.click('label[for="steps-scale-log"]');
    await page.click('.chart canvas');
    await bench.until(
      page,
      'another step',
      () => !(document.querySelector('.train-state')?.textContent ?? '').includes('step 20'),
      null,
    );
    const at = await bench.stepCount(page);
    expect(at).toBeLessThan(20);
    bench.expectClean(page, stage.site.url);
  });

  test('shows how far a long replay has come, and gives it up on Cancel', async () => {
    const { page } = stage;
    await page.goto('about:blank');
    await page.goto(`${stage.site.url}#step=10000000`);
    await bench.untilText(page, '.replay:not([hidden])', 'of 10,000,000');
    await bench.until(
      page,
      'some of it done',
      () => (document.querySelector<HTMLProgressElement>('.replay progress')?.value ?? 0) > 0.001,
      null,
    );
    await page.click('#cancel-seek');
    await bench.until(
      page,
      'the replay gone',
      () => document.querySelector('.replay[hidden]') !== null,
      null,
    );
    // It stays where it has come to, and goes on from there.
    const reached = await bench.stepCount(page);
    expect(reached).toBeLessThan(10_000_000);
    await page.click('.train-bar button:nth-child(2)');
    await bench.untilStep(page, reached + 1);
    bench.expectClean(page, stage.site.url);
  });

  test('tells step and value under the pointer on the curve', async () => {
    const { page } = stage;
    await page.click(bench.trainButton);
    await bench.untilStep(page, 30);
    await bench.pause(page);
    const { x, y } = await page.evaluate(() => {
      const box = document.querySelector('.chart canvas')?.getBoundingClientRect();
      return { x: (box?.left ?? 0) + 3, y: (box?.top ?? 0) + 40 };
    }, null);
    await page.point(x, y);
    expect(await bench.untilText(page, '.hovered', 'step 0: 3.')).toMatch(/^step 0: \d\.\d{4}$/);
    bench.expectClean(page, stage.site.url);
  });

  test('draws untrained names from equal chances or from the starting weights', async () => {
    const { page } = stage;
    const untrained = () =>
      Array.from(document.querySelectorAll('.names td.untrained bdi'), (n) => n.textContent).join();
    const uniform = await page.evaluate(untrained, null);
    expect(uniform.length).toBeGreaterThan(100);
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('#untrained');
      if (select === null) throw new Error('no choice');
      select.value = 'initial';
      select.dispatchEvent(new Event('change'));
    }, null);
    await bench.until(
      page,
      'names from the starting weights',
      (before) =>
        Array.from(
          document.querySelectorAll('.names td.untrained bdi'),
          (n) => n.textContent,
        ).join() !== before,
      uniform,
    );
    // Nothing has been learned yet: what the weights draw is what the learned model draws.
    const { learned } = await bench.names(page);
    expect(await page.evaluate(untrained, null)).toBe(learned.join());
    bench.expectClean(page, stage.site.url);
  });

  test('marks the letter at which two names part', async () => {
    const { page } = stage;
    const parted = await page.evaluate(
      () =>
        Array.from(document.querySelectorAll('.names tbody tr'), (row) => {
          const of = (model: string) => row.querySelector(`td.${model} bdi`)?.textContent ?? '';
          const before = (model: string) =>
            row.querySelector(`td.${model} bdi span`)?.textContent ?? '';
          return {
            counted: of('counted'),
            learned: of('learned'),
            countedBefore: before('counted'),
            learnedBefore: before('learned'),
          };
        }),
      null,
    );
    for (const { counted, learned, countedBefore, learnedBefore } of parted) {
      if (counted === learned || counted.startsWith('(') || learned.startsWith('(')) continue;
      expect(countedBefore).toBe(learnedBefore);
      expect(counted[countedBefore.length]).not.toBe(learned[learnedBefore.length]);
    }
    bench.expectClean(page, stage.site.url);
  });

  test('training at full speed computes nothing on the page’s thread', async () => {
    const { page } = stage;
    await bench.chooseSpeed(page, bench.asFastAsPossible);
    await page.click(bench.trainButton);
    await bench.untilStep(page, 1000);
    const before = await bench.stepCount(page);
    // The page's thread does nothing else for a second; training must not notice.
    await page.evaluate(() => {
      const end = performance.now() + 1000;
      while (performance.now() < end);
    }, null);
    await bench.pause(page);
    expect(await bench.stepCount(page)).toBeGreaterThan(before + 10_000);
    // The core is not even there: only the worker has fetched it.
    const fetched = await page.evaluate(
      () => performance.getEntriesByType('resource').map(({ name }) => name),
      null,
    );
    expect(fetched.filter((name) => name.endsWith('.wasm'))).toEqual([]);
    expect(page.requests().filter((name) => name.endsWith('.wasm'))).toHaveLength(1);
    bench.expectClean(page, stage.site.url);
  });

  test('takes the smallest list there is, and one of three hundred letters', async () => {
    const { page } = stage;
    await bench.dropFiles(page, [{ name: 'one.txt', bytes: 'a\naa\n' }]);
    await bench.untilText(page, '.list-title', 'one.txt');
    expect(await bench.fact(page, 'tokens')).toBe('2');
    await page.click('label[for="tables-view-difference"]');
    await page.click(bench.trainButton);
    await bench.untilStep(page, 20);
    await bench.pause(page);
    const large = Array.from({ length: 300 }, (_, i) =>
      [0, 5, 17].map((j) => String.fromCodePoint(0x4e00 + ((i + j) % 300))).join(''),
    ).join('\n');
    await bench.dropFiles(page, [{ name: 'large.txt', bytes: large }]);
    await bench.untilText(page, '.list-title', 'large.txt');
    expect(await bench.fact(page, 'tokens')).toBe('301');
    await page.click(bench.trainButton);
    await bench.untilStep(page, 5);
    await page.click('#cell-text');
    await page.click('label[for="order-frequency"]');
    await page.click('label[for="tables-view-both"]');
    await bench.pause(page);
    bench.expectClean(page, stage.site.url);
  });
});

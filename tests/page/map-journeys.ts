// The heat maps: pointing, order, writing in cells, and lists of any size.
import { expect, test } from 'vitest';
import type { Stage } from './stage.ts';
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

export function mapJourneys(stage: Stage): void {
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
}

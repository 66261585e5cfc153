// The controls of the stations that the walk through the lesson does not need, and lists that are not
// the lecture's.
import { expect, test } from 'vitest';
import { openStation, press, set, untilClaim } from './lesson-journeys.ts';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

export function lessonControlJourneys(stage: Stage): void {
  const select = (id: string, at: number) =>
    stage.page.evaluate(
      (wanted) => {
        const found = document.querySelector<HTMLSelectElement>(`#${wanted.id}`);
        if (found === null) throw new Error(`no ${wanted.id}`);
        found.selectedIndex = wanted.at;
        found.dispatchEvent(new Event('change'));
      },
      { id, at },
    );
  const body = (words: string) => bench.untilText(stage.page, '.station-body', words);

  test('stations 3 and 4: another row, the learned table, back and to the first name', async () => {
    const { page } = stage;
    await openStation(page, 'normalising');
    await untilClaim(page, 'rows add up to 1', true);
    await select('normalising-row', 3);
    await bench.untilText(page, '.station tr.marked', 'c');
    await openStation(page, 'sampling');
    await untilClaim(page, 'Name 1 of seed', true);
    await page.click('#sampling-model-learned');
    await bench.until(
      page,
      'the learned row',
      () => (document.querySelector<HTMLElement>('.station .bars.learned')?.offsetHeight ?? 0) > 0,
      null,
    );
    await press(page, 'Next letter');
    await bench.untilText(page, '.station .rows tr.marked th', '2');
    await press(page, 'Letter back');
    await bench.untilText(page, '.station .rows tr.marked th', '1');
    await press(page, 'Next name');
    await untilClaim(page, 'Name 2 of seed', true);
    await press(page, 'First name');
    await untilClaim(page, 'Name 1 of seed', true);
    bench.expectClean(page, stage.site.url);
  });

  test('stations 5 to 7: how many names, other counts, back an example, another weight and h', async () => {
    const { page } = stage;
    await openStation(page, 'likelihood');
    await body('the product is 0 in float32');
    await set(page, '#underflow-names', '99', 'input');
    await body('100 names');
    await bench.untilText(page, '.station-body', 'product, in float320');
    await set(page, '#example-b', '3', 'input');
    await untilClaim(page, '0.6931, than both pairs once each, 0.6931', true);
    await set(page, '#example-n', '9', 'input');
    await untilClaim(page, 'than both pairs once each, 0.7946', true);
    await openStation(page, 'network');
    await bench.untilText(page, '.station .spelled', 'example 1 of');
    await press(page, 'Next example');
    await bench.untilText(page, '.station .spelled', 'example 2 of');
    await press(page, 'Example back');
    await bench.untilText(page, '.station .spelled', 'example 1 of');
    await openStation(page, 'descent');
    await select('descent-row', 2);
    await body('For b → ');
    await select('descent-column', 5);
    await untilClaim(page, 'For b → e, the two slopes differ by', true);
    await set(page, '#descent-h', '5', 'input');
    await bench.untilText(page, '.station output', '0.05');
    await untilClaim(page, 'For b → e, the two slopes differ by', true);
    bench.expectClean(page, stage.site.url);
  });

  test('stations 8 to 10: another row, each slider, neither, start again, Next', async () => {
    const { page } = stage;
    await openStation(page, 'routes');
    await select('routes-row', 5);
    await body('(e)');
    await openStation(page, 'smoothing');
    await select('smoothing-row', 2);
    await bench.untilText(page, '.station .claim', 'the row after b');
    await press(page, 'Neither');
    await bench.untilText(page, '.station .claim', 'with L2 0, and with 0 added');
    await set(page, '#smoothing-a', '3', 'input');
    await set(page, '#smoothing-l2', '3', 'input');
    await bench.until(
      page,
      'both sliders in the sentence',
      () =>
        !/L2 0,|with 0 added/.test(document.querySelector('.station .claim')?.textContent ?? '0,'),
      null,
    );
    await press(page, 'Next');
    await bench.untilText(page, '#station-title', '10. Why');
    await bench.until(page, 'it', () => document.querySelector('[data-station="beyond"]'), null);
    await set(page, '#beyond-0', 'xqem', 'input');
    await body('.xqem → ?');
    await press(page, 'Predict, sample, append');
    await body('which had probability');
    await press(page, 'Start again');
    await body('Nothing yet but the boundary');
    bench.expectClean(page, stage.site.url);
  });

  test('experiments and lecture mode: how fast, how many names, which sampler', async () => {
    const { page } = stage;
    await openStation(page, 'experiments');
    await set(page, '#break-rate-value', '1', 'input');
    await page.click('#break-rate-guess-falls');
    await page.click('#break-rate-try');
    await bench.untilText(page, '#break-rate', 'With learning rate 10 the loss went');
    await set(page, '#break-tiny-value', '3', 'input');
    await page.click('#break-tiny-guess-worse');
    await page.click('#break-tiny-try');
    await bench.untilText(page, '#break-tiny', 'On its own 5 names');
    await set(page, '#break-tiny-value', '0', 'input');
    await page.click('#break-tiny-try');
    await bench.untilText(page, '#break-tiny', 'On its own 1 names');
    await openStation(page, 'lecture');
    const before = (await bench.names(page)).counted.join();
    await page.click('#lecture-sampler-race');
    await bench.until(
      page,
      'names of the other sampler',
      (then) =>
        Array.from(
          document.querySelectorAll('.names td.counted bdi'),
          (n) => n.textContent,
        ).join() !== then,
      before,
    );
    bench.expectClean(page, stage.site.url);
  });

  test('a list of one letter and one with accents have every station too', async () => {
    const { page } = stage;
    for (const [name, text] of [
      ['one.txt', 'a\naa\naaa\n'],
      ['accents.txt', 'élodie\nzoë\nandré\nнаталья\nzoë\n'],
    ] as const) {
      await bench.dropFiles(page, [{ name, bytes: text }]);
      await bench.untilText(page, '.list-title', name);
      await openStation(page, 'pairs');
      await untilClaim(page, 'and the two ends give', true);
      await openStation(page, 'normalising');
      await untilClaim(page, 'rows add up to 1', true);
      await openStation(page, 'sampling');
      await untilClaim(page, 'in the stretch of its letter', true);
      await openStation(page, 'likelihood');
      await untilClaim(page, 'the product is 0 in float32', true);
      await openStation(page, 'network');
      await untilClaim(page, 'For all', true);
      await openStation(page, 'descent');
      await untilClaim(page, 'the two slopes differ by', true);
      await openStation(page, 'smoothing');
      await press(page, 'Both to the extreme');
      await untilClaim(page, 'both rows are uniform', true);
      await openStation(page, 'beyond');
      await untilClaim(page, 'Both go on in the same way', true);
      await untilClaim(page, 'Each rung knows more and loses less', true);
      expect(await bench.text(page, '.station-body')).not.toMatch(/NaN|undefined/);
    }
    bench.expectClean(page, stage.site.url);
  });
}

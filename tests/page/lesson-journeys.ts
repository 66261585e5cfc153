// The lesson: every station opened, played with, and its claim checked; experiments; lecture mode.
import { expect, test } from 'vitest';
import { phone } from './driver.ts';
import type { Page } from './driver.ts';
import { isLecture, listText } from './lists.ts';
import type { Stage } from './stage.ts';
import * as bench from './workbench.ts';

export const titles: Record<string, string> = {
  pairs: '1. A name is many examples',
  counting: '2. Counting',
  normalising: '3. Normalising, and a trap',
  sampling: '4. Sampling, letter by letter',
  likelihood: '5. Likelihood and loss',
  network: '6. The table as a network',
  descent: '7. The loop, and one step',
  routes: '8. Two routes, one answer',
  smoothing: '9. Smoothing is regularisation',
  beyond: '10. Why one letter is not enough',
  experiments: 'Try to break it',
  lecture: 'Lecture mode',
};

export const stations = Object.keys(titles);

export async function openStation(page: Page, id: string): Promise<void> {
  await page.click('#to-lesson');
  await bench.untilText(page, '#lesson', 'A name is many examples');
  await page.click(`#to-${id}`);
  await bench.untilText(page, '#station-title', titles[id] ?? '');
  await bench.until(
    page,
    `station ${id} filled`,
    (wanted) => document.querySelector<HTMLElement>('.station')?.dataset['station'] === wanted,
    id,
  );
}

/** Waits for a claim with these words, and for its verdict. */
export const untilClaim = (page: Page, words: string, holds: boolean): Promise<boolean> =>
  bench.until(
    page,
    `the claim “${words}”, ${holds ? 'holding' : 'not holding'}`,
    ([wanted, verdict]) =>
      Array.from(document.querySelectorAll<HTMLElement>('.station .claim')).some(
        (node) => node.textContent.includes(wanted ?? '') && node.dataset['holds'] === verdict,
      ),
    [words, String(holds)],
  );

export const set = (page: Page, selector: string, value: string, event: string): Promise<void> =>
  page.evaluate(
    ([at, wanted, type]) => {
      const input = document.querySelector<HTMLInputElement>(at ?? '');
      if (input === null) throw new Error(`no ${at}`);
      input.value = wanted ?? '';
      input.dispatchEvent(new Event(type ?? ''));
    },
    [selector, value, event],
  );

export const press = (page: Page, words: string): Promise<void> =>
  page.evaluate((wanted) => {
    const found = Array.from(document.querySelectorAll<HTMLElement>('.station button')).find(
      (node) => node.textContent === wanted,
    );
    if (found === undefined) throw new Error(`no button ${wanted}`);
    found.click();
  }, words);

export function lessonJourneys(stage: Stage): void {
  test('opens every station, and each stands by its title', async () => {
    for (const id of Object.keys(titles)) await openStation(stage.page, id);
    const current = await bench.text(stage.page, '.station-link[aria-current]');
    expect(current).toContain('Lecture mode');
    await press(stage.page, 'Previous');
    await bench.untilText(stage.page, '#station-title', 'Try to break it');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('station 1 reads a typed name as pairs', async () => {
    await openStation(stage.page, 'pairs');
    await untilClaim(stage.page, '4 letters and the two ends give 5 examples', true);
    await set(stage.page, '#pairs-word', 'ada', 'input');
    await untilClaim(stage.page, '3 letters and the two ends give 4 examples', true);
    await bench.untilText(stage.page, '.station .spelled', '.ada.');
    await set(stage.page, '#pairs-word', 'é', 'input');
    await bench.untilText(stage.page, '.station .problem', 'é');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('station 2 counts, and shares the cell with the tables', async () => {
    await openStation(stage.page, 'counting');
    await untilClaim(stage.page, 'Every row adds up to the same as its column', true);
    await stage.page.evaluate(() => {
      for (const [id, at] of [
        ['counting-from', 1],
        ['counting-to', 14],
      ] as const) {
        const select = document.querySelector<HTMLSelectElement>(`#${id}`);
        if (select === null) throw new Error(id);
        select.selectedIndex = at;
        select.dispatchEvent(new Event('change'));
      }
    }, null);
    await bench.untilText(stage.page, '#readout', 'a → n');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('station 3 falls into the broadcasting trap and says so', async () => {
    await openStation(stage.page, 'normalising');
    await untilClaim(stage.page, 'All 27 rows add up to 1', true);
    await stage.page.click('#normalising-way-columns');
    await untilClaim(stage.page, 'Rows do not add up to 1', false);
    await untilClaim(stage.page, 'nats worse', true);
    await bench.untilText(stage.page, '.station', '27 × 1: one total a row, copied across');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('station 4 steps through the first name of the workbench', async () => {
    await openStation(stage.page, 'sampling');
    await untilClaim(stage.page, 'falls in the stretch of its letter', true);
    for (let i = 0; i < 40; i += 1) await press(stage.page, 'Next letter');
    const [first] = (await bench.names(stage.page)).counted;
    await bench.untilText(stage.page, '.station .spelled', `.${first}.`);
    await press(stage.page, 'Next name');
    await untilClaim(stage.page, 'Name 2 of seed', true);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('station 5 shows the infinite loss, the underflow and the example by hand', async () => {
    await openStation(stage.page, 'likelihood');
    await set(stage.page, '#likelihood-word', 'andrejq', 'input');
    await untilClaim(stage.page, 'so the unsmoothed loss is infinite', true);
    await set(stage.page, '#likelihood-smoothing', '0', 'input');
    await untilClaim(stage.page, 'Give it some smoothing', false);
    await untilClaim(stage.page, 'the product is 0 in float32', true);
    await untilClaim(stage.page, '0.5004, than both pairs once each, 0.9163', true);
    const worked = await bench.text(stage.page, '.station-body');
    for (const figure of ['0.800', '0.200', '0.223', '1.609', '0.916']) {
      expect(worked).toContain(figure);
    }
    bench.expectClean(stage.page, stage.site.url);
  });

  test('station 6 goes forward through a typed name', async () => {
    await openStation(stage.page, 'network');
    await untilClaim(stage.page, 'For all 5 examples', true);
    await set(stage.page, '#network-word', 'al', 'input');
    await untilClaim(stage.page, 'For all 3 examples', true);
    await press(stage.page, 'Next example');
    await bench.untilText(stage.page, '.station .spelled', 'example 2 of 3: a → l');
    await bench.untilText(stage.page, '.matrix figcaption', '3 × 27');
    await bench.untilText(stage.page, '.matrices', 'W 27 × 27');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('station 7 checks a gradient by trying, and takes a step', async () => {
    await openStation(stage.page, 'descent');
    await untilClaim(stage.page, 'the two slopes differ by', true);
    await untilClaim(stage.page, 'lowers the loss', true);
    await press(stage.page, 'Take one step');
    await bench.untilStep(stage.page, 1);
    await untilClaim(stage.page, 'the two slopes differ by', true);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('station 8 finds the log counts and times both routes', async () => {
    await openStation(stage.page, 'routes');
    await untilClaim(stage.page, 'At step 0 the widest gap', false);
    await press(stage.page, 'Time both here');
    await bench.untilText(stage.page, '.station', 'Once the pairs are counted');
    await bench.typeSetting(stage.page, 'L2', '0');
    await bench.chooseSpeed(stage.page, bench.asFastAsPossible);
    await press(stage.page, 'Train');
    await untilClaim(stage.page, 'every weight of a seen pair is its log count', true);
    await press(stage.page, 'Pause');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('station 9 flattens both tables at the extreme', async () => {
    await openStation(stage.page, 'smoothing');
    await bench.untilText(stage.page, '.station .claim', 'away from uniform');
    await press(stage.page, 'Both to the extreme');
    await untilClaim(stage.page, 'both rows are uniform: 1/27 everywhere', true);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('station 10 goes on alike after emm and xqem, and appends letters', async () => {
    await openStation(stage.page, 'beyond');
    await untilClaim(stage.page, 'both end in m', true);
    await untilClaim(stage.page, 'Each rung knows more and loses less: 3.2958', true);
    await set(stage.page, '#beyond-1', 'emma', 'input');
    await untilClaim(stage.page, 'They end in m and a', false);
    await press(stage.page, 'Predict, sample, append');
    await bench.untilText(stage.page, '.station', 'which had probability');
    await bench.untilText(stage.page, '.station', 'makemore_part5_cnn1.ipynb');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('experiments want a prediction first, and answer each', async () => {
    await openStation(stage.page, 'experiments');
    const disabled = await stage.page.evaluate(
      () => document.querySelector<HTMLButtonElement>('#break-rate-try')?.disabled,
      null,
    );
    expect(disabled).toBe(true);
    for (const [id, guess, words] of [
      ['break-rate', 'worse', 'As predicted'],
      ['break-unseen', 'large', 'What happened: the loss is infinite'],
      ['break-tiny', 'better', 'As predicted'],
      ['break-duplicates', 'none', 'predicted'],
    ] as const) {
      await stage.page.click(`#${id}-guess-${guess}`);
      await stage.page.click(`#${id}-try`);
      await bench.untilText(stage.page, `#${id} .claim`, words);
    }
    bench.expectClean(stage.page, stage.site.url);
  });

  test('lecture mode reproduces every published figure from the bundled counts', async () => {
    await openStation(stage.page, 'lecture');
    await bench.untilText(stage.page, '#lecture-tally', 'They belong to the lecture');
    await stage.page.click('#lecture-load');
    await bench.untilText(stage.page, '#lecture-tally', 'All 8 figures of the lecture come out');
    const shown = await bench.text(stage.page, '.station-body');
    for (const figure of [
      '32,033',
      '228,146',
      '2.4540.',
      '2.4546.',
      '3.7693',
      '3.4834',
      'cexze',
      'junide',
    ]) {
      expect(shown).toContain(figure);
    }
    bench.expectClean(stage.page, stage.site.url);
  });

  test('fetching the original list asks one host, and says clearly when there is none', async () => {
    await openStation(stage.page, 'lecture');
    bench.expectClean(stage.page, stage.site.url);
    await stage.page.evaluate(() => {
      Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true });
    }, null);
    await stage.page.click('#lecture-fetch');
    await bench.untilText(stage.page, '.station .problem', 'This machine is offline');
    await stage.page.evaluate(() => {
      Object.defineProperty(navigator, 'onLine', { get: () => true, configurable: true });
      const asked: string[] = [];
      document.documentElement.dataset['asked'] = '';
      window.fetch = (input) => {
        asked.push(input instanceof Request ? input.url : input.toString());
        document.documentElement.dataset['asked'] = asked.join(' ');
        return Promise.resolve(new Response('anna\nbob\n'));
      };
    }, null);
    await stage.page.click('#lecture-fetch');
    await bench.untilText(stage.page, '.station .problem', 'is not the lecture’s list');
    expect(
      await stage.page.evaluate(() => document.documentElement.dataset['asked'], null),
    ).toMatch(/^https:\/\/raw\.githubusercontent\.com\/\S+\/names\.txt$/);
    expect(await bench.text(stage.page, '.list-title')).toContain('Given names');
    if (!isLecture) return;
    await stage.page.evaluate((text) => {
      window.fetch = () => Promise.resolve(new Response(text));
    }, listText);
    await stage.page.click('#lecture-fetch');
    await bench.untilText(stage.page, '.station .problem', 'its SHA-256 is the lecture’s');
    await bench.untilText(stage.page, '#lecture-tally', 'All 8 figures of the lecture come out');
    bench.expectClean(stage.page, stage.site.url);
  });
}

export function lessonOwnPageJourneys(stage: Stage): void {
  test('every station fits a phone', async () => {
    stage.page = await stage.browser.open(phone);
    await bench.openPage(stage.page, stage.site.url);
    for (const id of Object.keys(titles)) {
      await openStation(stage.page, id);
      const width = await stage.page.evaluate(() => document.documentElement.scrollWidth, null);
      expect(width, id).toBeLessThanOrEqual(phone.width);
    }
    bench.expectClean(stage.page, stage.site.url);
  });
}

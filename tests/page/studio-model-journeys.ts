// The models of the studio, in plain words, and a name of one's own.
import { expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import * as studio from './studio.ts';
import * as bench from './workbench.ts';

export function studioModelJourneys(stage: Stage): void {
  test('the learned model says that it is untrained, is trained in place, and its names change', async () => {
    const { page } = stage;
    await studio.openStudio(stage, '#tab=names&starts=a');
    const counted = await studio.names(page);
    await studio.press(page, '#studio-model-learned');
    await bench.untilText(page, '#about-model', 'has not been trained');
    await studio.untilOthers(page, counted);
    const noise = await studio.names(page);
    await page.click('#studio-train');
    await bench.untilText(page, '#about-model', 'Training for');
    await studio.untilOthers(page, noise);
    await page.click('#studio-train');
    await bench.untilText(page, '#studio-train', 'Train on from step');
    expect(await bench.text(page, '#about-model')).toMatch(
      /^Trained for [\d,]+ steps?: loss \d\.\d{4}/,
    );
    await studio.untilAddress(page, 'model=learned');
    bench.expectClean(page, stage.site.url);
  });

  test('smoothing and temperature speak plainly, and come back by the Home key', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    const before = await studio.names(page);
    expect(await bench.text(page, '#studio-smoothing-words')).toContain('only pairs of letters');
    await studio.choose(page, '#studio-smoothing', '60');
    await studio.untilOthers(page, before);
    expect(await bench.text(page, '#studio-smoothing-words')).not.toContain('only pairs');
    const spoken = () =>
      page.evaluate(
        () => document.querySelector('#temperature')?.getAttribute('aria-valuetext'),
        null,
      );
    expect(await spoken()).toBe('1: as the list has it');
    await studio.choose(page, '#temperature', '0');
    await studio.untilAddress(page, 'temperature=0.2');
    expect(await spoken()).toBe('0.2: the most usual letters, hardly any other');
    await page.evaluate(() => document.querySelector<HTMLElement>('#temperature')?.focus(), null);
    await page.press('Home');
    await page.evaluate(
      () => document.querySelector<HTMLElement>('#studio-smoothing')?.focus(),
      null,
    );
    await page.press('Home');
    await studio.untilSame(page, before);
    bench.expectClean(page, stage.site.url);
  });

  test('a name of one’s own: letters, its place among the list’s, the pair that hurts most', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    await studio.typeInto(page, '#own-name', 'Andrejq');
    await bench.untilText(page, '.own-worst', '“q” never comes after “j”');
    expect(await bench.text(page, '#own-name-result')).toContain('cannot come out of this model');
    const letters = await page.evaluate(
      () =>
        Array.from(
          document.querySelectorAll('.own-letters .letter-figure'),
          (node) => node.textContent,
        ),
      null,
    );
    expect(letters).toHaveLength(8);
    expect(letters[6]).toBe('never');
    await studio.typeInto(page, '#own-name', 'marina');
    await bench.untilText(page, '#own-name-result', '“marina” costs');
    expect(await bench.text(page, '#own-name-result')).toMatch(
      /\d+% of the list’s names cost more/,
    );
    expect(
      await page.evaluate(() => document.querySelectorAll('.histogram .bin').length, null),
    ).toBeGreaterThan(5);
    await page.click('.own-line .doors button');
    await studio.untilKept(page, ['marina']);
    await studio.typeInto(page, '#own-name', 'жук');
    await bench.until(
      page,
      'a refusal',
      () => document.querySelector('#own-name')?.getAttribute('aria-invalid') === 'true',
      null,
    );
    expect(await bench.text(page, '#own-name-result')).toContain('ж');
    bench.expectClean(page, stage.site.url);
  });
}

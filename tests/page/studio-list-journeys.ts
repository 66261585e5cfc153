// The lists of the studio: chosen, one's own, blended with weights, and of counts alone.
import { expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import * as studio from './studio.ts';
import * as bench from './workbench.ts';

export function studioListJourneys(stage: Stage): void {
  test('another list makes other names, in its own script', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    await studio.choose(page, '#studio-list', 'hiragana-names');
    await studio.untilAll(page, 'are written in kana', '^\\p{Script=Hiragana}+$');
    await bench.untilText(page, '#studio-list-about', '1,134 names');
    await studio.untilAddress(page, 'list=hiragana-names');
    await page.evaluate(() => {
      history.back();
    }, null);
    await studio.untilAll(page, 'are in Latin letters again', '^[a-z]+$');
    bench.expectClean(page, stage.site.url);
  });

  test('an own list by drop; a start in capitals finds its own letters', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    const list = Array.from(
      { length: 40 },
      (_, i) => `L${'ao'[i % 2] ?? ''}n${'dtk'[i % 3] ?? ''}o`,
    );
    await bench.dropFiles(page, [{ name: 'towns.txt', bytes: list.join('\n') }]);
    await bench.untilText(page, '#studio-list option:checked', 'towns.txt');
    await studio.typeInto(page, '#rule-starts', 'lo');
    await studio.press(page, '#new-only');
    await studio.untilAll(page, 'start with Lo', '^Lo');
    bench.expectClean(page, stage.site.url);
  });

  test('lists are blended with whole-number weights, by a link too', async () => {
    const { page } = stage;
    await studio.openStudio(stage, '#tab=names&list=elements');
    await studio.press(page, '#blend');
    await bench.until(
      page,
      'two lists',
      () => document.querySelectorAll('.list-part').length === 2,
      null,
    );
    await studio.choose(page, '#studio-list-2', 'stars');
    await bench.untilText(page, '#studio-list-about', '460 names');
    await studio.choose(page, '.list-part:nth-child(2) .weight', '3');
    await bench.untilText(page, '#studio-list-about', '1,144 names');
    const hash = await studio.untilAddress(page, 'blend=3');
    expect(hash).toContain('blend=1*elements&blend=3*stars');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const names = await studio.names(page);
    await studio.reopen(stage, hash);
    await studio.untilSame(stage.page, names);
    await studio.press(stage.page, '.list-part:nth-child(2) .back');
    await bench.untilText(stage.page, '#studio-list-about', '118 names');
    await studio.untilAddress(stage.page, 'list=elements');
    bench.expectClean(stage.page, stage.site.url);
  });

  test('an own list is blended too', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    await bench.dropFiles(page, [{ name: 'own.txt', bytes: 'anna\nbob\nada\n' }]);
    await bench.untilText(page, '#studio-list-about', '3 names');
    await bench.untilText(page, '#studio-list option:checked', 'own.txt');
    await studio.press(page, '#blend');
    await studio.choose(page, '#studio-list-2', 'stars');
    await bench.untilText(page, '#studio-list-about', '345 names');
    await studio.untilAddress(page, '*own.txt');
    bench.expectClean(page, stage.site.url);
  });

  test('a list is blended as it was read by itself, over a reload too', async () => {
    const { page } = stage;
    await studio.openStudio(stage, '#tab=names&listed=1');
    const lines = 'Åke;2\nörjan;3\nÅsa;1\nåke;1\n';
    const bytes = Array.from(lines, (letter) => letter.charCodeAt(0));
    await bench.dropFiles(page, [{ name: 'old.txt', bytes }]);
    await bench.untilText(page, '#notice .notice-message', '0xC5');
    await page.click('#remedy');
    const offer = '.slip[data-about="reading"]';
    await bench.untilText(page, offer, 'records of 2 columns');
    await studio.press(page, `${offer} button`);
    await bench.untilText(page, offer, 'Fold to lower case');
    await studio.press(page, `${offer} button`);
    const read = 'windows-1252.semicolon-1-2.fold';
    await studio.untilAddress(page, `read=${read}`);
    await bench.untilText(page, '#studio-list-about', '7 names, 9 letters');
    await studio.press(page, '#blend');
    await studio.choose(page, '#studio-list-2', 'elements');
    await bench.untilText(page, '#studio-list-about', '125 names');
    await studio.untilAddress(page, `blend=1_${read}*`);
    await studio.untilSettled(page);
    const names = await studio.names(page);
    await page.reload();
    await bench.untilText(page, '#studio-list-about', '125 names');
    await studio.untilSame(page, names);
    await studio.press(page, '.list-part:nth-child(2) .back');
    await bench.untilText(page, '#studio-list-about', '7 names, 9 letters');
    await studio.untilAddress(page, `read=${read}`);
    bench.expectClean(page, stage.site.url);
  });

  test('of more names than are kept, ranks are those in a sample', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    const numbers = Array.from({ length: 1_500_000 }, (_, i) => 1_000_000 + i);
    await bench.dropFiles(page, [{ name: 'many.txt', bytes: numbers.join('\n') }]);
    await bench.untilText(page, '#studio-list-about', '1,500,000 names');
    await studio.untilAll(page, 'are numbers', '^\\d+$');
    await bench.untilText(page, '#rank-sample', 'a random sample of 2,500 of the list’s names');
    expect(await bench.text(page, '.name-row .rank')).toMatch(/^(likelier|rarer) than/);
    expect((await studio.badges(page)).join('')).toBe('');
    expect(await bench.text(page, '#new-only-note')).toContain('not all kept');
    await studio.typeInto(page, '#own-name', '1234567');
    await bench.untilText(page, '#own-name-result', 'of a random sample of 2,500');
    await studio.choose(page, '#studio-list', 'stars');
    await bench.untilText(page, '#studio-list-about', '342 names');
    await studio.untilAll(page, 'are in letters', '^\\D*$');
    expect(
      await page.evaluate(() => document.querySelector<HTMLElement>('#rank-sample')?.hidden, null),
    ).toBe(true);
    bench.expectClean(page, stage.site.url);
  });

  test('of a list that only left its counts, nothing is said of its names', async () => {
    const { page } = stage;
    await studio.openStudio(stage, '#tab=names&list=lecture&repeats=1');
    expect((await studio.names(page)).slice(0, 3)).toEqual(['mor', 'axx', 'minaymoryles']);
    expect((await studio.badges(page)).join('')).toBe('');
    expect(
      await page.evaluate(() => {
        const tick = document.querySelector<HTMLInputElement>('#new-only');
        return tick?.disabled === true && !tick.checked;
      }, null),
    ).toBe(true);
    expect(await bench.text(page, '#new-only-note')).toContain('Only the counts');
    bench.expectClean(page, stage.site.url);
  });
}

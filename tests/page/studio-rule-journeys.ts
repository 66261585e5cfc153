// Rules: every kind, what cannot be, what runs out, more like one, and all of it in the address.
import { expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import * as studio from './studio.ts';
import * as bench from './workbench.ts';

const problemAt = (stage: Stage, id: string): Promise<string> =>
  stage.page.evaluate((field) => {
    const input = document.querySelector(`#${field}`);
    const hint = document.querySelector(`#${input?.getAttribute('aria-describedby') ?? ''}`);
    return input?.getAttribute('aria-invalid') === 'true' ? (hint?.textContent ?? '') : '';
  }, id);

export function studioRuleJourneys(stage: Stage): void {
  test('every kind of rule holds, several of a kind too, and all go together', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    await studio.typeInto(page, '#rule-contains', 'a');
    await studio.untilAll(page, 'contain a', 'a');
    await studio.press(page, '#more-rules .rule-list:first-child > button');
    await studio.typeInto(page, '#rule-contains-2', 'l');
    await studio.untilAll(page, 'contain a and l', '^(?=.*a)(?=.*l)');
    await studio.typeInto(page, '#rule-without', 'e');
    await studio.untilAll(page, 'have no e', '^(?=.*a)(?=.*l)[^e]*$');
    await studio.typeInto(page, '#rule-min', '5');
    await studio.typeInto(page, '#rule-max', '7');
    await studio.untilAll(page, 'have 5 to 7 letters', '^(?=.*a)(?=.*l)[^e]{5,7}$');
    const hash = await studio.untilAddress(page, 'max=7');
    expect(hash).toBe('#tab=names&contains=a&contains=l&without=e&min=5&max=7');
    const names = await studio.names(page);
    await studio.reopen(stage, hash);
    await studio.untilSame(stage.page, names);
    await studio.press(stage.page, '#clear-rules');
    await bench.untilText(stage.page, '#request', 'No rules yet');
    await studio.press(stage.page, '#like-this button');
    await studio.untilSame(stage.page, names);
    bench.expectClean(stage.page, stage.site.url);
  });

  test('what cannot be is said at the rule, and the last names stay, greyed', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    await studio.typeInto(page, '#rule-starts', 'ma');
    await studio.untilAll(page, 'start with ma', '^ma');
    const before = await studio.names(page);
    await studio.typeInto(page, '#rule-ends', 'ж');
    await bench.until(
      page,
      'greyed names',
      () => document.querySelector('.name-list.stale') !== null,
      null,
    );
    expect(await problemAt(stage, 'rule-ends')).toContain('ж');
    expect(await problemAt(stage, 'rule-starts')).toBe('');
    expect(await studio.names(page)).toEqual(before);
    await studio.typeInto(page, '#rule-ends', '');
    await studio.untilSame(page, before);
    expect(await problemAt(stage, 'rule-ends')).toBe('');
    await studio.typeInto(page, '#rule-min', '9');
    await studio.typeInto(page, '#rule-max', '3');
    await bench.until(
      page,
      'a reason at the length',
      () => document.querySelector('#rule-length-hint.problem') !== null,
      null,
    );
    await studio.typeInto(page, '#rule-max', 'many');
    await bench.untilText(page, '#rule-length-hint', '“many” is no length');
    bench.expectClean(page, stage.site.url);
  });

  test('when the supply runs out, it says so, and gives what there is', async () => {
    const { page } = stage;
    await studio.openStudio(stage, '#tab=names&max=1&many=100');
    await bench.until(
      page,
      'the supply to run out',
      () => document.querySelector<HTMLElement>('.supply')?.hidden === false,
      null,
    );
    expect((await studio.names(page)).length).toBeLessThan(27);
    expect(await bench.text(page, '.supply > span')).toMatch(/\.$/);
    bench.expectClean(page, stage.site.url);
  });

  test('new only and no repeats are choices; how many and the order too', async () => {
    const { page } = stage;
    await studio.openStudio(stage, '#tab=names&max=4&many=200&temperature=0.5');
    expect(await studio.badges(page)).not.toContain('in the list');
    await studio.press(page, '#new-only');
    await bench.until(
      page,
      'a name of the list',
      () =>
        Array.from(document.querySelectorAll('.badge'), (node) => node.textContent).includes(
          'in the list',
        ),
      null,
    );
    await studio.press(page, '#no-repeats');
    await bench.until(
      page,
      'a repeated name',
      () => {
        const all = Array.from(
          document.querySelectorAll('.name-row:not([hidden]) .name-word bdi'),
          (node) => node.textContent,
        );
        return new Set(all).size < all.length;
      },
      null,
    );
    await studio.choose(page, '#name-order', 'alphabet');
    await bench.until(
      page,
      'names from A to Z',
      () => {
        const all = Array.from(
          document.querySelectorAll('.name-row:not([hidden]) .name-word bdi'),
          (node) => node.textContent,
        );
        return all.join() === [...all].sort().join();
      },
      null,
    );
    await studio.typeInto(page, '#how-many', '7');
    await bench.until(
      page,
      'seven names',
      () => document.querySelectorAll('.name-row:not([hidden])').length === 7,
      null,
    );
    await studio.untilAddress(page, 'listed=1&repeats=1&many=7&by=alphabet');
    bench.expectClean(page, stage.site.url);
  });

  test('more like one name, and back', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    const before = await studio.names(page);
    const name = before.find((each) => each.length > 4) ?? '';
    await studio.press(page, `.name-row [aria-label="More like this: ${name}"]`);
    const { length } = name;
    const start = name.slice(0, 2);
    await studio.untilAll(page, `are like ${name}`, `^${start}.{${length - 3},${length - 1}}$`);
    await studio.press(page, '#like-this button');
    await studio.untilSame(page, before);
    bench.expectClean(page, stage.site.url);
  });

  test('a name shows its letters, each with its figure, and its own chance', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    const [name = ''] = await studio.names(page);
    await studio.press(page, '.name-row:first-child .name-word');
    await bench.until(
      page,
      'its letters',
      () => document.querySelectorAll('.name-row:first-child .letter').length > 0,
      null,
    );
    const shown = await page.evaluate(
      () =>
        Array.from(document.querySelectorAll('.name-row:first-child .letter'), (node) => [
          node.querySelector('bdi')?.textContent ?? '',
          node.querySelector('.letter-figure')?.textContent ?? '',
        ]),
      null,
    );
    expect(shown.map(([letter]) => letter)).toEqual([...name, 'end']);
    for (const [, figure] of shown) expect(figure).toMatch(/%$/);
    expect(await bench.text(page, '.name-row:first-child .name-details p')).toMatch(
      /exactly this name once in [\d,]+ \(log probability −[\d.]+\)/,
    );
    bench.expectClean(page, stage.site.url);
  });
}

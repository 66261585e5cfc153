// The namer's way through the studio, in every browser: names by rules, a shortlist that stays.
import { expect, test } from 'vitest';
import type { Stage } from './stage.ts';
import * as studio from './studio.ts';
import * as bench from './workbench.ts';

export function studioMainJourney(stage: Stage): void {
  test('names come as one types, are kept over a reload, and no heat map is met', async () => {
    const { page } = stage;
    await page.goto(stage.site.url);
    await bench.untilNames(page);
    // The page's own: the service worker may be fetching everything by now. Its sheet comes with the studio, and is the
    // only file of that name that does not also serve links.
    const fetched = await page.evaluate(
      () => performance.getEntriesByType('resource').map(({ name }) => name),
      null,
    );
    expect(fetched.length).toBeGreaterThan(3);
    expect(fetched.filter((address) => /\/studio-[\w-]{8}\.css/.test(address))).toEqual([]);
    await page.click('#to-names');
    await studio.untilNames(page);
    expect(
      await page.evaluate(() => document.querySelector<HTMLElement>('#bench')?.hidden, null),
    ).toBe(true);
    const first = await studio.names(page);
    expect(first).toHaveLength(20);
    expect(new Set(first).size).toBe(20);
    expect(await studio.badges(page)).not.toContain('in the list');

    await studio.typeInto(page, '#rule-starts', 'Ma');
    await studio.untilAll(page, 'start with ma', '^ma');
    await bench.untilText(page, '#request', 'looks like this');
    expect(await bench.text(page, '#request')).toMatch(/^1 name in \d+ looks like this\.$/);
    await studio.typeInto(page, '#rule-ends', 'a');
    await studio.untilAll(page, 'start with ma and end with a', '^ma(.*a)?$');

    const [one, two, three] = await studio.names(page);
    for (const place of [0, 1, 2]) await studio.star(page, place);
    await studio.untilKept(page, [one ?? '', two ?? '', three ?? '']);
    await page.click('.kept:nth-child(3) .kept-doors button:nth-child(1)');
    await studio.untilKept(page, [one ?? '', three ?? '', two ?? '']);
    await studio.typeInto(page, '.kept:nth-child(1) .kept-note', 'the best');
    await page.click('.kept:nth-child(2) .kept-doors button:nth-child(3)');
    await studio.untilKept(page, [one ?? '', two ?? '']);
    await page.click('#shortlist-undo button');
    await studio.untilKept(page, [one ?? '', three ?? '', two ?? '']);

    const before = await studio.names(page);
    // A place to come back to, once nothing has been typed for a while.
    await studio.untilAddress(page, 'ends=a');
    await page.click('#generate');
    await studio.untilOthers(page, before);
    await studio.untilAll(page, 'still keep the rules', '^ma(.*a)?$');
    const after = await studio.names(page);
    const hash = await studio.untilAddress(page, 'seed=');
    expect(hash).toMatch(/^#seed=\d+&tab=names&starts=Ma&ends=a$/);
    await page.evaluate(() => {
      history.back();
    }, null);
    await studio.untilSame(page, before);

    await page.goto('about:blank');
    await studio.openStudio(stage, hash);
    await studio.untilSame(page, after);
    await studio.untilKept(page, [one ?? '', three ?? '', two ?? '']);
    expect(
      await page.evaluate(
        () => document.querySelector<HTMLInputElement>('.kept-note')?.value,
        null,
      ),
    ).toBe('the best');
    bench.expectClean(page, stage.site.url);
  });
}

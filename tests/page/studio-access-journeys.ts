// The studio by keyboard alone, on a phone, and under axe in both themes.
import { expect, test } from 'vitest';
import { violations } from './axe.ts';
import { phone, wide } from './driver.ts';
import type { Stage } from './stage.ts';
import * as studio from './studio.ts';
import * as bench from './workbench.ts';

export function studioAccessJourneys(stage: Stage): void {
  test('keys alone go from the tab through a rule to a name and onto the shortlist', async () => {
    const { page } = stage;
    await bench.openPage(page, stage.site.url);
    await page.evaluate(() => document.querySelector<HTMLElement>('#to-names')?.focus(), null);
    await page.press('Enter');
    await studio.untilNames(page);
    const tabTo = async (selector: string) => {
      for (let i = 0; i < 80; i += 1) {
        await page.press('Tab');
        const there = await page.evaluate(
          (at) => document.activeElement?.matches(at) === true,
          selector,
        );
        if (there) return;
      }
      throw new Error(`Tab does not lead to ${selector}`);
    };
    await tabTo('#rule-starts');
    await page.type('jo');
    await studio.untilAll(page, 'start with jo', '^jo');
    await tabTo('#generate');
    const before = await studio.names(page);
    await page.press(' ');
    await studio.untilOthers(page, before);
    await tabTo('.star');
    await page.press(' ');
    const [first = ''] = await studio.names(page);
    await studio.untilKept(page, [first]);
    await bench.untilText(page, '#announcer', `${first} is on the shortlist.`);
    bench.expectClean(page, stage.site.url);
  });

  test('screen readers hear of new names once the hand rests', async () => {
    const { page } = stage;
    await studio.openStudio(stage);
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      const node = document.querySelector('#announcer');
      if (node === null) throw new Error('no announcer');
      new MutationObserver(() => heard.push(node.textContent)).observe(node, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    }, null);
    for (const letters of ['m', 'ma', 'mar']) await studio.typeInto(page, '#rule-starts', letters);
    await bench.untilText(page, '#announcer', '1 name in');
    const heard = await page.evaluate(
      () => (globalThis as unknown as { heard: string[] }).heard,
      null,
    );
    expect(heard.filter((text) => text.includes('looks like this'))).toHaveLength(1);
  });

  for (const [theme, size] of [
    ['light', wide],
    ['dark', wide],
    ['light', phone],
    ['dark', phone],
  ] as const) {
    test(`axe finds nothing: ${theme}, ${size.width} wide`, async () => {
      await stage.page.close();
      stage.page = await stage.browser.open(size);
      const { page } = stage;
      await studio.openStudio(stage, '#tab=names&starts=ma&word=jqx');
      await page.evaluate(
        (wanted) => document.querySelector<HTMLElement>(`#theme-${wanted}`)?.click(),
        theme,
      );
      for (const place of [0, 1]) await studio.star(page, place);
      await studio.press(page, '.name-row:first-child .name-word');
      await bench.untilText(page, '.name-row:first-child .name-details', 'end');
      for (const fold of ['more-rules', 'more-settings']) {
        await page.evaluate((id) => {
          document.querySelector(`#${id}`)?.setAttribute('open', '');
        }, fold);
      }
      expect(await violations(page)).toEqual([]);
      await studio.typeInto(page, '#rule-ends', 'ж');
      await bench.until(
        page,
        'a refusal',
        () => document.querySelector('.name-list.stale') !== null,
        null,
      );
      await studio.press(page, '.kept:nth-child(1) .kept-doors button:nth-child(3)');
      expect(await violations(page), 'refused').toEqual([]);
      const { wider, small } = await page.evaluate(() => {
        const least = matchMedia('(pointer: coarse)').matches ? 44 : 24;
        const targets = Array.from(
          document.querySelectorAll<HTMLElement>('#studio button, #studio select, #studio input'),
        );
        return {
          wider: document.documentElement.scrollWidth - innerWidth,
          small: targets
            .filter(
              (node) => node.offsetParent !== null && !node.classList.contains('visually-hidden'),
            )
            .filter((node) => !node.matches('[type="checkbox"], .visually-hidden, [hidden], .term'))
            .map((node) => ({ node, box: node.getBoundingClientRect() }))
            .filter(({ box }) => Math.min(box.height, box.width) < least - 0.5)
            .map(({ node, box }) => `${node.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`),
        };
      }, null);
      expect(wider).toBeLessThanOrEqual(0);
      expect(small).toEqual([]);
    });
  }
}

// The shortlist: order by drag and by keys, files, print, undo.
import { expect, test } from 'vitest';
import type { Page } from './driver.ts';
import type { Stage } from './stage.ts';
import * as studio from './studio.ts';
import * as bench from './workbench.ts';

async function keepThree(stage: Stage): Promise<[string, string, string]> {
  await studio.openStudio(stage);
  const [one = '', two = '', three = ''] = await studio.names(stage.page);
  for (const place of [0, 1, 2]) await studio.star(stage.page, place);
  await studio.untilKept(stage.page, [one, two, three]);
  return [one, two, three];
}

/** A pointer that takes the grip of one row to the middle of another. */
const drag = (page: Page, from: number, to: number): Promise<void> =>
  page.evaluate(
    ([start, end]) => {
      const rows = Array.from(document.querySelectorAll('.kept'));
      const grip = rows[start ?? 0]?.querySelector<HTMLElement>('.grip');
      const target = rows[end ?? 0]?.getBoundingClientRect();
      if (grip == null || target === undefined) throw new Error('nothing to drag');
      let captured = false;
      grip.setPointerCapture = () => {
        captured = true;
      };
      grip.hasPointerCapture = () => captured;
      const fire = (type: string, clientY: number) =>
        grip.dispatchEvent(
          new PointerEvent(type, {
            pointerId: 1,
            button: 0,
            clientY,
            bubbles: true,
            cancelable: true,
          }),
        );
      fire('pointerdown', grip.getBoundingClientRect().top);
      fire('pointermove', target.top + target.height / 2);
      fire('lostpointercapture', target.top);
    },
    [from, to],
  );

export function shortlistJourneys(stage: Stage): void {
  test('a name is moved by drag, by its buttons and by Alt with an arrow, keeping the focus', async () => {
    const [one, two, three] = await keepThree(stage);
    const { page } = stage;
    await drag(page, 2, 0);
    await studio.untilKept(page, [three, one, two]);
    await drag(page, 0, 1);
    await studio.untilKept(page, [one, three, two]);
    await page.evaluate(
      (name) => document.querySelector<HTMLElement>(`[aria-label="Note on ${name}"]`)?.focus(),
      two,
    );
    for (const order of [
      [one, two, three],
      [two, one, three],
    ]) {
      await page.evaluate(() => {
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'ArrowUp',
            altKey: true,
            bubbles: true,
            cancelable: true,
          }),
        );
      }, null);
      await studio.untilKept(page, order);
    }
    expect(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-label'), null),
    ).toBe(`Note on ${two}`);
    await bench.untilText(page, '#announcer', `${two} is number 1 of 3.`);
    bench.expectClean(page, stage.site.url);
  });

  test('it is saved as text and as a table that is no formula, and cleared with a way back', async () => {
    const [one, two, three] = await keepThree(stage);
    const { page } = stage;
    await studio.typeInto(page, '.kept:nth-child(2) .kept-note', '=1+1, "x"');
    const text = await studio.saved(page, '.kept-ways button:nth-child(2)');
    expect(text.name).toBe('shortlist.txt');
    expect(studio.textOf(text)).toBe(`${one}\n${two}\n${three}\n`);
    const table = await studio.saved(page, '.kept-ways button:nth-child(3)');
    expect(table.name).toBe('shortlist.csv');
    expect(studio.textOf(table)).toBe(
      `name,note,list\r\n${one},,Given names\r\n${two},"'=1+1, ""x""",Given names\r\n${three},,Given names\r\n`,
    );
    await studio.press(page, '.kept-ways button:nth-child(5)');
    await studio.untilKept(page, []);
    await page.click('#shortlist-undo button');
    await studio.untilKept(page, [one, two, three]);
    bench.expectClean(page, stage.site.url);
  });

  test('on paper there is the shortlist and nothing else', async () => {
    const [one, two, three] = await keepThree(stage);
    const { page } = stage;
    const note = 'for the boat, if it is a girl, as her grandmother would have liked to be called';
    await studio.typeInto(page, '.kept:nth-child(2) .kept-note', note);
    await page.setPaper(true);
    const paper = await page.evaluate(() => document.body.innerText, null);
    await page.setPaper(false);
    expect(paper.split(/\s*\n\s*/).filter((line) => line !== '')).toEqual([
      'Shortlist',
      ...[one, 'Given names', two, note, 'Given names', three, 'Given names'],
    ]);
    bench.expectClean(page, stage.site.url);
  });
}

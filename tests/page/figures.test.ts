// "What does this number mean?" stands beside every number of the workbench: walks all that is shown,
// so that a new figure without an explanation is found, whatever it is called.
import { describe, expect, test } from 'vitest';
import { startChromium } from './chromium.ts';
import { phone, wide } from './driver.ts';
import { setStage } from './stage.ts';
import * as bench from './workbench.ts';

/**
 * The shown numbers (in text, in a field, on a chart) that no word explains: there is none in the group
 * they stand in, nor on their line of the panel.
 */
function unexplained(): string[] {
  const isShown = (node: Element) => node.checkVisibility({ visibilityProperty: true });
  const line = (node: Element) => node.getBoundingClientRect();
  const onLine = (term: Element, node: Element) =>
    line(term).top < line(node).bottom && line(term).bottom > line(node).top;
  function isExplained(node: Element): boolean {
    for (let group = node.parentElement; group !== null; group = group.parentElement) {
      const terms = Array.from(group.querySelectorAll('.term')).filter(isShown);
      if (group.matches('.panel, dialog, body')) return terms.some((term) => onLine(term, node));
      if (terms.length > 0) return true;
    }
    return false;
  }
  const found: string[] = [];
  const check = (node: Element, what: string) => {
    if (isShown(node) && !isExplained(node)) found.push(`${what} in #${node.closest('[id]')?.id}`);
  };
  const within = document.querySelector('dialog[open]') ?? document.querySelector('#bench');
  if (within === null) throw new Error('no workbench');
  const walk = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  while (walk.nextNode() !== null) {
    const node = walk.currentNode.parentElement;
    const text = walk.currentNode.textContent ?? '';
    // Choices are names of things; what only ears hear is said beside a figure that is shown.
    const isFigure =
      /[\d∞]/.test(text) && node?.closest('option, button, .visually-hidden') === null;
    if (isFigure) check(node, text);
  }
  for (const field of within.querySelectorAll<HTMLInputElement>('input:not([type=range])')) {
    if (/\d/.test(field.value)) check(field, field.id || field.ariaLabel || 'a field');
  }
  for (const canvas of within.querySelectorAll('canvas')) check(canvas, 'a chart');
  return found;
}

describe('Every number in Chromium', () => {
  const stage = setStage(startChromium);

  for (const size of [wide, phone]) {
    test(`has its explanation beside it, ${size.width} wide`, async () => {
      stage.page = await stage.browser.open(size);
      const { page } = stage;
      await bench.openPage(page, stage.site.url);
      const expectExplained = async (state: string) => {
        expect.soft(await page.evaluate(unexplained, null), state).toEqual([]);
      };
      await expectExplained('at first');

      await page.click(bench.trainButton);
      await bench.untilStep(page, 20);
      await expectExplained('while training');
      await bench.typeSetting(page, 'Learning rate', '5');
      await bench.untilStep(page, 40);
      await bench.pause(page);
      await page.click('.train-bar button:nth-child(3)');
      await bench.untilText(page, '.past-runs', 'rate 50');
      await page.evaluate(() => document.querySelector<HTMLElement>('.map')?.focus(), null);
      await page.press('ArrowDown');
      await bench.untilText(page, '#readout', 'difference');
      await expectExplained('with a cell and an earlier run');

      await page.click('label[for="tables-view-difference"]');
      await bench.until(
        page,
        'the difference',
        () => (document.querySelector('.row-bars')?.clientWidth ?? 0) > 0,
        null,
      );
      await expectExplained('the difference');
      for (const door of ['#row-table', '#loss-table']) {
        await page.click(door);
        await bench.untilText(page, 'dialog[open] caption', ' ');
        await expectExplained(door);
        await page.press('Escape');
      }
      bench.expectClean(page, stage.site.url);
    });
  }

  test('finds a number that nobody explains', async () => {
    stage.page = await stage.browser.open();
    const { page } = stage;
    await bench.openPage(page, stage.site.url);
    await page.evaluate(() => {
      const stray = document.createElement('p');
      stray.textContent = '3.14';
      document.querySelector('#score')?.append(stray);
    }, null);
    expect(await page.evaluate(unexplained, null)).toEqual(['3.14 in #score']);
  });
});

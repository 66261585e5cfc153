// The whole page by Tab alone, in Chromium: every control is reached, every stop can be seen to hold
// the focus, nothing keeps it, at the width of a desktop and of a page zoomed to twice its size.
import { describe, expect, test } from 'vitest';
import { startChromium } from './chromium.ts';
import { wide } from './driver.ts';
import { setStage } from './stage.ts';
import * as bench from './workbench.ts';

interface Stop {
  name: string;
  isSeen: boolean;
  isMarked: boolean;
}

/** Where the focus is; the page's end is no stop. */
function stopHere(): Stop | null {
  const node = document.activeElement;
  if (!(node instanceof HTMLElement) || node === document.body) return null;
  const name = `${node.tagName.toLowerCase()} ${node.id || node.ariaLabel || node.textContent}`;
  // A choice of two words shows its focus on the word.
  const shown = (node as HTMLInputElement).labels?.[0];
  const marked = node.matches('input[type=radio]') && shown !== undefined ? shown : node;
  const box = marked.getBoundingClientRect();
  const style = getComputedStyle(marked);
  return {
    name,
    isSeen:
      box.width > 0 &&
      box.bottom > 0 &&
      box.top < innerHeight &&
      box.right > 0 &&
      box.left < innerWidth,
    isMarked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
  };
}

/** All that Tab must come to: of a group of radios only the chosen one. */
const countOfControls = () =>
  Array.from(
    document.querySelectorAll<HTMLInputElement>(
      'button:enabled, select:enabled, input:enabled, summary, a[href], [tabindex="0"]',
    ),
  ).filter(
    (node) =>
      node.tabIndex >= 0 &&
      node.checkVisibility({ visibilityProperty: true }) &&
      (node.type !== 'radio' || node.checked),
  ).length;

describe('The keyboard in Chromium', () => {
  const stage = setStage(startChromium);

  for (const size of [wide, { width: 720, height: 450 }]) {
    test(`comes to every control and away from it, ${size.width} wide`, async () => {
      stage.page = await stage.browser.open(size);
      const { page } = stage;
      await bench.openPage(page, stage.site.url);
      await page.click('#to-lesson');
      await bench.until(
        page,
        'a station',
        () => document.querySelector('.contents [aria-current]') !== null,
        null,
      );
      for (let i = 0; i < 2; i += 1) await page.click('.train-bar button:nth-child(2)');
      await page.click('#time-back');
      await bench.untilText(page, '.train-state', 'step 1');
      await page.evaluate(() => {
        document.querySelector<HTMLElement>('.masthead h1')?.setAttribute('tabindex', '-1');
        document.querySelector<HTMLElement>('.masthead h1')?.focus();
      }, null);
      const controls = await page.evaluate(countOfControls, null);
      const stops: Stop[] = [];
      for (let i = 0; i < controls + 5; i += 1) {
        await page.press('Tab');
        const stop = await page.evaluate(stopHere, null);
        if (stop === null) break;
        stops.push(stop);
      }
      expect.soft(stops.length).toBe(controls);
      expect.soft(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
      expect.soft(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
      bench.expectClean(page, stage.site.url);
    });
  }
});

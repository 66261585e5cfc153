// What the journeys do and read on the page, in the words of a user. Knows the page, no browser.
import { expect } from 'vitest';
import type { Page } from './driver.ts';

const patience = 20_000;

/** Waits until `run` gives something true in the page, and returns it. */
export async function until<A, R>(
  page: Page,
  what: string,
  run: (argument: A) => R,
  argument: A,
): Promise<NonNullable<R>> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await page.evaluate(run, argument);
    if (value) return value;
    if (Date.now() > end) {
      const shown = await page.evaluate(() => document.body.innerText.slice(0, 1500), null);
      throw new Error(`Waited in vain for: ${what}. The page shows:\n${shown}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

export const text = (page: Page, selector: string): Promise<string> =>
  page.evaluate((at) => document.querySelector(at)?.textContent ?? '', selector);

export const untilText = async (page: Page, selector: string, part: string): Promise<string> =>
  (await until(
    page,
    `“${part}” in ${selector}`,
    ([at, wanted]) => {
      const found = document.querySelector(at ?? '')?.textContent ?? '';
      return found.includes(wanted ?? '') && found;
    },
    [selector, part],
  )) as string;

export async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await untilText(page, '.list-title', 'Given names');
  await untilNames(page);
  await untilAll(page);
}

/** What comes after the first names. */
export const untilAll = (page: Page): Promise<boolean> =>
  until(
    page,
    'the rest of the lab',
    () =>
      document.querySelector('#word') !== null &&
      document.querySelector('#bundled optgroup') !== null,
    null,
  );

export const untilNames = (page: Page): Promise<string> =>
  until(
    page,
    'names of the count model',
    () => document.querySelector('.names tbody td.counted bdi')?.textContent ?? '',
    null,
  );

export interface Names {
  counted: string[];
  learned: string[];
}

export const names = (page: Page): Promise<Names> =>
  page.evaluate(() => {
    const column = (model: string) =>
      Array.from(document.querySelectorAll(`.names td.${model} bdi`), (n) => n.textContent);
    return { counted: column('counted'), learned: column('learned') };
  }, null);

export const fact = (page: Page, name: string): Promise<string> =>
  page.evaluate((wanted) => {
    const terms = Array.from(document.querySelectorAll('.facts dt'));
    const term = terms.find((node) => node.textContent === wanted);
    return term?.nextElementSibling?.textContent ?? '';
  }, name);

export const lossFigure = async (page: Page): Promise<number> =>
  Number(await text(page, '.loss-figure .figure'));

export const stepCount = async (page: Page): Promise<number> =>
  Number((await text(page, '.train-state')).match(/step ([\d,]+)/)?.[1]?.replaceAll(',', ''));

export const untilStep = (page: Page, least: number): Promise<boolean> =>
  until(
    page,
    `step ${least}`,
    (wanted) => {
      const shown = document.querySelector('.train-state')?.textContent ?? '';
      return Number(shown.match(/step ([\d,]+)/)?.[1]?.replaceAll(',', '')) >= wanted;
    },
    least,
  );

export const trainButton = '#train-button';

export async function pause(page: Page): Promise<void> {
  await page.click(trainButton);
  await untilText(page, trainButton, 'Train');
}

export async function chooseSpeed(page: Page, index: number): Promise<void> {
  await page.evaluate((at) => {
    const slider = document.querySelector<HTMLInputElement>('#speed');
    if (slider === null) throw new Error('no speed');
    slider.value = String(at);
    slider.dispatchEvent(new Event('input'));
  }, index);
}

/** One of the lists that come with the page, by its key. */
export const chooseBundled = (page: Page, name: string): Promise<void> =>
  page.evaluate((wanted) => {
    const chooser = document.querySelector<HTMLSelectElement>('#bundled');
    if (chooser === null) throw new Error('no chooser');
    chooser.value = wanted;
    if (chooser.value !== wanted) throw new Error(`no list ${wanted}`);
    chooser.dispatchEvent(new Event('change'));
  }, name);

export const asFastAsPossible = 4;

export async function typeSetting(page: Page, label: string, value: string): Promise<void> {
  await page.evaluate(
    ([name, typed]) => {
      const field = document.querySelector<HTMLInputElement>(`input[aria-label^="${name},"]`);
      if (field === null) throw new Error(`no field ${name}`);
      field.value = typed ?? '';
      field.dispatchEvent(new Event('change'));
    },
    [label, value],
  );
}

/** Drops files as a user would: real drag events with a DataTransfer that holds them. */
export async function dropFiles(
  page: Page,
  files: { name: string; bytes: number[] | string }[],
): Promise<void> {
  await page.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of given) {
      const content = typeof bytes === 'string' ? bytes : Uint8Array.from(bytes);
      transfer.items.add(new File([content], name, { type: 'text/plain' }));
    }
    const target = document.querySelector('#tables') ?? document.body;
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
      );
    }
  }, files);
}

/** What every word found by this selector says of itself, opened and closed again one by one. */
export const meanings = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(async (words) => {
    const found: string[] = [];
    const until = async (open: boolean) => {
      for (let frame = 0; frame < 60; frame += 1) {
        if ((document.querySelector('.meaning') !== null) === open) return;
        await new Promise(requestAnimationFrame);
      }
    };
    for (const each of document.querySelectorAll<HTMLElement>(words)) {
      each.click();
      await until(true);
      found.push(document.querySelector('.meaning')?.textContent ?? '');
      each.click();
      await until(false);
    }
    return found;
  }, selector);

/** No test may leave an error on the console or have asked another host for anything. */
export function expectClean(page: Page, url: string): void {
  expect(page.problems()).toEqual([]);
  const { origin } = new URL(url);
  const elsewhere = page
    .requests()
    .filter((address) => !address.startsWith(origin) && !address.startsWith(`blob:${origin}`));
  expect(elsewhere).toEqual([]);
  expect(page.requests().length).toBeGreaterThan(3);
}

// What the journeys do and read in the naming studio, in the words of a user. Knows the page, no browser.
import type { Page } from './driver.ts';
import type { Stage } from './stage.ts';
import { until, untilText } from './workbench.ts';

/** Opens the page on an address and waits for names. */
export async function openStudio(stage: Stage, hash = '#tab=names'): Promise<void> {
  await stage.page.goto(stage.site.url + hash);
  await untilNames(stage.page);
}

/** A page of its own, as whoever is sent the link has it. */
export async function reopen(stage: Stage, hash: string): Promise<void> {
  await stage.page.close();
  stage.page = await stage.browser.open();
  await openStudio(stage, hash);
}

export const untilNames = (page: Page): Promise<number> =>
  until(
    page,
    'names in the studio',
    () => document.querySelectorAll('.name-row:not([hidden])').length,
    null,
  );

/** Until the names on the screen are those that the address asks for, and stay. */
export async function untilSettled(page: Page): Promise<void> {
  let before: string | null = null;
  for (let same = 0; same < 5;) {
    const now = (await names(page)).join();
    same = now !== '' && now === before ? same + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}

export const names = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      Array.from(
        document.querySelectorAll('.name-row:not([hidden]) .name-word bdi'),
        (node) => node.textContent,
      ),
    null,
  );

export const badges = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      Array.from(
        document.querySelectorAll('.name-row:not([hidden]) .badge'),
        (node) => node.textContent,
      ),
    null,
  );

export const kept = (page: Page): Promise<string[]> =>
  page.evaluate(
    () => Array.from(document.querySelectorAll('.kept-name'), (node) => node.textContent),
    null,
  );

/** Waits until all names shown are as they should be. */
export const untilAll = (page: Page, what: string, pattern: string): Promise<boolean> =>
  until(
    page,
    `only names that ${what}`,
    (source) => {
      const shown = Array.from(
        document.querySelectorAll('.name-row:not([hidden]) .name-word bdi'),
        (node) => node.textContent,
      );
      const stale = document.querySelector('.name-list.stale') !== null;
      return (
        !stale && shown.length > 0 && shown.every((name) => new RegExp(source, 'u').test(name))
      );
    },
    pattern,
  );

export const untilOthers = (page: Page, before: readonly string[]): Promise<boolean> =>
  until(
    page,
    'other names',
    (old) =>
      Array.from(
        document.querySelectorAll('.name-row:not([hidden]) .name-word bdi'),
        (node) => node.textContent,
      ).join() !== old,
    before.join(),
  );

export const untilSame = (page: Page, wanted: readonly string[]): Promise<boolean> =>
  until(
    page,
    `the names ${wanted.slice(0, 3).join(', ')} …`,
    (all) =>
      Array.from(
        document.querySelectorAll('.name-row:not([hidden]) .name-word bdi'),
        (node) => node.textContent,
      ).join() === all,
    wanted.join(),
  );

/** Types into a field by its keys, in place of what is there. */
export async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await page.evaluate((at) => {
    const field = document.querySelector<HTMLInputElement>(at);
    if (field === null) throw new Error(`no field ${at}`);
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    field.select();
  }, selector);
  if (text === '') await page.press('Backspace');
  else await page.type(text);
}

/** Clicks what may be below the fold, as a press of the finger there would. */
export const press = (page: Page, selector: string): Promise<void> =>
  page.evaluate((at) => {
    const target = document.querySelector<HTMLElement>(at);
    if (target === null) throw new Error(`nothing at ${at}`);
    target.click();
  }, selector);

export const star = (page: Page, place: number): Promise<void> =>
  page.evaluate((at) => {
    document.querySelectorAll<HTMLElement>('.name-row:not([hidden]) .star')[at]?.click();
  }, place);

export const untilKept = (page: Page, wanted: readonly string[]): Promise<boolean> =>
  until(
    page,
    `the shortlist ${wanted.join(', ')}`,
    (all) =>
      Array.from(document.querySelectorAll('.kept-name'), (node) => node.textContent).join() ===
      all,
    wanted.join(),
  );

export const choose = (page: Page, selector: string, value: string): Promise<void> =>
  page.evaluate(
    ([at, wanted]) => {
      const field = document.querySelector<HTMLSelectElement | HTMLInputElement>(at ?? '');
      if (field === null) throw new Error(`no field ${at}`);
      field.value = wanted ?? '';
      field.dispatchEvent(new Event('input'));
      field.dispatchEvent(new Event('change'));
    },
    [selector, value],
  );

export const untilAddress = (page: Page, part: string): Promise<string> =>
  until(
    page,
    `“${part}” in the address`,
    (wanted) => location.hash.includes(wanted) && location.hash,
    part,
  ) as Promise<string>;

export interface Saved {
  name: string;
  bytes: number[];
}

/** What a press hands to the user as a file. */
export async function saved(page: Page, selector: string): Promise<Saved> {
  await page.evaluate(() => {
    const made: Blob[] = [];
    const files: unknown[] = [];
    Object.assign(globalThis, { savedFiles: files });
    URL.createObjectURL = (blob: Blob) => {
      made.push(blob);
      return 'blob:kept';
    };
    HTMLAnchorElement.prototype.click = function click() {
      const name = this.download;
      void made
        .at(-1)
        ?.arrayBuffer()
        .then((buffer) => files.push({ name, bytes: [...new Uint8Array(buffer)] }));
    };
  }, null);
  await press(page, selector);
  return until(
    page,
    'a saved file',
    () => (globalThis as unknown as { savedFiles: Saved[] }).savedFiles.at(-1),
    null,
  );
}

export const textOf = ({ bytes }: Saved): string =>
  new TextDecoder().decode(Uint8Array.from(bytes));

/** The text that a press copies. */
export async function copied(page: Page, selector: string, says: string): Promise<string> {
  await press(page, selector);
  await untilText(page, '#save-said', says);
  return page.evaluate(
    () => document.querySelector<HTMLTextAreaElement>('#save-text')?.value ?? '',
    null,
  );
}

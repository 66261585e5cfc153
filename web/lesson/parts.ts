// The controls and displays that several stations share. Nothing here asks or computes.
import type { SampledName } from '../messages/protocol.ts';
import type { State } from '../state/state.ts';
import { fixed } from '../text/format.ts';
import { axisLabel, spokenLabel, strangerIn, tokenLabel } from '../text/labels.ts';
import { button, el, setText } from '../ui/dom.ts';
import '../styles/word.css';

/** A labelled field. */
export interface Field {
  root: HTMLElement;
  input: HTMLInputElement;
}

/** A word to type. `change` hears it trimmed. */
export function wordField(
  id: string,
  label: string,
  value: string,
  change: (word: string) => void,
): Field {
  const input = el('input', {
    class: 'word',
    attrs: {
      id,
      type: 'text',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      dir: 'auto',
      maxlength: '40',
    },
  });
  input.value = value;
  input.addEventListener('input', () => {
    change(input.value.trim());
  });
  const root = el(
    'div',
    { class: 'field' },
    el('label', { text: label, attrs: { for: id } }),
    input,
  );
  return { root, input };
}

/** The lecture's word, or, where the list cannot spell it, the one that the workbench has. */
export function startingWord(wanted: string, { list, word }: State): string {
  return list === null || strangerIn(wanted, list.alphabet) === null ? wanted : word;
}

/** A choice among the tokens of the list. */
export interface TokenChoice {
  root: HTMLElement;
  draw(alphabet: readonly string[], chosen: number): void;
}

/** One token of the list's alphabet. */
export function tokenChoice(
  id: string,
  label: string,
  change: (token: number) => void,
): TokenChoice {
  const select = el('select', { attrs: { id } });
  select.addEventListener('change', () => {
    change(select.selectedIndex);
  });
  let drawn: readonly string[] | null = null;
  return {
    root: el('div', { class: 'field' }, el('label', { text: label, attrs: { for: id } }), select),
    draw(alphabet, chosen) {
      if (alphabet !== drawn) {
        drawn = alphabet;
        select.replaceChildren(
          ...alphabet.map((_, token) => {
            const word = spokenLabel(alphabet, token);
            const short = tokenLabel(alphabet, token);
            return el('option', { text: word === short ? word : `${short}  (${word})` });
          }),
        );
      }
      if (select.selectedIndex !== chosen) select.selectedIndex = chosen;
    },
  };
}

/** A choice among a few words. */
export interface Choice<T extends string> {
  root: HTMLElement;
  draw(value: T): void;
}

/** A few ways, one of them taken. */
export function choice<T extends string>(
  name: string,
  legend: string,
  ways: readonly { value: T; text: string }[],
  change: (value: T) => void,
): Choice<T> {
  const inputs = ways.map(({ value }) => {
    const input = el('input', { attrs: { type: 'radio', name, id: `${name}-${value}`, value } });
    input.addEventListener('change', () => {
      change(value);
    });
    return input;
  });
  const labels = ways.map(({ value, text }, i) => {
    const input = inputs[i];
    return el('label', { attrs: { for: `${name}-${value}` } }, ...(input ? [input] : []), text);
  });
  return {
    root: el('fieldset', { class: 'ways' }, el('legend', { text: legend }), ...labels),
    draw(value) {
      inputs.forEach((input) => {
        input.checked = input.value === value;
      });
    },
  };
}

/** A table that is filled anew with each drawing. */
export interface Rows {
  root: HTMLElement;
  /** One line a row; what is `null` is left empty. */
  draw(rows: readonly (readonly string[])[], marked?: number): void;
}

/** A table of text whose rows are used again from frame to frame. */
export function rowsTable(caption: string, heads: readonly string[], kind = ''): Rows {
  const body = el('tbody');
  const table = el(
    'table',
    { class: `rows ${kind}` },
    el('caption', { class: 'visually-hidden', text: caption }),
    el(
      'thead',
      {},
      // The corner above the row headings heads nothing.
      el(
        'tr',
        {},
        ...heads.map((text) =>
          text === '' ? el('td') : el('th', { text, attrs: { scope: 'col' } }),
        ),
      ),
    ),
    body,
  );
  const root = el(
    'div',
    { class: 'rows-scroll', attrs: { tabindex: '0', role: 'group', 'aria-label': caption } },
    table,
  );
  return {
    root,
    draw(rows, marked = -1) {
      while (body.children.length > rows.length) body.lastElementChild?.remove();
      rows.forEach((cells, i) => {
        let row = body.children[i];
        if (row === undefined) {
          row = el('tr');
          heads.forEach((_, column) =>
            row?.append(column === 0 ? el('th', { attrs: { scope: 'row' } }) : el('td')),
          );
          body.append(row);
        }
        heads.forEach((_, column) => {
          const cell = row.children[column];
          if (cell !== undefined) setText(cell, cells[column] ?? '');
        });
        row.classList.toggle('marked', i === marked);
      });
    },
  };
}

/** A bar for each token. */
export interface Bars {
  root: HTMLElement;
  draw(alphabet: readonly string[], values: ArrayLike<number>, marked: number | null): void;
}

/** More than this and only the largest are drawn, still in the order of the alphabet. */
const mostBars = 40;

/** One row of a table as bars, a letter under each. */
export function bars(model: 'counted' | 'learned' | 'plain', what: string): Bars {
  const strip = el('div', { class: `bars ${model}`, attrs: { role: 'img', 'aria-label': what } });
  const items: { root: HTMLElement; bar: HTMLElement; label: HTMLElement }[] = [];
  return {
    root: strip,
    draw(alphabet, values, marked) {
      let tokens = Array.from(values, (_, token) => token);
      if (tokens.length > mostBars) {
        tokens = tokens
          .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
          .slice(0, mostBars)
          .sort((a, b) => a - b);
      }
      const most = tokens.reduce((largest, token) => Math.max(largest, values[token] ?? 0), 0);
      while (items.length < tokens.length) {
        const bar = el('span', { class: 'bar' });
        const label = el('span', { class: 'bar-label' });
        const root = el('span', { class: 'bar-slot' }, bar, label);
        items.push({ root, bar, label });
        strip.append(root);
      }
      items.forEach(({ root, bar, label }, i) => {
        const token = tokens[i];
        root.hidden = token === undefined;
        if (token === undefined) return;
        const share = most > 0 ? (values[token] ?? 0) / most : 0;
        bar.style.blockSize = `${share * 100}%`;
        setText(label, axisLabel(alphabet, token));
        root.classList.toggle('marked', token === marked);
      });
      const best = tokens.reduce(
        (top, token) => ((values[token] ?? 0) > (values[top] ?? 0) ? token : top),
        tokens[0] ?? 0,
      );
      const label = `${what}: largest at ${spokenLabel(alphabet, best)}, ${fixed(values[best] ?? 0, 4)}`;
      if (strip.getAttribute('aria-label') !== label) strip.setAttribute('aria-label', label);
    },
  };
}

/** Names in a line, cut ones marked. */
export interface NameLine {
  root: HTMLElement;
  draw(names: readonly SampledName[]): void;
}

/** Names in a line of text. */
export function nameLine(title: string, kind: string): NameLine {
  const text = el('span', { class: 'drawn-names' });
  return {
    root: el('p', { class: `name-line ${kind}` }, el('strong', { text: title }), text),
    draw(names) {
      const shown = names.map(({ name, cut }) => {
        const letters = Array.from(name);
        const short = letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : name;
        return short === '' ? '(no letters)' : cut && !short.endsWith('…') ? `${short}…` : short;
      });
      setText(text, shown.join('  '));
    },
  };
}

/** A figure with its name above it. */
export function figure(name: string): { root: HTMLElement; draw: (text: string) => void } {
  const value = el('dd', { text: ' ' });
  return {
    root: el('div', { class: 'quantity' }, el('dt', { text: name }), value),
    draw: (text) => {
      setText(value, text);
    },
  };
}

/** Figures side by side. */
export const figures = (...items: { root: HTMLElement }[]): HTMLElement =>
  el('dl', { class: 'quantities' }, ...items.map(({ root }) => root));

/** What to do in a station: its controls, set off from the text. */
export const play = (...children: Node[]): HTMLElement => el('div', { class: 'play' }, ...children);
/** Controls side by side. */
export const controls = (...children: Node[]): HTMLElement =>
  el('div', { class: 'controls' }, ...children);

/** Where a station says what went wrong. */
export function problemLine(): { root: HTMLElement; draw: (message: string) => void } {
  const root = el('p', { class: 'problem', attrs: { role: 'status' } });
  return {
    root,
    draw: (message) => {
      setText(root, message);
    },
  };
}

export { button };

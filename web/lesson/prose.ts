// Running text: paragraphs with *emphasis* and `code`, claims that are checked, and formulas.
import { el, icon, setText } from '../ui/dom.ts';

/** `*…*` is emphasis, `` `…` `` is code; nothing else is special. */
export function inline(text: string): Node[] {
  return text.split(/(\*[^*]+\*|`[^`]+`)/).map((part) => {
    if (part.startsWith('*') && part.length > 2) return el('em', { text: part.slice(1, -1) });
    if (part.startsWith('`') && part.length > 2) return el('code', { text: part.slice(1, -1) });
    return document.createTextNode(part);
  });
}

/** A paragraph; strings may hold *emphasis* and `code`. */
export function p(...parts: (string | Node)[]): HTMLParagraphElement {
  return el(
    'p',
    {},
    ...parts.flatMap((part) => (typeof part === 'string' ? inline(part) : [part])),
  );
}

/** A usual misunderstanding, said where it arises. */
export function aside(title: string, text: string): HTMLElement {
  return el(
    'div',
    { class: 'beware', attrs: { role: 'note' } },
    el('strong', { text: title }),
    p(text),
  );
}

/** A heading inside a station. */
export function heading(text: string): HTMLElement {
  return el('h4', { text });
}

/** Lines of code, as they are. */
export function code(...lines: string[]): HTMLElement {
  return el(
    'pre',
    { class: 'code', attrs: { tabindex: '0' } },
    el('code', { text: lines.join('\n') }),
  );
}

const tick = 'M6.400 12.600 1.900 8.100l1.200-1.200 3.300 3.300 6.500-6.500 1.200 1.200z';
const cross =
  'M3.300 2.200 8 6.900l4.700-4.700 1.100 1.100L9.100 8l4.700 4.700-1.100 1.100L8 9.100l-4.700 4.700-1.100-1.100L6.900 8 2.200 3.300z';

/** A sentence that is checked against the numbers on the page. */
export interface Claim {
  root: HTMLElement;
  /** `null` while it has not been checked. */
  draw(holds: boolean | null, text: string): void;
}

/** A sentence with the verdict before it, in a shape and in words. */
export function claim(): Claim {
  const mark = el('span', { class: 'claim-mark' });
  const yes = icon(tick);
  const no = icon(cross);
  const verdict = el('span', { class: 'visually-hidden' });
  const text = el('span');
  const root = el('p', { class: 'claim' }, mark, verdict, text);
  let shown: boolean | null | undefined;
  return {
    root,
    draw(holds, words) {
      setText(text, words);
      if (holds === shown) return;
      shown = holds;
      mark.replaceChildren(...(holds === null ? [] : [holds ? yes : no]));
      setText(verdict, holds === null ? '' : holds ? 'Checked: ' : 'Not so here: ');
      if (holds === null) delete root.dataset['holds'];
      else root.dataset['holds'] = String(holds);
    },
  };
}

const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

function mathNode(
  tag: keyof MathMLElementTagNameMap,
  ...children: (Node | string)[]
): MathMLElement {
  const node = document.createElementNS(mathNamespace, tag);
  node.append(...children);
  return node;
}

type Part = string | Node;

/** A string becomes numbers, signs and names, each set as what it is. */
function parts(items: readonly Part[]): Node[] {
  return items.flatMap((item) => {
    if (typeof item !== 'string') return [item];
    return (item.match(/[\d.]+|\p{L}+|\S/gu) ?? []).map((word) => {
      if (/^[\d.]*\d$/.test(word)) return mathNode('mn', word);
      return mathNode(/^\p{L}+$/u.test(word) ? 'mi' : 'mo', word);
    });
  });
}

const group = (items: readonly Part[]): Node => mathNode('mrow', ...parts(items));
const list = (item: Part | readonly Part[]): readonly Part[] =>
  typeof item === 'string' || item instanceof Node ? [item] : item;

/** A base with an index below, in MathML. */
export const sub = (base: Part, index: Part | readonly Part[]): Node =>
  mathNode('msub', group(list(base)), group(list(index)));
/** A base with a power above, in MathML. */
export const sup = (base: Part, power: Part | readonly Part[]): Node =>
  mathNode('msup', group(list(base)), group(list(power)));
/** A fraction in MathML. */
export const frac = (over: Part | readonly Part[], under: Part | readonly Part[]): Node =>
  mathNode('mfrac', group(list(over)), group(list(under)));
/** The sign of a sum with what it runs over, in MathML. */
export const sumOver = (index: Part | readonly Part[]): Node =>
  mathNode('munder', mathNode('mo', '∑'), group(list(index)));

/** A formula on a line of its own. */
export function formula(...items: Part[]): HTMLElement {
  const math = mathNode('math', group(items));
  math.setAttribute('display', 'block');
  return el(
    'div',
    { class: 'formula', attrs: { tabindex: '0', role: 'group', 'aria-label': 'Formula' } },
    math,
  );
}

// What every name must keep: start, end, parts, length. Draws; the core decides what can be.
import type { Actions } from '../control/actions.ts';
import { areFree, longestLength, readWhole } from '../links/studio.ts';
import type { CountedList } from '../messages/protocol.ts';
import type { NameRules, RequestField } from '../messages/studio-questions.ts';
import type { State } from '../state/state.ts';
import { freeRules } from '../state/studio-defaults.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import { term } from '../ui/meaning.ts';
import { fold } from './fold.ts';
import { ruleField, ruleList } from './rule-field.ts';

/** Why nothing can be drawn, where it stands. */
export interface RuleProblem {
  field: RequestField | null;
  index: number;
  message: string;
}

function lengthField(id: string, label: string, change: (text: string) => void) {
  const input = el('input', {
    class: 'rule-input length',
    attrs: {
      type: 'text',
      id,
      inputmode: 'numeric',
      autocomplete: 'off',
      placeholder: 'any',
      'aria-label': label,
      'aria-describedby': 'rule-length-hint',
    },
  });
  input.addEventListener('input', () => {
    change(input.value);
  });
  return input;
}

/** The panel, in its place. */
export function rulesPanel(
  root: HTMLElement,
  actions: Actions,
  clearAll: (rules: NameRules) => void,
) {
  let rules: NameRules = freeRules;
  let example = '';
  const change = (changes: Partial<NameRules>) => {
    rules = { ...rules, ...changes };
    actions.setStudio({ rules });
  };
  const such = (part: string) => () => (part === '' || example === '' ? '' : `such as ${part}`);
  const letters = (from: number, to?: number) => () =>
    such(Array.from(example).slice(from, to).join(''))();

  const starts = ruleField({
    id: 'rule-starts',
    label: 'Starts with',
    hint: letters(0, 2),
    change: (startsWith) => {
      change({ startsWith });
    },
  });
  const ends = ruleField({
    id: 'rule-ends',
    label: 'Ends with',
    hint: letters(-2),
    change: (endsWith) => {
      change({ endsWith });
    },
  });
  const contains = ruleList({
    id: 'rule-contains',
    label: 'Contains',
    hint: letters(1, 3),
    change: (parts) => {
      change({ contains: parts });
    },
  });
  const without = ruleList({
    id: 'rule-without',
    label: 'Does not contain',
    hint: letters(-1),
    change: (notContains) => {
      change({ notContains });
    },
  });

  let lengthProblem: string | null = null;
  const readLength = (text: string, least: number): number | null =>
    text.trim() === '' ? null : readWhole(text, least, longestLength);
  const lengths = () => {
    const minLength = readLength(from.value, 0);
    const maxLength = readLength(to.value, 1);
    const unread = [from, to].find(
      ({ value }, i) => value.trim() !== '' && (i === 0 ? minLength : maxLength) === null,
    );
    lengthProblem =
      unread === undefined
        ? null
        : `“${unread.value.trim()}” is no length: type a whole number from 1 to ${longestLength}.`;
    // What cannot be read changes nothing yet.
    if (lengthProblem === null) change({ minLength: minLength ?? 0, maxLength });
    else drawLength(null);
  };
  const from = lengthField('rule-min', 'Shortest length', lengths);
  const to = lengthField('rule-max', 'Longest length', lengths);
  const lengthHint = el('p', { class: 'rule-hint', attrs: { id: 'rule-length-hint' } });
  const lengthRule = el(
    'div',
    { class: 'rule rule-length', attrs: { role: 'group', 'aria-label': 'Length' } },
    term('Length', 'nameLength'),
    el(
      'div',
      { class: 'lengths' },
      el('span', { text: 'from' }),
      from,
      el('span', { text: 'to' }),
      to,
      el('span', { text: 'letters' }),
    ),
    lengthHint,
  );
  const clear = button(
    'Clear all rules',
    () => {
      lengthProblem = null;
      clearAll(rules);
      starts.input.focus({ preventScroll: true });
    },
    { class: 'quiet-button', attrs: { id: 'clear-rules', hidden: '' } },
  );
  const general = el('p', {
    class: 'rule-hint problem',
    attrs: { id: 'rules-problem', hidden: '' },
  });
  const more = fold(
    'More rules',
    'more-rules',
    el('div', { class: 'rule-grid' }, contains.root, without.root, lengthRule),
  );
  root.append(el('div', { class: 'rule-grid' }, starts.root, ends.root), more.root, general, clear);

  function drawLength(problem: string | null): void {
    const message = lengthProblem ?? problem;
    lengthHint.classList.toggle('problem', message !== null);
    setText(lengthHint, message ?? '');
    for (const input of [from, to]) input.setAttribute('aria-invalid', String(message !== null));
  }

  const write = (input: HTMLInputElement, text: string) => {
    if (document.activeElement !== input && input.value !== text && lengthProblem === null) {
      input.value = text;
    }
  };

  let listSeen: CountedList | null = null;
  let hadMore = false;
  return {
    /** `anyName`: a name in the list's own letters, to take examples from. */
    draw({ studio, list }: State, problem: RuleProblem | null, anyName: string): void {
      ({ rules } = studio);
      // Rules that a link or a name brought are not folded away.
      const hasMore = !areFree({ ...rules, startsWith: '', endsWith: '' });
      if (hasMore && !hadMore) more.unfold();
      hadMore = hasMore;
      if (list !== listSeen || example === '') {
        example = anyName;
        listSeen = list;
      }
      const at = (field: RequestField) => (problem?.field === field ? problem.message : null);
      starts.draw(rules.startsWith, at('startsWith'));
      ends.draw(rules.endsWith, at('endsWith'));
      contains.draw(rules.contains, problem?.field === 'contains' ? problem : null);
      without.draw(rules.notContains, problem?.field === 'notContains' ? problem : null);
      write(from, rules.minLength > 0 ? String(rules.minLength) : '');
      write(to, rules.maxLength === null ? '' : String(rules.maxLength));
      drawLength(at('minLength') ?? at('maxLength'));
      const here: readonly (RequestField | null)[] = [
        'startsWith',
        'endsWith',
        'contains',
        'notContains',
        'minLength',
        'maxLength',
      ];
      const elsewhere = problem !== null && !here.includes(problem.field) ? problem.message : null;
      show(general, elsewhere !== null);
      setText(general, elsewhere ?? '');
      show(clear, !areFree(rules));
    },
  };
}

// The list: what it holds, and the three ways to another one. Draws; reads no file itself.
import type { Actions } from '../actions.ts';
import { button, el, setText, show } from '../dom.ts';
import { bytes, count } from '../format.ts';
import { tokenLabel } from '../labels.ts';
import type { CountedList } from '../protocol.ts';
import type { Loading, State } from '../state.ts';
import { listChooser } from '../ui/list-chooser.ts';
import { askMark, term } from '../ui/meaning.ts';
import { visible } from '../visible.ts';

const factNames = ['names', 'distinct', 'bigrams', 'tokens', 'lengths'] as const;

export function dataPanel(root: HTMLElement, actions: Actions, openPaste: () => void) {
  const listName = el('bdi', { text: ' ' });
  const title = el('div', { class: 'list-title' }, el('p', {}, listName));
  const bundled = listChooser((name) => {
    actions.loadNamed(name);
  });
  const facts = new Map<string, HTMLElement>();
  const table = el('dl', { class: 'facts' });
  for (const name of factNames) {
    const value = el('dd', { text: '–' });
    facts.set(name, value);
    table.append(el('div', {}, el('dt', {}, term(name, name)), value));
  }
  const alphabet = el('p', { class: 'alphabet', attrs: { 'aria-label': 'Tokens', dir: 'ltr' } });

  const picker = el('input', {
    class: 'visually-hidden',
    attrs: {
      type: 'file',
      id: 'file',
      accept: '.txt,.csv,.tsv,.list,text/*',
      tabindex: '-1',
      'aria-hidden': 'true',
    },
  });
  picker.addEventListener('change', () => {
    const file = picker.files?.[0];
    if (file !== undefined) actions.loadFile(file);
    // The same file chosen again is a new wish: it may have changed on the disk.
    picker.value = '';
  });

  const doors = el(
    'div',
    { class: 'doors' },
    button(
      'Choose a file',
      () => {
        picker.click();
      },
      { attrs: { id: 'choose' } },
    ),
    button('Paste', openPaste, { attrs: { id: 'paste' } }),
    bundled.root,
  );
  const hint = el('p', {
    class: 'hint',
    text: 'Or drop a list anywhere, one name a line. It stays on this machine.',
  });
  const bar = el('progress', { attrs: { max: '1', 'aria-label': 'Reading the list' } });
  const progressText = el('span', { class: 'numeric' });
  const loading = el(
    'div',
    { class: 'loading', attrs: { hidden: '' } },
    bar,
    progressText,
    askMark('Reading', 'reading'),
    button('Cancel', () => {
      actions.cancelLoad();
    }),
  );
  root.append(
    title,
    table,
    alphabet,
    doors,
    picker,
    el('div', { class: 'hint-slot' }, hint, loading),
  );

  let drawn: CountedList | null = null;
  let drawnLoading: Loading | null = null;

  const known = (figure: number | null) => (figure === null ? 'not known' : count(figure));

  function drawList(list: CountedList): void {
    setText(listName, visible(list.title));
    const { names, distinctNames, shortest, longest } = list.report;
    const texts: Record<(typeof factNames)[number], string> = {
      names: count(names),
      distinct: known(distinctNames),
      bigrams: count(list.bigrams),
      tokens: count(list.alphabet.length),
      lengths: shortest === longest ? known(shortest) : `${known(shortest)} to ${known(longest)}`,
    };
    for (const name of factNames) setText(facts.get(name) ?? root, texts[name]);
    const labels = list.alphabet.map((_, id) => tokenLabel(list.alphabet, id));
    setText(alphabet, labels.join(' '));
    alphabet.title = labels.slice(0, 400).join(' ');
  }

  function drawLoading(now: Loading | null): void {
    show(hint, now === null);
    show(loading, now !== null);
    if (now === null) return;
    if (now.total > 0) bar.value = now.bytes / now.total;
    setText(progressText, `${bytes(now.bytes)} of ${bytes(now.total)}`);
  }

  return {
    draw(state: State): void {
      if (state.list !== null && state.list !== drawn) drawList((drawn = state.list));
      if (state.loading === null) bundled.draw(state.origin);
      if (state.loading !== drawnLoading) drawLoading((drawnLoading = state.loading));
    },
  };
}

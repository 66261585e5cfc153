// The list: what it holds, and the three ways to another one. Draws; reads no file itself.
import type { Actions } from '../control/actions.ts';
import type { CountedList } from '../messages/protocol.ts';
import type { Loading, State } from '../state/state.ts';
import { count, plural } from '../text/format.ts';
import { tokenLabel } from '../text/labels.ts';
import { visible } from '../text/visible.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import { later } from '../ui/later.ts';
import { listField } from '../ui/list-field.ts';
import type { loadingBar } from '../ui/loading-bar.ts';
import { term } from '../ui/meaning.ts';

type LoadingBar = ReturnType<typeof loadingBar>;

const factNames = ['names', 'distinct', 'bigrams', 'tokens', 'lengths'] as const;

/** How many names, with what was left out of them. */
function namesText({ report, reading }: CountedList): string {
  const { names, distinctNames, skipped } = report;
  const once = reading.once && distinctNames !== null ? `${count(distinctNames)} of ` : '';
  return `${once}${count(names)}${skipped === 0 ? '' : ` (${plural(skipped, 'line')} passed over)`}`;
}

/** The panel, in its place on the page. */
export function dataPanel(root: HTMLElement, actions: Actions, openPaste: () => void) {
  const listName = el('bdi', { text: ' ' });
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
    listField('bundled', 'Lists to start from'),
  );
  const hint = el('p', {
    class: 'hint',
    text: 'Or drop a list anywhere, one name a line. It stays on this machine.',
  });
  const slot = el('div', { class: 'hint-slot' }, hint);
  const reading = later(() => import('../ui/loading-bar.ts'), actions.refuse);
  let bar: LoadingBar | null = null;

  const reported = later(() => import('../report/dialog.ts'), actions.refuse);
  const reportDoor = button(
    'Report',
    () => {
      reported(({ openReport }) => {
        if (drawn !== null) openReport(drawn, actions);
      });
    },
    { class: 'quiet-button', attrs: { id: 'report' } },
  );
  const title = el('div', { class: 'list-title' }, el('p', {}, listName), reportDoor);
  root.append(title, table, alphabet, doors, picker, slot);

  let drawn: CountedList | null = null;
  let drawnLoading: Loading | null = null;

  const known = (figure: number | null) => (figure === null ? 'not known' : count(figure));

  function drawList(list: CountedList): void {
    setText(listName, visible(list.title));
    const { distinctNames, shortest, longest } = list.report;
    // A list by its counts alone has been read from nothing.
    show(reportDoor, list.report.bytes > 0);
    const texts: Record<(typeof factNames)[number], string> = {
      names: namesText(list),
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
    drawnLoading = now;
    // A short list is read before there is anything to say.
    if (now !== null && now.bytes > 0 && bar === null) {
      reading(({ loadingBar }) => {
        if (bar === null) slot.append((bar = loadingBar(actions.cancelLoad)).root);
        drawLoading(drawnLoading);
      });
    }
    show(hint, now === null || bar === null);
    bar?.draw(now);
  }

  return {
    draw(state: State): void {
      if (state.list !== null && state.list !== drawn) drawList((drawn = state.list));
      if (state.loading !== drawnLoading) drawLoading(state.loading);
    },
  };
}

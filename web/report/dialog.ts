// All that was found in a list, and how else it could be read. A dialog, fetched when it is first opened;
// what it shows is as of the moment it was opened.
import type { Actions } from '../control/actions.ts';
import type { CountedList } from '../messages/protocol.ts';
import type { FullReport, SkippedLines } from '../messages/questions.ts';
import { bytes, count, fixed, plural } from '../text/format.ts';
import { spokenLabel, tokenLabel } from '../text/labels.ts';
import type { MeaningName } from '../text/meanings.ts';
import { visible } from '../text/visible.ts';
import { button, el } from '../ui/dom.ts';
import { term } from '../ui/meaning.ts';
import { twinDialog } from '../ui/table-twin.ts';
import type { TwinDialog } from '../ui/table-twin.ts';
import { choices } from './choices.ts';
import { lengthChart } from './length-chart.ts';
import { linesOf } from './sentences.ts';
import '../styles/twin.css';
import '../styles/report.css';

const mostLetters = 40;
const mostLone = 60;

interface Letter {
  token: number;
  label: string;
  times: number;
}

function lettersOf({ alphabet, counts }: CountedList): Letter[] {
  const size = alphabet.length;
  return alphabet
    .map((_, token) => ({
      token,
      label: tokenLabel(alphabet, token),
      times: counts.subarray(token * size, (token + 1) * size).reduce((sum, n) => sum + n, 0),
    }))
    .slice(1)
    .sort((a, b) => b.times - a.times);
}

function figures(report: FullReport): HTMLElement {
  const { names, distinctNames, distinctExact } = report;
  const root = el('dl', { class: 'facts' });
  const row = (text: string, meaning: MeaningName, value: string | null, name = '') => {
    if (value === null) return;
    const example = name === '' ? [] : [' ', el('bdi', { class: 'quiet', text: visible(name) })];
    root.append(el('div', {}, el('dt', {}, term(text, meaning)), el('dd', {}, value, ...example)));
  };
  row('names', 'names', count(names));
  row('distinct', 'distinct', `${distinctExact ? '' : 'at least '}${count(distinctNames)}`);
  row('repeats', 'repeats', distinctExact ? count(names - distinctNames) : 'not known');
  row('shortest', 'shortest', plural(report.shortest, 'character'), report.shortestName);
  row('longest', 'longest', plural(report.longest, 'character'), report.longestName);
  row('lines', 'lines', count(report.lines));
  row('size', 'size', bytes(report.bytes));
  return root;
}

function passedOver({ blank, control, zeroWeight }: FullReport): HTMLElement {
  const kinds: [SkippedLines, string][] = [
    [blank, 'without a name'],
    [control, 'with a control character inside'],
    [zeroWeight, 'whose weight is 0'],
  ];
  const items = kinds
    .filter(([lines]) => lines.count > 0)
    .map(([lines, what]) =>
      el('li', { text: `${plural(lines.count, 'line')} ${what}: ${linesOf(lines)}` }),
    );
  return items.length === 0
    ? el('p', { text: 'Nothing was passed over.' })
    : el('ul', {}, ...items);
}

function letterTable(letters: readonly Letter[], all: number): HTMLElement {
  const most = letters[0]?.times ?? 1;
  return el(
    'ol',
    { class: 'letters' },
    ...letters.slice(0, mostLetters).map(({ label, times }) => {
      const bar = el('span', { class: 'bar' });
      bar.style.inlineSize = `${(times / most) * 100}%`;
      return el(
        'li',
        {},
        el('bdi', { text: label }),
        el('span', { class: 'track' }, bar),
        el('span', { class: 'numeric', text: `${fixed((100 * times) / all, 2)} %` }),
      );
    }),
  );
}

interface Shown {
  list: CountedList;
  report: FullReport;
  letters: Letter[];
  /** Characters in all. */
  all: number;
  dialog: HTMLDialogElement;
}
let shown: Shown | null = null;

const lengthsTwin = twinDialog('How long the names are', () => {
  if (shown === null) return null;
  const rows = shown.report.lengths.flatMap((names, length) =>
    names > 0 ? [{ length, names }] : [],
  );
  return {
    caption: 'How many names have how many characters',
    columns: ['characters', 'names'],
    rows: rows.map(({ length, names }) => [count(length), count(names)]),
    csv: [['characters', 'names'], ...rows.map(({ length, names }) => [length, names])],
  };
});

const lettersTwin = twinDialog('How often each character occurs', () => {
  if (shown === null) return null;
  const { letters, all, list } = shown;
  const heads = ['character', 'times', 'share'];
  return {
    caption: 'Every character of the list, the most frequent first',
    columns: heads,
    rows: letters.map(({ token, times }) => [
      spokenLabel(list.alphabet, token),
      count(times),
      `${fixed((100 * times) / all, 3)} %`,
    ]),
    csv: [
      heads,
      ...letters.map(({ token, times }) => [list.alphabet[token] ?? '', times, times / all]),
    ],
  };
});

/** Of the list that is open. */
export function openReport(list: CountedList, actions: Actions): void {
  actions.ask({ about: 'report' }).then(
    ({ report }) => {
      shown?.dialog.remove();
      const letters = lettersOf(list);
      const all = letters.reduce((sum, { times }) => sum + times, 0);
      const dialog = el('dialog', {
        class: 'twin report',
        attrs: { 'aria-labelledby': 'report-title' },
      });
      shown = { list, report, letters, all, dialog };
      fill(shown, actions);
      document.body.append(dialog);
      dialog.showModal();
    },
    (error: unknown) => {
      actions.refuse('', error instanceof Error ? error.message : String(error));
    },
  );
}

function fill({ list, report, letters, all, dialog }: Shown, actions: Actions): void {
  const shut = () => {
    dialog.close();
  };
  const heading = (text: string, meaning: MeaningName, twin?: TwinDialog) =>
    el(
      'h3',
      {},
      term(text, meaning),
      ...(twin === undefined
        ? []
        : [
            button(
              'Table',
              () => {
                twin.open();
              },
              {
                class: 'quiet-button',
                attrs: { 'aria-label': `${text} as a table` },
              },
            ),
          ]),
    );
  const lone = report.lone
    .slice(0, mostLone)
    .flatMap(({ character, line }, i) => [
      i === 0 ? '' : ', ',
      el('bdi', { text: tokenLabel(['', character], 1) }),
      ` (line ${count(line)})`,
    ]);
  dialog.append(
    el(
      'h2',
      { attrs: { id: 'report-title' } },
      'Report: ',
      el('bdi', { text: visible(list.title) }),
    ),
    el(
      'div',
      { class: 'twin-scroll', attrs: { tabindex: '0', role: 'region', 'aria-label': 'Report' } },
      choices(list, report, actions, shut),
      figures(report),
      ...(report.distinctExact
        ? []
        : [
            el('p', {
              text: 'No longer exact: the number of distinct names is a lower bound, repeats are not known, and where names are ranked among those of the list, a random sample of 2,500 stands for it.',
            }),
          ]),
      heading('Lengths', 'lengthChart', lengthsTwin),
      lengthChart(report.lengths, report.shortest),
      heading('Characters', 'frequency', lettersTwin),
      letterTable(letters, all),
      ...(letters.length > mostLetters
        ? [el('p', { class: 'quiet', text: `The table has all ${count(letters.length)}.` })]
        : []),
      heading('Passed over', 'passedOver'),
      passedOver(report),
      heading('Occur once', 'once'),
      report.lone.length === 0
        ? el('p', { text: 'Every character occurs twice at least.' })
        : el('p', {}, ...lone, report.lone.length > mostLone ? ', …' : ''),
    ),
    el('div', { class: 'doors' }, button('Close', shut)),
  );
}

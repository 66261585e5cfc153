// Station 1: a name is many examples.
import type { State } from '../../state/state.ts';
import { count, plural } from '../../text/format.ts';
import { tokenLabel } from '../../text/labels.ts';
import { el, setText } from '../../ui/dom.ts';
import { Asker } from '../asker.ts';
import { controls, play, rowsTable, startingWord, wordField } from '../parts.ts';
import { aside, claim, p } from '../prose.ts';
import type { BuildStation } from '../station.ts';

const firstWord = 'emma';

/** The station's builder. */
export const station: BuildStation = (kit) => {
  let word = firstWord;
  let typedOne = false;
  let state: State | null = null;
  const field = wordField('pairs-word', 'A name', firstWord, (typed) => {
    word = typed;
    typedOne = true;
    if (state !== null) draw(state);
  });
  const spelled = el('p', { class: 'spelled', attrs: { 'aria-hidden': 'true' } });
  const table = rowsTable('The examples in the name', [
    'example',
    'after',
    'comes',
    'times in the list',
  ]);
  const many = claim();
  const ends = claim();
  const asker = new Asker<'word'>(kit, drawTable);

  function drawTable(): void {
    const { told } = asker;
    if (state?.list == null || told === null) return;
    const { alphabet, counts, report, bigrams } = state.list;
    const size = alphabet.length;
    const pairs = told.counted.bigrams;
    setText(spelled, `.${told.counted.word}.`);
    const { cell } = state;
    const marked = pairs.findIndex(
      ({ fromToken, toToken }) => fromToken === cell?.from && toToken === cell.to,
    );
    table.draw(
      pairs.map(({ fromToken, toToken }, i) => [
        String(i + 1),
        tokenLabel(alphabet, fromToken),
        tokenLabel(alphabet, toToken),
        count(counts[fromToken * size + toToken] ?? 0),
      ]),
      marked,
    );
    const letters = Array.from(told.counted.word).length;
    many.draw(
      pairs.length === letters + 1,
      `${plural(letters, 'letter')} and the two ends give ${plural(pairs.length, 'example')}.`,
    );
    const starts = counts.slice(0, size).reduce((sum, value) => sum + value, 0);
    ends.draw(
      starts === report.names,
      `${count(report.names)} names give ${count(bigrams)} examples; the boundary begins ${count(starts)} of them, one a name.`,
    );
  }

  function draw(next: State): void {
    const pointed = next.cell !== state?.cell;
    state = next;
    if (next.list === null) return;
    if (!typedOne) {
      word = startingWord(firstWord, next);
      if (field.input.value !== word) field.input.value = word;
    }
    asker.ask({ about: 'word', word, smoothing: 0 }, next.list);
    if (pointed) drawTable();
  }

  const root = el(
    'div',
    {},
    p(
      'A list of names looks like one example a line. It holds far more. Each name says which letter may begin a name, which letter may follow each of its letters, and where a name may end.',
    ),
    p(
      'Put one sign, the *boundary* `.`, before and after the name, and read it two signs at a time. Each such pair is a *bigram*: one example of “after this comes that”. A bigram model learns from these pairs and from nothing else.',
    ),
    play(controls(field.root), asker.problem.root, spelled, table.root, many.root, ends.root),
    p('Point at a pair in the tables above: where the name has it, its line is marked here.'),
    aside(
      'The model does not understand names.',
      'It never sees a whole name. It sees pairs, one at a time, and forgets each before the next. That it makes anything like a name is a property of the pairs.',
    ),
  );
  return { root, draw };
};

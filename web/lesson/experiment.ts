// One experiment: a question, a prediction first, then the attempt and what came of it.
import { el, setText, show } from '../ui/dom.ts';
import { inWords } from './asker.ts';
import { button, choice, nameLine, rowsTable } from './parts.ts';
import type { NameLine, Rows } from './parts.ts';
import { claim, heading, p } from './prose.ts';
import { slider } from './slider.ts';
import type { SliderSpec } from './slider.ts';

/** What came of an attempt. */
export interface Outcome<T extends string> {
  /** Which of the predictions came true, or null where none can be told. */
  right: T | null;
  /** What happened, in words and figures. */
  words: string;
}

/** What an attempt is made with, and where it shows what came of it. */
export interface Bench {
  setting: number;
  table: Rows;
  names: readonly NameLine[];
}

/** What is asked, what may be predicted, and how it is tried. */
export interface ExperimentSpec<T extends string> {
  id: string;
  title: string;
  question: string;
  predictions: readonly { value: T; text: string }[];
  /** What sets up the attempt. */
  setting?: Omit<SliderSpec, 'id' | 'change'>;
  /** Shown once it has been tried: a table, and lines of names with their kinds. */
  table: { caption: string; heads: readonly string[] };
  names?: readonly { title: string; kind: string }[];
  explanation: string;
  attempt(bench: Bench): Promise<Outcome<T>>;
}

/** The bench of one experiment: the attempt opens once something is predicted. */
export function experiment<T extends string>(spec: ExperimentSpec<T>): HTMLElement {
  let predicted: T | null = null;
  let busy = false;
  const bench = {
    setting: spec.setting?.standard ?? 0,
    table: rowsTable(spec.table.caption, spec.table.heads),
    names: (spec.names ?? []).map(({ title, kind }) => nameLine(title, kind)),
  };
  const change = (value: number) => {
    bench.setting = value;
  };
  const setting =
    spec.setting === undefined
      ? []
      : [slider({ ...spec.setting, id: `${spec.id}-value`, change }).root];
  const result = el('div', {}, bench.table.root, ...bench.names.map(({ root }) => root));
  const ways = choice<T>(`${spec.id}-guess`, 'What will happen?', spec.predictions, (value) => {
    predicted = value;
    attempt.disabled = false;
    setText(hint, '');
  });
  const hint = el('span', { class: 'quiet', text: 'Make a prediction first.' });
  const verdict = claim();
  const words = el('p');
  const why = p(spec.explanation);
  const after = el('div', { class: 'after' }, verdict.root, words, result, why);
  after.hidden = true;
  const attempt = button(
    'Try it',
    () => {
      if (busy || predicted === null) return;
      busy = true;
      attempt.disabled = true;
      const guess = predicted;
      spec
        .attempt(bench)
        .then((outcome) => {
          const text = (value: T | null) =>
            spec.predictions.find((way) => way.value === value)?.text ?? '';
          setText(words, outcome.words);
          verdict.draw(
            outcome.right === null ? null : outcome.right === guess,
            outcome.right === null
              ? 'This list cannot tell.'
              : outcome.right === guess
                ? `As predicted: ${text(guess)}.`
                : `You predicted: ${text(guess)}. What happened: ${text(outcome.right)}.`,
          );
          show(why, outcome.right !== null);
          show(result, outcome.right !== null);
          show(after, true);
        })
        .catch((error: unknown) => {
          verdict.draw(null, inWords(error));
          setText(words, '');
          show(result, false);
          show(why, false);
          show(after, true);
        })
        .finally(() => {
          busy = false;
          attempt.disabled = false;
        });
    },
    { class: 'primary', attrs: { id: `${spec.id}-try` } },
  );
  attempt.disabled = true;
  return el(
    'section',
    { class: 'experiment', attrs: { id: spec.id } },
    heading(spec.title),
    p(spec.question),
    el(
      'div',
      { class: 'play' },
      ...setting,
      ways.root,
      el('div', { class: 'controls' }, attempt, hint),
      after,
    ),
  );
}

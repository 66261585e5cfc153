// One experiment: a question, a prediction first, then the attempt and what came of it.
import { el, setText, show } from '../dom.ts';
import { button, choice } from './parts.ts';
import { claim, heading, p } from './prose.ts';

export interface Outcome<T extends string> {
  /** Which of the predictions came true, or null where none can be told. */
  right: T | null;
  /** What happened, in words and figures. */
  words: string;
}

export interface ExperimentSpec<T extends string> {
  id: string;
  title: string;
  question: string;
  predictions: readonly { value: T; text: string }[];
  /** Controls that set up the attempt. */
  setting?: HTMLElement;
  /** Shown once it has been tried. */
  result: HTMLElement;
  explanation: string;
  attempt(): Promise<Outcome<T>>;
}

export function experiment<T extends string>(spec: ExperimentSpec<T>): HTMLElement {
  let predicted: T | null = null;
  let busy = false;
  const ways = choice<T>(`${spec.id}-guess`, 'What will happen?', spec.predictions, (value) => {
    predicted = value;
    attempt.disabled = false;
    setText(hint, '');
  });
  const hint = el('span', { class: 'quiet', text: 'Make a prediction first.' });
  const verdict = claim();
  const words = el('p');
  const why = p(spec.explanation);
  const after = el('div', { class: 'after' }, verdict.root, words, spec.result, why);
  after.hidden = true;
  const attempt = button(
    'Try it',
    () => {
      if (busy || predicted === null) return;
      busy = true;
      attempt.disabled = true;
      const guess = predicted;
      spec
        .attempt()
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
          show(spec.result, outcome.right !== null);
          show(after, true);
        })
        .catch((error: unknown) => {
          verdict.draw(null, error instanceof Error ? error.message : String(error));
          setText(words, '');
          show(spec.result, false);
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
  const setting = spec.setting === undefined ? [] : [spec.setting];
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

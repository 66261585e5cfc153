// Station 6: the same table as a network, and its forward pass.
import type { ForwardStep } from '../../messages/questions.ts';
import type { State } from '../../state/state.ts';
import { fixed, loss, plural } from '../../text/format.ts';
import { tokenLabel } from '../../text/labels.ts';
import { el, setText } from '../../ui/dom.ts';
import { Asker } from '../asker.ts';
import { matrix } from '../matrix.ts';
import { power } from '../numbers.ts';
import {
  button,
  controls,
  figure,
  figures,
  play,
  rowsTable,
  startingWord,
  wordField,
} from '../parts.ts';
import { aside, claim, code, formula, frac, heading, p, sub, sumOver, sup } from '../prose.ts';
import type { BuildStation } from '../station.ts';

const firstWord = 'emma';
const rowsToOne = 1e-9;

const stacked = (steps: ForwardStep[], part: (step: ForwardStep) => ArrayLike<number>): number[] =>
  steps.flatMap((step) => Array.from(part(step)));

/** The station's builder. */
export const station: BuildStation = (kit) => {
  let state: State | null = null;
  let word = firstWord;
  let typedOne = false;
  let example = 0;
  const asker = new Asker<'forward'>(kit, redraw);
  const field = wordField('network-word', 'A name', firstWord, (typed) => {
    word = typed;
    typedOne = true;
    example = 0;
    if (state !== null) draw(state);
  });
  const earlier = button('Example back', () => {
    example -= 1;
    redraw();
  });
  const later = button('Next example', () => {
    example += 1;
    redraw();
  });
  const which = el('p', { class: 'spelled' });
  const inputs = matrix('xenc', 'one-hot: a single 1 in each row, in the column of the letter');
  const weights = matrix('W', 'the weights; the frame is the row that the 1 picks', 6);
  const logits = matrix('logits = xenc @ W', 'each row is the row of W that the 1 picks');
  const exps = matrix('counts = logits.exp()', 'above zero, like counts');
  const probs = matrix(
    'probs = counts / counts.sum(1, keepdim=True)',
    'each row adds up to 1; the frame is the letter that came',
  );
  const logit = figure('logit');
  const exp = figure('exp of it');
  const sum = figure('sum of its row');
  const probability = figure('probability');
  const cost = figure('−ln of it');
  const picks = rowsTable('The pick, example by example', [
    'arange(n)',
    'ys',
    'probs[i, ys[i]]',
    '−ln',
  ]);
  const mean = figure('mean: the loss on this name');
  const ones = claim();
  const pickText = el('p');

  function redraw(): void {
    const { told } = asker;
    if (state?.list == null || told === null) return;
    const { alphabet } = state.list;
    const { steps } = told;
    const size = alphabet.length;
    example = Math.max(0, Math.min(steps.length - 1, example));
    earlier.disabled = example === 0;
    later.disabled = example === steps.length - 1;
    const at = steps[example];
    if (at === undefined || at.logits.length !== size) return;
    const label = (token: number) => tokenLabel(alphabet, token);
    setText(
      which,
      `example ${example + 1} of ${steps.length}: ${label(at.from)} → ${label(at.to)}`,
    );
    const shared = { rows: steps.length, columns: size, row: example };
    const ys = steps.map(({ to }) => to);
    inputs.draw({
      ...shared,
      values: stacked(steps, ({ from }) => alphabet.map((_, token) => (token === from ? 1 : 0))),
      picked: [],
    });
    weights.draw({
      rows: size,
      columns: size,
      values: told.weights,
      row: at.from,
      picked: [],
    });
    logits.draw({ ...shared, values: stacked(steps, (step) => step.logits), picked: [] });
    exps.draw({ ...shared, values: stacked(steps, (step) => step.exps), picked: [] });
    probs.draw({ ...shared, values: stacked(steps, (step) => step.probabilities), picked: ys });
    logit.draw(fixed(at.logits[at.to] ?? 0, 4));
    exp.draw(power(at.exps[at.to] ?? 0));
    sum.draw(power(at.sum));
    probability.draw(fixed(at.probabilities[at.to] ?? 0, 4));
    cost.draw(`${loss(at.loss)} nats`);
    picks.draw(
      steps.map((step, i) => [
        String(i),
        `${step.to}  (${label(step.to)})`,
        fixed(step.probabilities[step.to] ?? 0, 4),
        loss(step.loss),
      ]),
      example,
    );
    mean.draw(`${loss(told.loss)} nats`);
    const close = steps.every((step) => {
      const share = (step.exps[step.to] ?? 0) / step.sum;
      return (
        Math.abs(share - (step.probabilities[step.to] ?? 0)) < rowsToOne || !Number.isFinite(share)
      );
    });
    ones.draw(
      close,
      `For all ${plural(steps.length, 'example')}, exp of the logit over the sum of its row is the learned probability.`,
    );
    setText(
      pickText,
      `To get all ${steps.length} probabilities at once, index with two lists of the same length: the rows 0 to ${steps.length - 1}, and for each row the column of the letter that really came. Row i is paired with column ys[i]; the answer has ${steps.length} numbers, not a table of ${steps.length} by ${steps.length}.`,
    );
  }

  function draw(next: State): void {
    state = next;
    if (next.list === null) return;
    if (!typedOne) {
      word = startingWord(firstWord, next);
      if (field.input.value !== word) field.input.value = word;
    }
    asker.ask({ about: 'forward', word }, next.list, next.run);
  }

  const root = el(
    'div',
    {},
    p(
      'Now forget the counts and learn the table instead. The input is one letter, written as a row of zeros with a single 1 in its place: *one-hot*. The network is a single linear layer: multiply by a square matrix of weights, *W*. A one-hot row times *W* picks one row of *W*, and nothing else happens.',
    ),
    formula('logits', '=', 'x', 'W'),
    p(
      'Its entries, the *logits*, may be any numbers. Read them as logarithms of counts: exp makes them positive, dividing by the sum makes them a distribution. The two together are called *softmax*.',
    ),
    formula(
      sub('P', ['i', 'j']),
      '=',
      frac(sup('e', sub('W', ['i', 'j'])), [sumOver('k'), sup('e', sub('W', ['i', 'k']))]),
    ),
    play(
      controls(field.root, earlier, later),
      which,
      asker.problem.root,
      el(
        'div',
        { class: 'matrices' },
        inputs.root,
        weights.root,
        logits.root,
        exps.root,
        probs.root,
      ),
      figures(logit, exp, sum, probability, cost),
      ones.root,
    ),
    heading('The pick'),
    code('loss = -probs[torch.arange(n), ys].log().mean()'),
    pickText,
    picks.root,
    figures(mean),
    aside(
      'The table and the network are one model.',
      'Both are a square of numbers with one row for each letter, and both end in rows that add up to 1. Only the way to the numbers differs: one counts them, the other corrects them step by step.',
    ),
    p(
      'Train the network above and watch the matrices: only *W* changes, and with it every row that the name touches.',
    ),
  );
  return { root, draw, restyle: redraw };
};

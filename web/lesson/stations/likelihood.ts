// Station 5: likelihood, and why everybody takes its logarithm.
import { ladder } from '../../state/settings.ts';
import type { State } from '../../state/state.ts';
import { fixed, loss, setting } from '../../text/format.ts';
import { tokenLabel } from '../../text/labels.ts';
import { el, show } from '../../ui/dom.ts';
import { Asker } from '../asker.ts';
import { power } from '../numbers.ts';
import { controls, figure, figures, play, rowsTable, wordField } from '../parts.ts';
import { aside, claim, formula, frac, heading, p, sub, sumOver } from '../prose.ts';
import { slider } from '../slider.ts';
import type { BuildStation } from '../station.ts';
import { workedExample } from './likelihood-example.ts';
import { underflow } from './likelihood-underflow.ts';

const stops = [0, ...ladder(0.01, 1000)];

/** The station's builder. */
export const station: BuildStation = (kit) => {
  const { actions } = kit;
  let state: State | null = null;
  let smoothing = 1;
  const asker = new Asker<'word'>(kit, redraw);
  const field = wordField('likelihood-word', 'A name', '', (word) => {
    actions.setWord(word);
  });
  const control = slider({
    id: 'likelihood-smoothing',
    label: 'Smoothing',
    unit: 'added to each count',
    standard: 1,
    stops,
    change(value) {
      smoothing = value;
      if (state !== null) draw(state);
    },
  });
  const table = rowsTable('The likelihood of the name, pair by pair', [
    'pair',
    'P counted',
    'ln P',
    '−ln P',
    '−ln P smoothed',
  ]);
  const product = figure('likelihood (product)');
  const log = figure('log likelihood (sum)');
  const negative = figure('negative log likelihood');
  const mean = figure('mean: the loss');
  const mended = figure('loss, smoothed');
  const adds = claim();
  const infinite = claim();

  function redraw(): void {
    const { told } = asker;
    if (state?.list == null || told === null) return;
    const { alphabet } = state.list;
    const { unsmoothed, smoothed } = told;
    const marked = unsmoothed.bigrams.findIndex(
      ({ fromToken, toToken }) => fromToken === state?.cell?.from && toToken === state.cell.to,
    );
    table.draw(
      unsmoothed.bigrams.map((pair, i) => [
        `${tokenLabel(alphabet, pair.fromToken)} → ${tokenLabel(alphabet, pair.toToken)}`,
        fixed(pair.probability, 4),
        pair.probability === 0 ? '−∞' : fixed(-pair.loss, 4),
        loss(pair.loss),
        loss(smoothed.bigrams[i]?.loss ?? Number.NaN),
      ]),
      marked,
    );
    // The product and its logarithm are those of the counted table as it is set.
    product.draw(power(told.product));
    log.draw(Number.isFinite(told.logLikelihood) ? fixed(told.logLikelihood, 4) : '−∞');
    negative.draw(loss(-told.logLikelihood));
    mean.draw(`${loss(told.counted.loss)} nats`);
    mended.draw(`${loss(smoothed.loss)} nats`);
    const finite = Number.isFinite(told.counted.loss);
    adds.draw(
      finite ? told.counted.loss * told.counted.bigrams.length + told.logLikelihood < 1e-9 : null,
      finite
        ? `The sum of the logarithms over ${told.counted.bigrams.length} pairs is the logarithm of the product.`
        : 'One factor of 0 makes the whole product 0, however likely the rest.',
    );
    const never = unsmoothed.bigrams.filter(({ probability }) => probability === 0);
    show(infinite.root, never.length > 0);
    const [pair] = never;
    if (pair === undefined) return;
    const written = `${tokenLabel(alphabet, pair.fromToken)} → ${tokenLabel(alphabet, pair.toToken)}`;
    infinite.draw(
      smoothing > 0 && Number.isFinite(smoothed.loss),
      smoothing > 0
        ? `${written} never came, so the unsmoothed loss is infinite. With ${setting(smoothing)} added to every count it is ${loss(smoothed.loss)}.`
        : `${written} never came: its probability is 0, its loss infinite. Give it some smoothing.`,
    );
  }

  const example = workedExample(kit);
  const tiny = underflow(kit);

  function draw(next: State): void {
    const changed = next.cell !== state?.cell;
    state = next;
    if (document.activeElement !== field.input && field.input.value !== next.word) {
      field.input.value = next.word;
    }
    example.draw(next);
    tiny.draw(next);
    if (next.list === null) return;
    asker.ask({ about: 'word', word: next.word, smoothing }, next.list, next.counted);
    if (changed) redraw();
  }

  const root = el(
    'div',
    {},
    p(
      'How good is a table? Ask it how likely it finds the names of the list. The probability of a name is the product of the probabilities of its pairs; of the whole list, the product over all pairs. This is the *likelihood*. A better table gives a larger one.',
    ),
    formula('loss', '=', '−', frac('1', 'n'), sumOver('pairs'), 'ln', sub('P', ['i', 'j'])),
    p(
      'A product of many small numbers is hopeless to handle, so take the logarithm: products become sums. Turn the sign, so that small is good, and divide by the number of pairs, so that lists of all lengths compare. That is the *mean negative log likelihood*, the loss of this page.',
    ),
    play(
      controls(field.root, control.root),
      table.root,
      figures(product, log, negative, mean, mended),
      asker.problem.root,
      adds.root,
      infinite.root,
    ),
    aside(
      'Why the logarithm?',
      'It changes nothing about which table is best: the larger the product, the larger its logarithm. It turns a number too small to store into one of ordinary size, and a product into a sum, which splits into one term a pair and has a simple slope.',
    ),
    heading('A product too small to write down'),
    tiny.root,
    heading('One example by hand'),
    example.root,
    p(
      `The loss of a single name says how surprising it is. A name with a pair that the list never holds is infinitely surprising: the lecture’s example is \`andrejq\`, for no name there has a q after j. Smoothing gives every pair some imaginary sightings and mends it.`,
    ),
  );
  return { root, draw };
};

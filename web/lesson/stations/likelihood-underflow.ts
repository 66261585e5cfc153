// Part of station 5: the product of more and more names, in float32, beside the sum of logarithms.
import type { State } from '../../state/state.ts';
import { count, fixed, plural } from '../../text/format.ts';
import { el } from '../../ui/dom.ts';
import { Asker } from '../asker.ts';
import { power } from '../numbers.ts';
import { controls, figure, figures, play, rowsTable } from '../parts.ts';
import { claim, p } from '../prose.ts';
import { slider, upTo } from '../slider.ts';
import type { Kit } from '../station.ts';

/** Enough to underflow with any list whose names hold a choice or two. */
const most = 200;
const usual = 4;
const rowsShown = 6;

/** The two columns, for as many names as are asked for. */
export function underflow(kit: Kit) {
  let names = usual;
  const asker = new Asker<'likelihood'>(kit, redraw);
  const control = slider({
    id: 'underflow-names',
    label: 'Multiply the first',
    unit: 'names',
    standard: usual,
    stops: upTo(most),
    change(value) {
      names = value;
      redraw();
    },
  });
  const product = figure('product, in float32');
  const sum = figure('sum of logarithms');
  const pairs = figure('pairs');
  const table = rowsTable('The likelihood as names are added', [
    'name',
    'pairs so far',
    'product so far',
    'sum of logarithms',
  ]);
  const falls = claim();

  function redraw(): void {
    const steps = asker.told?.steps;
    if (steps === undefined) return;
    const now = steps[Math.min(names, steps.length) - 1];
    if (now === undefined) return;
    product.draw(power(now.product));
    sum.draw(fixed(now.logLikelihood, 4));
    pairs.draw(count(now.bigrams));
    const first = Math.max(0, names - rowsShown);
    table.draw(
      steps
        .slice(first, names)
        .map(({ name, bigrams, product: so, logLikelihood }) => [
          name === '' ? '(no letters)' : name,
          count(bigrams),
          power(so),
          fixed(logLikelihood, 4),
        ]),
    );
    const zero = steps.find((step) => step.product === 0);
    const at = zero === undefined ? 0 : steps.indexOf(zero) + 1;
    falls.draw(
      zero === undefined ? null : Number.isFinite(zero.logLikelihood),
      zero === undefined
        ? `${plural(steps.length, 'name')} are not yet enough to bring the product to 0.`
        : `With name ${at} the product is 0 in float32, at ${plural(zero.bigrams, 'pair')}; the sum of logarithms is ${fixed(zero.logLikelihood, 2)} and goes on.`,
    );
  }

  return {
    root: el(
      'div',
      {},
      p(
        'These names are drawn from the counted table. Add them one by one and watch the product of their probabilities in single precision, as the lecture keeps it.',
      ),
      play(
        controls(control.root),
        figures(product, sum, pairs),
        table.root,
        asker.problem.root,
        falls.root,
      ),
    ),
    draw(state: State): void {
      if (state.list === null) return;
      const { nameSeed: seed } = state.settings;
      asker.ask({ about: 'likelihood', seed, names: most }, state.list, state.counted);
    },
  };
}

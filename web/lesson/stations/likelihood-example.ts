// Part of station 5: two letters after a, counted by hand.
import type { State } from '../../state/state.ts';
import { fixed, loss } from '../../text/format.ts';
import { el } from '../../ui/dom.ts';
import { Asker } from '../asker.ts';
import { controls, figure, figures, play, rowsTable } from '../parts.ts';
import { claim, p } from '../prose.ts';
import { slider, upTo } from '../slider.ts';
import type { Slider } from '../slider.ts';
import type { Kit } from '../station.ts';

const usual = { n: 4, b: 1 };
const most = 20;

/** The example, drawn from the list that is open. */
export function workedExample(kit: Kit) {
  const times = { ...usual };
  let list: State['list'] = null;
  const asker = new Asker<'two-letters'>(kit, redraw);
  const ask = () => {
    if (list !== null) asker.ask({ about: 'two-letters', first: times.n, second: times.b });
  };
  const make = (letter: 'n' | 'b'): Slider =>
    slider({
      id: `example-${letter}`,
      label: `${letter} after a`,
      unit: 'times',
      standard: usual[letter],
      stops: upTo(most),
      change(value) {
        times[letter] = value;
        ask();
      },
    });
  const table = rowsTable('Two letters after a', ['pair', 'times', 'P', '−ln P']);
  const mean = figure('mean of the two pairs');
  const all = figure('mean of all that was counted');
  const check = claim();

  function redraw(): void {
    const { told, asked } = asker;
    if (told === null || asked === null) return;
    const { probabilities, losses, mean: both, meanOfAll } = told;
    table.draw([
      ['a → n', String(asked.first), fixed(probabilities[0], 3), fixed(losses[0], 3)],
      ['a → b', String(asked.second), fixed(probabilities[1], 3), fixed(losses[1], 3)],
    ]);
    mean.draw(`${fixed(both, 3)} nats`);
    all.draw(`${fixed(meanOfAll, 3)} nats`);
    check.draw(
      meanOfAll <= both,
      `The list itself is less surprising, ${loss(meanOfAll)}, than both pairs once each, ${loss(both)}: the table was made for it.`,
    );
  }

  return {
    root: el(
      'div',
      {},
      p(
        'Suppose that n came after a four times and b once. Then `P(n|a)` is 0.8 and `P(b|a)` is 0.2. Seeing n costs −ln 0.8 = 0.223, seeing b costs −ln 0.2 = 1.609. A text with each of them once has the mean 0.916. Change the counts:',
      ),
      play(
        controls(make('n').root, make('b').root),
        table.root,
        figures(mean, all),
        asker.problem.root,
        check.root,
      ),
    ),
    draw(state: State): void {
      ({ list } = state);
      ask();
    },
  };
}

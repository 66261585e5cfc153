// Try to break it: four experiments, each with a prediction first.
import type { State } from '../../state/state.ts';
import { count, fixed, loss, setting } from '../../text/format.ts';
import { tokenLabel } from '../../text/labels.ts';
import { el, setText } from '../../ui/dom.ts';
import { experiment } from '../experiment.ts';
import { p } from '../prose.ts';
import type { BuildStation, Kit } from '../station.ts';

type Now = () => State | null;

const seedOf = (now: Now): number => now()?.settings.nameSeed ?? 0;

function tooFast({ actions }: Kit, now: Now): HTMLElement {
  return experiment<'falls' | 'worse'>({
    id: 'break-rate',
    title: 'A learning rate far too high',
    question:
      'The lecture steps by 50 times the gradient. Take far larger steps, on a copy of the network, two hundred of them.',
    predictions: [
      { value: 'falls', text: 'the loss goes down at every step, only faster' },
      { value: 'worse', text: 'the loss rises somewhere, or training breaks off' },
    ],
    setting: {
      label: 'Learning rate',
      unit: '× gradient',
      standard: 1000,
      stops: [1, 10, 50, 100, 200, 500, 1000, 5000, 20000, 100000],
    },
    table: { caption: 'Loss step by step', heads: ['step', 'loss'] },
    names: [{ title: 'Names after it', kind: 'learned' }],
    explanation:
      'The gradient says which way is down here, not how far. A long step lands on the far side of the valley, higher up than it began; the next one jumps back, and the weights are thrown to and fro. The rows of frequent letters have the largest gradients and go first; rare letters bear more.',
    async attempt({ setting: learningRate, table, names: [after] }) {
      const { points, stopped, drawn } = await actions.ask({
        about: 'rate',
        learningRate,
        seed: seedOf(now),
      });
      table.draw(points.map((point) => [count(point.step), loss(point.loss)]));
      after?.draw(drawn);
      const rises = points.some((point, i) => i > 0 && point.loss > (points[i - 1]?.loss ?? 0));
      const [first, last] = [points[0], points.at(-1)];
      const ends = `With learning rate ${setting(learningRate)} the loss went from ${loss(first?.loss ?? 0)} to ${loss(last?.loss ?? 0)} by step ${count(last?.step ?? 0)}.`;
      return {
        right: rises || stopped !== null ? 'worse' : 'falls',
        words: stopped === null ? ends : `${ends} Then: ${stopped}`,
      };
    },
  });
}

function noSmoothing({ actions }: Kit, now: Now): HTMLElement {
  return experiment<'large' | 'infinite'>({
    id: 'break-unseen',
    title: 'No smoothing',
    question:
      'Take two letters of this list that are common, but never stand side by side in it, and score a name made of them.',
    predictions: [
      { value: 'large', text: 'the loss is large, but finite' },
      { value: 'infinite', text: 'the loss is infinite' },
    ],
    table: { caption: 'Loss of the name under several smoothings', heads: ['smoothing', 'loss'] },
    explanation:
      'A count of 0 is a probability of 0, and −ln 0 is infinite: one pair outweighs everything else. A hundredth of an imaginary sighting is enough to make it finite. How much smoothing is best is a question for names that were not counted.',
    async attempt({ table }) {
      const answer = await actions.ask({ about: 'unseen' });
      if (answer.from === null) {
        return { right: null, words: 'Every pair of letters comes somewhere in this list.' };
      }
      const alphabet = now()?.list?.alphabet ?? [];
      const [from, to] = [tokenLabel(alphabet, answer.from), tokenLabel(alphabet, answer.to)];
      table.draw(answer.losses.map((each) => [setting(each.smoothing), loss(each.loss)]));
      const bare = answer.losses[0]?.loss ?? 0;
      return {
        right: Number.isFinite(bare) ? 'large' : 'infinite',
        words: `${from} → ${to} never comes in this list; the name tried is “${answer.word}”.`,
      };
    },
  });
}

function tinyData({ actions }: Kit, now: Now): HTMLElement {
  const smoothing = 1;
  return experiment<'better' | 'worse'>({
    id: 'break-tiny',
    title: 'Tiny data',
    question:
      'Count only a handful of names, drawn from the counted table, and make a table of those. On these few names, will its loss be smaller or larger than the loss of the whole list?',
    predictions: [
      { value: 'better', text: 'smaller: few names are easily learned by heart' },
      { value: 'worse', text: 'larger: few names teach little' },
    ],
    setting: {
      label: 'Names to count',
      unit: 'names',
      standard: 5,
      stops: [1, 2, 3, 5, 8, 12, 20, 50, 100, 200],
    },
    table: { caption: 'Losses of the small table', heads: ['of the small table on', 'loss'] },
    names: [
      { title: 'Counted', kind: 'counted' },
      { title: 'Drawn from them', kind: '' },
    ],
    explanation:
      'Both guesses are about something true. On what it has counted, the small table looks excellent, for it has learned it by heart: this is *overfitting*. On the whole list it fails. A loss is worth something only on names that the model has not seen.',
    async attempt({ setting: names, table, names: [chosen, drawn] }) {
      const answer = await actions.ask({ about: 'tiny', names, seed: seedOf(now), smoothing });
      const whole = now()?.list?.optimumLoss ?? 0;
      table.draw([
        ['its own names', loss(answer.lossOnChosen)],
        ['the whole list', loss(answer.lossOnList)],
        ['the whole list, with 1 added to each count', loss(answer.smoothedLossOnList)],
      ]);
      chosen?.draw(answer.chosen.slice(0, 12).map((name) => ({ name, cut: false })));
      drawn?.draw(answer.drawn);
      return {
        right: answer.lossOnChosen < whole ? 'better' : 'worse',
        words: `On its own ${count(answer.chosen.length)} names the small table loses ${loss(answer.lossOnChosen)}; the full table loses ${loss(whole)} on the full list. Of ${answer.drawn.length} names drawn, ${answer.copies} are copies.`,
      };
    },
  });
}

function duplicateNames({ actions }: Kit, now: Now): HTMLElement {
  return experiment<'none' | 'lower' | 'higher'>({
    id: 'break-duplicates',
    title: 'Duplicates kept or removed',
    question:
      'Many lists hold a name more than once. Count each name only once instead. What happens to the loss of the table on the list it was made from?',
    predictions: [
      { value: 'none', text: 'nothing: the list has no duplicates' },
      { value: 'lower', text: 'it falls' },
      { value: 'higher', text: 'it rises' },
    ],
    table: {
      caption: 'With duplicates and without',
      heads: ['duplicates', 'names', 'pairs', 'loss', 'loss on the full list'],
    },
    names: [
      { title: 'Kept', kind: 'counted' },
      { title: 'Removed', kind: '' },
    ],
    explanation:
      'A name that comes often pulls the table towards its pairs and is then cheap itself. Without the repeats the rare names weigh more, and the list is usually harder to predict. Neither is wrong: one asks how people are called, the other what names there are. On the full list its own table is always at least as good.',
    async attempt({ table, names: [kept, removed] }) {
      const answer = await actions.ask({ about: 'duplicates', seed: seedOf(now), names: 6 });
      if (answer.kept === null) {
        return {
          right: null,
          words:
            answer.why === 'counts'
              ? 'This list is known by its counts only, and counts do not say which names came twice. Open a list of names.'
              : 'This list is too large to be read a second time here.',
        };
      }
      const line = (name: string, way: typeof answer.removed) => [
        name,
        count(way.names),
        count(way.bigrams),
        loss(way.loss),
        loss(way.lossOnList),
      ];
      table.draw([line('kept', answer.kept), line('removed', answer.removed)]);
      kept?.draw(answer.kept.drawn);
      removed?.draw(answer.removed.drawn);
      const repeats = answer.kept.names - answer.removed.names;
      const change = answer.removed.loss - answer.kept.loss;
      return {
        right: repeats === 0 ? 'none' : change < 0 ? 'lower' : 'higher',
        words:
          repeats === 0
            ? 'Every name of this list comes once.'
            : `${count(repeats)} of ${count(answer.kept.names)} lines repeat a name. Without them the loss changes by ${fixed(change, 4)} nats.`,
      };
    },
  });
}

/** The station's builder. */
export const station: BuildStation = (kit) => {
  let state: State | null = null;
  const now = () => state;
  const list = el('p', { class: 'quiet' });
  const root = el(
    'div',
    {},
    p(
      'A model is understood when you can say beforehand how it will fail. Make a prediction, then try. Each attempt runs on a copy; the workbench is left as it is.',
    ),
    list,
    tooFast(kit, now),
    noSmoothing(kit, now),
    tinyData(kit, now),
    duplicateNames(kit, now),
  );
  return {
    root,
    draw(next) {
      state = next;
      setText(list, next.list === null ? '' : `On: ${next.list.title}.`);
    },
  };
};

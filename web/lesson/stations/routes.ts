// Station 8: two routes, one answer.
import type { Told } from '../../messages/questions.ts';
import type { State } from '../../state/state.ts';
import { bytes, count, distance, fixed } from '../../text/format.ts';
import { spokenLabel, tokenLabel } from '../../text/labels.ts';
import { el, show } from '../../ui/dom.ts';
import { Asker, inWords } from '../asker.ts';
import { duration } from '../numbers.ts';
import {
  button,
  controls,
  figure,
  figures,
  play,
  problemLine,
  rowsTable,
  tokenChoice,
} from '../parts.ts';
import { aside, claim, formula, heading, p, sub } from '../prose.ts';
import type { BuildStation } from '../station.ts';

const close = 0.1;

/** The station's builder. */
export const station: BuildStation = (kit) => {
  const { actions, announce } = kit;
  let state: State | null = null;
  const asker = new Asker<'log-counts'>(kit, redraw);
  const row = tokenChoice('routes-row', 'Row', (token) => {
    actions.point({ from: token, to: state?.cell?.to ?? 0 });
  });
  const train = button(
    'Train',
    () => {
      if (state?.run?.training === true) actions.pause();
      else actions.train();
    },
    { class: 'primary' },
  );
  const trainWord = train.querySelector('span');
  const table = rowsTable('Weights beside the logarithms of counts', [
    'after it',
    'N',
    'ln N',
    'W − c',
    'W',
  ]);
  const constant = figure('c of this row');
  const largest = figure('largest gap, all seen pairs');
  const gap = figure('loss, learned against counted');
  const agree = claim();

  const timingProblem = problemLine();
  const times = rowsTable('Time of the two routes on this machine', ['route', 'what', 'time']);
  times.root.hidden = true;
  const faster = claim();
  let timing = false;
  /** The list that was timed last. */
  let timed: State['list'] = null;
  const time = button('Time both here', () => void timeBoth());

  async function timeBoth(): Promise<void> {
    if (timing) return;
    timing = true;
    time.disabled = true;
    timingProblem.draw('');
    const list = state?.list ?? null;
    try {
      drawTiming(await actions.ask({ about: 'timing' }));
      timed = list;
    } catch (error) {
      timingProblem.draw(inWords(error));
    } finally {
      timing = false;
      time.disabled = false;
    }
  }

  function drawTiming(answer: Told<'timing'>): void {
    const read = `read and count ${count(answer.names)} names (${bytes(answer.bytes)})`;
    show(times.root, true);
    times.draw([
      ['both', read, duration(answer.readMs)],
      ['counting', 'divide each row by its total', duration(answer.divideMs)],
      ['training', `${count(answer.steps)} steps`, duration(answer.trainMs)],
    ]);
    const ratio = answer.trainMs / answer.divideMs;
    const dividing = `Once the pairs are counted, dividing takes ${duration(answer.divideMs)}`;
    const text =
      answer.gap < close
        ? `${dividing}, training to within ${fixed(answer.gap, 4)} nats ${duration(answer.trainMs)}${ratio > 1 ? `: ${count(ratio)} times as long` : ''}.`
        : `${dividing}. Training has not come near in ${duration(answer.trainMs)}: it is still ${fixed(answer.gap, 4)} nats away. Such a list wants a smaller learning rate.`;
    faster.draw(answer.divideMs < answer.trainMs, text);
    announce(text);
    timingProblem.draw(
      answer.bytesFrom === 'drawn'
        ? 'This list is known by its counts only, so names drawn from them were read instead.'
        : '',
    );
  }

  function redraw(): void {
    const { told } = asker;
    if (state?.list == null || state.run === null || told === null) return;
    const { alphabet, counts, optimumLoss } = state.list;
    const size = alphabet.length;
    if (told.weights.length !== size * size) return;
    const from = state.cell?.from ?? Math.min(1, size - 1);
    const start = from * size;
    const order = alphabet
      .map((_, token) => token)
      .sort((a, b) => (counts[start + b] ?? 0) - (counts[start + a] ?? 0));
    const { logCounts, shiftedWeights, weights } = told;
    table.draw(
      order.slice(0, 40).map((token) => {
        const never = counts[start + token] === 0;
        return [
          tokenLabel(alphabet, token),
          count(counts[start + token] ?? 0),
          never ? '−∞' : fixed(logCounts[start + token] ?? 0, 3),
          fixed(shiftedWeights[start + token] ?? 0, 3),
          fixed(weights[start + token] ?? 0, 3),
        ];
      }),
      state.cell === null ? -1 : order.indexOf(state.cell.to),
    );
    constant.draw(`${fixed(told.constants[from] ?? 0, 4)} (${spokenLabel(alphabet, from)})`);
    largest.draw(fixed(told.largestGap, 4));
    gap.draw(distance(state.run.dataLoss, optimumLoss, 'the counts'));
    agree.draw(
      told.largestGap < close,
      told.largestGap < close
        ? `At step ${count(told.step)} every weight of a seen pair is its log count, but for the constant of its row, to within ${fixed(told.largestGap, 4)}.`
        : `At step ${count(told.step)} the widest gap is ${fixed(told.largestGap, 2)}. Rare pairs come last; with L2 above 0 they never quite arrive.`,
    );
  }

  function draw(next: State): void {
    const pointed = next.cell !== state?.cell;
    state = next;
    if (trainWord !== null) {
      trainWord.textContent = next.run?.training === true ? 'Pause' : 'Train';
    }
    if (next.list === null) return;
    row.draw(next.list.alphabet, next.cell?.from ?? Math.min(1, next.list.alphabet.length - 1));
    asker.ask({ about: 'log-counts' }, next.list, next.run);
    if (pointed) redraw();
  }

  const root = el(
    'div',
    {},
    p(
      'One route counts pairs and divides. The other starts from random weights and rolls downhill. Both look for the table with the smallest loss on this list, and there is only one. So the network has to find the counts.',
    ),
    p(
      'It finds their logarithms: exp of a weight plays the part of a count. Only of a part, for softmax does not change when a constant is added to a whole row. Weights and log counts agree *up to a constant c for each row*.',
    ),
    formula(sub('W', ['i', 'j']), '≈', 'ln', sub('N', ['i', 'j']), '+', sub('c', 'i')),
    play(
      controls(row.root, train),
      figures(constant, largest, gap),
      agree.root,
      asker.problem.root,
    ),
    table.root,
    p(
      'A pair that was never seen has the log count −∞. Its weight creeps downwards for ever; no step gets there.',
    ),
    heading('Which is faster?'),
    play(controls(time), times.root, faster.root, timingProblem.root),
    p(
      'Counting is faster. It goes once through the list and is done, exactly; training here even starts from the counted pairs. The lecture’s network goes through all pairs in each step.',
    ),
    aside(
      'Then why a network at all?',
      'Counting does not scale. With one letter of context the table has one row a letter; with ten it would have more rows than there are names in the world, nearly all of them empty. A network with the same loop, but more layers, can share what it has learned between contexts it has never met. Counting is faster; the network is the one that generalises.',
    ),
  );
  const complete = async () => {
    if (timed === null || timed !== state?.list) await timeBoth();
  };
  return { root, draw, complete };
};

// Station 7: the loop by its names, and one step on one cell.
import type { Cell, State } from '../../state/state.ts';
import { count, loss } from '../../text/format.ts';
import { tokenLabel } from '../../text/labels.ts';
import { el, setText } from '../../ui/dom.ts';
import { Asker } from '../asker.ts';
import { power } from '../numbers.ts';
import { button, controls, figure, figures, play, tokenChoice } from '../parts.ts';
import { aside, claim, code, formula, frac, heading, p, sub, sup } from '../prose.ts';
import { slider } from '../slider.ts';
import type { BuildStation } from '../station.ts';

const usualH = 0.01;
const widths = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
/** What float32 leaves of a slope, beside the rounding of its own size. */
const tolerance = 1e-6;

/** The station's builder. */
export const station: BuildStation = (kit) => {
  const { actions } = kit;
  let state: State | null = null;
  let h = usualH;
  const asker = new Asker<'slope'>(kit, redraw);
  const cellOf = (now: State | null): Cell => {
    const last = (now?.list?.alphabet.length ?? 1) - 1;
    return now?.cell ?? { from: Math.min(1, last), to: Math.min(1, last) };
  };
  const row = tokenChoice('descent-row', 'Row (after)', (token) => {
    actions.point({ from: token, to: cellOf(state).to });
  });
  const column = tokenChoice('descent-column', 'Column (comes)', (token) => {
    actions.point({ from: cellOf(state).from, to: token });
  });
  const width = slider({
    id: 'descent-h',
    label: 'h of the difference',
    unit: '',
    standard: usualH,
    stops: widths,
    change(value) {
      h = value;
      if (state !== null) draw(state);
    },
  });
  const step = button(
    'Take one step',
    () => {
      actions.step();
    },
    { class: 'primary' },
  );
  const weight = figure('weight');
  const slope = figure('gradient, from the formula');
  const quotient = figure('slope, by trying');
  const next = figure('weight after one step');
  const before = figure('loss now');
  const after = figure('loss after one step');
  const agrees = claim();
  const falls = claim();
  const sign = el('p');
  const update = el('p', { class: 'spelled small' });

  function redraw(): void {
    const { told, asked } = asker;
    if (state?.list == null || told === null || asked === null) return;
    const { alphabet } = state.list;
    if (asked.row >= alphabet.length || asked.column >= alphabet.length) return;
    const { learningRate, l2 } = state.settings;
    const pair = `${tokenLabel(alphabet, asked.row)} → ${tokenLabel(alphabet, asked.column)}`;
    weight.draw(power(told.weight, 4));
    slope.draw(power(told.gradient, 4));
    quotient.draw(power(told.quotient, 4));
    next.draw(power(told.next, 4));
    before.draw(`${loss(told.loss)} nats`);
    after.draw(`${loss(told.nextLoss)} nats`);
    setText(
      update,
      `${power(told.weight, 4)} − ${learningRate} × ${power(told.gradient, 4)} = ${power(told.next, 4)}`,
    );
    const apart = Math.abs(told.gradient - told.quotient);
    agrees.draw(
      apart <= tolerance + Math.abs(told.gradient) * Math.max(1e-3, h * h),
      `For ${pair}, the two slopes differ by ${power(apart, 2)}.`,
    );
    falls.draw(
      told.nextLoss < told.loss,
      told.nextLoss < told.loss
        ? `One step over all ${count(alphabet.length ** 2)} weights lowers the loss${l2 > 0 ? ', L2 term included,' : ''} from ${loss(told.loss)} to ${loss(told.nextLoss)}.`
        : 'One step does not lower the loss: the learning rate is too high, or there is nothing left to gain.',
    );
    setText(
      sign,
      told.gradient > 0
        ? `The gradient is positive: the network finds ${pair} likelier than the list does, so its weight goes down.`
        : `The gradient is negative: the network finds ${pair} less likely than the list does, so its weight goes up.`,
    );
  }

  function draw(now: State): void {
    state = now;
    if (now.list === null) return;
    const { alphabet } = now.list;
    const { from, to } = cellOf(now);
    row.draw(alphabet, from);
    column.draw(alphabet, to);
    const { learningRate, l2 } = now.settings;
    asker.ask({ about: 'slope', row: from, column: to, h, learningRate, l2 }, now.list, now.run);
  }

  const root = el(
    'div',
    {},
    p('Training is a loop of four lines, and each has a name.'),
    code(
      '# forward pass: what does the network say now?',
      'logits = xenc @ W',
      'counts = logits.exp()',
      'probs = counts / counts.sum(1, keepdim=True)',
      'loss = -probs[torch.arange(num), ys].log().mean() + 0.01*(W**2).mean()',
      '',
      '# zero the gradient: forget the slopes of the last round',
      'W.grad = None',
      '',
      '# backward pass: how does the loss change with each weight?',
      'loss.backward()',
      '',
      '# update: a step downhill',
      'W.data += -50 * W.grad',
    ),
    p(
      'The *gradient* has one number for each weight: how fast the loss rises when this weight rises. For this network it needs no machinery. It is what the network expects, less what the list holds, weighed by how often the row is used. With *L2*, a pull towards zero is added.',
    ),
    formula(
      frac(['∂', 'loss'], ['∂', sub('W', ['i', 'j'])]),
      '=',
      frac([sub('n', 'i'), sub('P', ['i', 'j']), '−', sub('N', ['i', 'j'])], 'n'),
      '+',
      frac(['2', 'λ', sub('W', ['i', 'j'])], [sup('V', '2')]),
    ),
    p(
      'Here `n` is the number of all pairs, `n` with an index those of a row, `V` the number of signs, and λ the weight of L2.',
    ),
    heading('Try it on one cell'),
    p(
      'Believe no formula. Raise the weight by a little, `h`, work out the loss; lower it by as much, work it out again; the difference over `2h` is the slope. The core does both at once, here:',
    ),
    play(
      controls(row.root, column.root, width.root, step),
      figures(weight, slope, quotient),
      agrees.root,
      sign,
      update,
      figures(next, before, after),
      falls.root,
      asker.problem.root,
    ),
    p(
      'The step goes against the slope: the weight, less learning rate times gradient. With a learning rate too high it jumps over the valley; with one too low it takes for ever. Set it in the workbench and watch the sentence above.',
    ),
    aside(
      'Why zero the gradient?',
      'PyTorch adds each new gradient to the old one. Without the second line every step would also repeat all the steps before it.',
    ),
  );
  return { root, draw };
};

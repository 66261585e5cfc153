// Station 4: sampling, one letter at a time.
import type { Model } from '../../messages/questions.ts';
import type { State } from '../../state/state.ts';
import { count } from '../../text/format.ts';
import { tokenLabel } from '../../text/labels.ts';
import { el, setText } from '../../ui/dom.ts';
import { Asker } from '../asker.ts';
import { bars, button, choice, controls, figure, figures, play, rowsTable } from '../parts.ts';
import { aside, claim, code, p } from '../prose.ts';
import type { BuildStation } from '../station.ts';

const digits = 6;

/** The station's builder. */
export const station: BuildStation = (kit) => {
  const { announce } = kit;
  let state: State | null = null;
  let model: Model = 'counted';
  let skip = 0;
  let shown = 1;
  const asker = new Asker<'draws'>(kit, redraw);
  const models = choice<Model>(
    'sampling-model',
    'Table',
    [
      { value: 'counted', text: 'counted' },
      { value: 'learned', text: 'learned' },
    ],
    (value) => {
      model = value;
      again();
    },
  );
  const back = button('Letter back', () => {
    go(shown - 1);
  });
  const onwards = button(
    'Next letter',
    () => {
      go(shown + 1);
    },
    { class: 'primary' },
  );
  const another = button('Next name', () => {
    skip += 1;
    shown = 1;
    again();
  });
  const first = button('First name', () => {
    skip = 0;
    shown = 1;
    again();
  });
  const chart = {
    counted: bars('counted', 'The row drawn from'),
    learned: bars('learned', 'The row drawn from'),
  };
  const line = el('div', { class: 'number-line', attrs: { 'aria-hidden': 'true' } });
  const interval = el('span', { class: 'number-interval' });
  const needle = el('span', { class: 'number-needle' });
  line.append(interval, needle);
  const so = el('p', { class: 'spelled' });
  const context = figure('row');
  const uniform = figure('random number');
  const between = figure('falls between');
  const letter = figure('letter');
  const steps = rowsTable('The draws of this name', ['draw', 'row', 'random number', 'letter']);
  const falls = claim();

  function again(): void {
    if (state !== null) draw(state);
    redraw();
  }

  function go(to: number): void {
    const last = asker.told?.draws.length ?? 1;
    shown = Math.max(1, Math.min(last, to));
    redraw();
    const { textContent } = so;
    announce(textContent);
  }

  function redraw(): void {
    models.draw(model);
    chart.counted.root.hidden = model !== 'counted';
    chart.learned.root.hidden = model !== 'learned';
    if (state?.list == null || state.counted === null || state.run === null) return;
    const { alphabet } = state.list;
    const size = alphabet.length;
    const draws = asker.told?.draws;
    if (draws === undefined) return;
    shown = Math.min(shown, draws.length);
    const at = draws[shown - 1];
    if (at === undefined || at.token >= size || at.context >= size) return;
    const label = (token: number) => tokenLabel(alphabet, token);
    const probabilities =
      model === 'counted' ? state.counted.probabilities : state.run.probabilities;
    const row = probabilities.slice(at.context * size, (at.context + 1) * size);
    chart[model].draw(alphabet, row, at.token);
    interval.style.insetInlineStart = `${at.below * 100}%`;
    interval.style.inlineSize = `${(at.upto - at.below) * 100}%`;
    needle.style.insetInlineStart = `${at.uniform * 100}%`;
    context.draw(label(at.context));
    uniform.draw(at.uniform.toFixed(digits));
    between.draw(`${at.below.toFixed(digits)} and ${at.upto.toFixed(digits)}`);
    letter.draw(label(at.token));
    const spelled = draws.slice(0, shown).map(({ token }) => label(token));
    setText(so, `.${spelled.join('')}`);
    steps.draw(
      draws
        .slice(0, shown)
        .slice(-60)
        .map((draw, i) => [
          String(Math.max(0, shown - 60) + i + 1),
          label(draw.context),
          draw.uniform.toFixed(digits),
          label(draw.token),
        ]),
      Math.min(shown, 60) - 1,
    );
    back.disabled = shown <= 1;
    onwards.disabled = shown >= draws.length;
    first.disabled = skip === 0;
    const right = draws.every(({ uniform: u, below, upto }) => below < u && u <= upto);
    falls.draw(
      right,
      `Name ${count(skip + 1)} of seed ${state.settings.nameSeed}: each of its ${count(draws.length)} random numbers falls in the stretch of its letter.`,
    );
  }

  function draw(next: State): void {
    const before = state;
    const fresh =
      before === null ||
      next.list !== before.list ||
      next.settings.nameSeed !== before.settings.nameSeed;
    const changed = fresh || next.counted !== before.counted || next.run !== before.run;
    if (fresh) {
      skip = 0;
      shown = 1;
    }
    state = next;
    if (next.list === null) return;
    const grounds = model === 'counted' ? next.counted : next.run;
    asker.ask({ about: 'draws', model, seed: next.settings.nameSeed, skip }, next.list, grounds);
    if (changed) redraw();
  }

  const root = el(
    'div',
    {},
    p(
      'To make a name, start at the boundary and take its row. Lay the probabilities end to end on a line from 0 to 1: a likely letter gets a long stretch, an impossible one none. Draw a random number and see in whose stretch it falls. That letter is written down, its row is next, and so on until the boundary is drawn.',
    ),
    code(
      'ix = 0',
      'while True:',
      '    ix = torch.multinomial(P[ix], 1, replacement=True, generator=g).item()',
      '    out.append(itos[ix])',
      '    if ix == 0: break',
    ),
    play(
      controls(models.root, back, onwards, another, first),
      so,
      chart.counted.root,
      chart.learned.root,
      line,
      figures(context, uniform, between, letter),
      falls.root,
      asker.problem.root,
    ),
    steps.root,
    p(
      'The seed fixes the random numbers, so the same seed and the same table give the same name, here and in the lecture. Where two tables are close, the same numbers fall in the same stretches and both models write the same letters.',
    ),
    aside(
      'These names are poor, and that is no fault.',
      'The model remembers one letter. It cannot know how long the name already is, or what came two letters ago. Compare it with the untrained model, whose names stand beside it in the workbench, not with a list of real names.',
    ),
  );
  const complete = () => {
    go(asker.told?.draws.length ?? 1);
    return Promise.resolve();
  };
  return { root, draw, complete };
};

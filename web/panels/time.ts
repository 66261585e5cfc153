// Time travel: a slider over every step taken, and one step back or on. Draws; the way back is the
// worker's.
import type { Actions } from '../control/actions.ts';
import type { State } from '../state/state.ts';
import { count } from '../text/format.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import { term } from '../ui/meaning.ts';
import '../styles/time.css';

const icons = {
  toStart: 'M2.500 3h2v10h-2zM13.500 3v10l-8-5z',
  stepBack: 'M11.500 3v10L4 8z',
  stepOn: 'M4.500 3v10L12 8z',
  toEnd: 'M11.500 3h2v10h-2zM2.500 3v10l8-5z',
};

/** The panel, in its place on the page. */
export function timePanel(root: HTMLElement, actions: Actions) {
  const one = (id: string, label: string, path: string, go: () => void) =>
    button(label, go, { class: 'back', icon: path, attrs: { id, title: label } });
  const start = one('time-start', 'To step 0', icons.toStart, () => {
    actions.seek(0);
  });
  const before = one('time-back', 'One step back', icons.stepBack, () => {
    actions.stepBack();
  });
  const after = one('time-forward', 'One step on', icons.stepOn, () => {
    actions.step();
  });
  const end = one('time-end', 'To the last step', icons.toEnd, () => {
    actions.seek(Number(slider.max));
  });
  const slider = el('input', {
    attrs: { type: 'range', id: 'time-step', min: '0', max: '0', step: '1', 'aria-label': 'Step' },
  });
  /** Where the slider was put: it stays there until the models have come after it. */
  let wanted: number | null = null;
  slider.addEventListener('input', () => {
    wanted = slider.valueAsNumber;
    actions.seek(wanted);
    drawPlace(wanted);
  });
  const place = el('output', { class: 'numeric', attrs: { for: 'time-step' } });
  const bar = el('progress', { attrs: { max: '1', 'aria-label': 'Taking the steps again' } });
  const progress = el('span', { class: 'numeric' });
  const replay = el(
    'div',
    { class: 'replay', attrs: { hidden: '' } },
    bar,
    progress,
    button(
      'Cancel',
      () => {
        actions.cancelSeek();
      },
      { attrs: { id: 'cancel-seek' } },
    ),
  );
  root.append(
    term('Step', 'timeStep'),
    start,
    before,
    slider,
    after,
    end,
    el('div', { class: 'time-place' }, place, replay),
  );

  let last = 0;
  let wasSeeking = false;

  function drawPlace(step: number): void {
    setText(place, `${count(step)} of ${count(last)}`);
    slider.setAttribute('aria-valuetext', `step ${count(step)} of ${count(last)}`);
  }

  function drawReplay({ seeking }: State): void {
    show(replay, seeking !== null);
    show(place, seeking === null);
    if (seeking === null) return;
    bar.value = seeking.target > 0 ? seeking.step / seeking.target : 0;
    setText(progress, `${count(seeking.step)} of ${count(seeking.target)}`);
  }

  return {
    draw(state: State): void {
      const { run, seeking, list } = state;
      drawReplay(state);
      const step = run?.step ?? 0;
      last = run?.lastStep ?? 0;
      const max = String(last);
      if (slider.max !== max) slider.max = max;
      const givenUp = wasSeeking && seeking === null;
      wasSeeking = seeking !== null;
      if (wanted === step || run?.training === true || givenUp) wanted = null;
      if (wanted !== null && wanted > last) wanted = null;

      slider.disabled = list === null || last === 0;
      for (const each of [start, before]) each.disabled = slider.disabled || step === 0;
      end.disabled = slider.disabled || step === last;
      after.disabled = list === null;
      const shown = wanted ?? step;
      if (slider.valueAsNumber !== shown) slider.value = String(shown);
      drawPlace(shown);
    },
  };
}

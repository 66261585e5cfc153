// Train, Pause, Step, Reset, and the settings that models depend on. Draws; trains nothing.
import type { Actions } from '../control/actions.ts';
import type { Speed } from '../messages/protocol.ts';
import { defaults, ranges, speeds } from '../state/settings.ts';
import type { NumberKey } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { count, loss, rate } from '../text/format.ts';
import { button, el, icon, setText, show } from '../ui/dom.ts';
import { icons } from '../ui/icons.ts';
import { askMark, term } from '../ui/meaning.ts';
import { numberControl } from '../ui/number-control.ts';
import { seedControl } from '../ui/seed-control.ts';
import { stopSlider, wayBack } from '../ui/value-parts.ts';

const numbers: { key: NumberKey; label: string; unit: string }[] = [
  { key: 'learningRate', label: 'Learning rate', unit: '× gradient' },
  { key: 'l2', label: 'L2', unit: '× mean W²' },
  { key: 'smoothing', label: 'Smoothing', unit: 'per pair' },
];

function speedWords(speed: Speed): string {
  if (speed === 'unlimited') return 'as fast as possible';
  return speed === 1 ? '1 step a frame' : `${speed} steps a frame`;
}

/** The panel, in its place on the page. */
export function trainPanel(root: HTMLElement, actions: Actions) {
  const refuse = (message: string) => {
    actions.refuse('', message);
  };
  let training = false;
  const train = button(
    'Train',
    () => {
      if (training) actions.pause();
      else actions.train();
    },
    {
      class: 'primary',
      icon: icons.play,
      attrs: { id: 'train-button', 'aria-keyshortcuts': 'Space' },
    },
  );
  const step = button(
    'Step',
    () => {
      actions.step();
    },
    {
      attrs: { title: 'One step of gradient descent' },
    },
  );
  const reset = button(
    'Reset',
    () => {
      actions.reset();
    },
    {
      attrs: { title: 'Back to the untrained weights' },
    },
  );
  const stepCount = el('span', { class: 'numeric', text: 'step 0' });
  const lossNow = el('span', { class: 'numeric' });
  const lossRoom = el('span', { class: 'loss-now' }, lossNow, askMark('Loss', 'loss'));
  const pace = el('span', { class: 'numeric quiet' });
  const paceRoom = el('span', { class: 'pace' }, pace, askMark('Steps a second', 'pace'));
  const bar = el(
    'div',
    { class: 'train-bar' },
    train,
    step,
    reset,
    el(
      'p',
      { class: 'train-state' },
      el('span', {}, stepCount, askMark('Step', 'step')),
      lossRoom,
      paceRoom,
    ),
  );

  const controls = numbers.map(({ key, ...words }) => ({
    key,
    control: numberControl({
      ...words,
      id: key,
      meaning: key,
      standard: defaults[key],
      range: ranges[key],
      change: (value) => {
        actions.setNumber(key, value);
      },
      refuse,
    }),
  }));
  const seed = seedControl('weights-seed', 'Weights seed', 'weightsSeed', actions);

  const speedLabel = term('Speed', 'speed');
  const speedValue = el('output', { class: 'numeric', attrs: { for: 'speed' } });
  const standardSpeed = () => {
    actions.setSpeed(defaults.speed);
  };
  speedLabel.addEventListener('dblclick', standardSpeed);
  const speed = stopSlider(
    'speed',
    'Speed',
    speeds.length,
    (stop) => {
      actions.setSpeed(speeds[stop] ?? defaults.speed);
    },
    standardSpeed,
  );
  const speedBack = wayBack('Speed', speedWords(defaults.speed), standardSpeed);
  const speedControl = el(
    'div',
    { class: 'control' },
    el('div', { class: 'control-head' }, speedLabel, speedValue),
    el('div', { class: 'control-slide' }, speed.root, speedBack.root),
  );

  root.append(
    bar,
    el(
      'div',
      { class: 'controls' },
      ...controls.map(({ control }) => control.root),
      speedControl,
      seed.root,
    ),
  );

  function drawButton(now: boolean): void {
    training = now;
    train.replaceChildren(
      icon(now ? icons.pause : icons.play),
      el('span', { text: now ? 'Pause' : 'Train' }),
    );
  }

  return {
    draw({ run, list, settings }: State): void {
      if ((run?.training ?? false) !== training) drawButton(run?.training ?? false);
      for (const each of [train, step, reset]) each.disabled = list === null;
      setText(stepCount, `step ${count(run?.step ?? 0)}`);
      setText(lossNow, run === null ? '' : `loss ${loss(run.loss)}`);
      const speedNow = run?.training === true ? run.stepsPerSecond : 0;
      setText(pace, speedNow > 0 ? rate(speedNow) : '');
      show(paceRoom, speedNow > 0);
      for (const { key, control } of controls) control.draw(settings[key]);
      seed.draw(settings.weightsSeed);
      const words = speedWords(settings.speed);
      setText(speedValue, words);
      speedBack.draw(settings.speed === defaults.speed);
      speed.draw(Math.max(0, speeds.indexOf(settings.speed)), words);
    },
  };
}

// Which model invents the names, and how daring it is, in plain words. Draws; trains nothing itself.
import type { Actions } from '../control/actions.ts';
import { temperatures } from '../links/studio.ts';
import type { Model } from '../messages/questions.ts';
import { defaults, ladder, ranges } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { studioDefaults } from '../state/studio-defaults.ts';
import { count, loss, plural } from '../text/format.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import { askMark } from '../ui/meaning.ts';
import { wordSwitch } from '../ui/switch.ts';
import { plainSlider } from './plain-slider.ts';

/** Even steps around 1, which changes nothing. */
const temperatureStops = [
  0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1, 1.05,
  1.1, 1.15, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.5, 3, 4, 5,
];

const smoothingWords = (value: number): string => {
  if (value === 0) return 'only pairs of letters that the list has';
  if (value < 1) return 'now and then a pair that the list lacks';
  return value < 20 ? 'often a pair that the list lacks' : 'almost any letter after any other';
};

const temperatureWords = (value: number): string => {
  if (value === 1) return 'as the list has it';
  if (value < 0.6) return 'the most usual letters, hardly any other';
  if (value < 1) return 'usual letters more often';
  return value < 1.6 ? 'rare letters more often' : 'rare letters nearly as often as usual ones';
};

/** The choice, in its place. */
export function modelChoice(root: HTMLElement, actions: Actions) {
  const choice = wordSwitch<Model>(
    'studio-model',
    'Model',
    [
      ['counted', 'Counted'],
      ['learned', 'Learned'],
    ],
    (model) => {
      actions.setStudio({ model });
    },
  );
  const said = el('span', { attrs: { id: 'about-model' } });
  const mark = askMark('Training', 'trained');
  const about = el('p', { class: 'rule-hint about-model' }, said, mark);
  let training = false;
  const train = button(
    'Train',
    () => {
      if (training) actions.pause();
      else actions.train();
    },
    { attrs: { id: 'studio-train', hidden: '' } },
  );
  const smoothing = plainSlider({
    id: 'studio-smoothing',
    label: 'Smoothing',
    meaning: 'smoothing',
    low: 'keeps to the list',
    high: 'invents freely',
    standard: defaults.smoothing,
    range: { ...ranges.smoothing, stops: [0, ...ladder(0.01, 1000)] },
    words: smoothingWords,
    change: (value) => {
      actions.setNumber('smoothing', value);
    },
    refuse: (message) => {
      actions.refuse('', message);
    },
  });
  const temperature = plainSlider({
    id: 'temperature',
    label: 'Temperature',
    meaning: 'temperature',
    low: 'careful',
    high: 'daring',
    standard: studioDefaults.temperature,
    range: { ...temperatures, stops: temperatureStops },
    words: temperatureWords,
    change: (value) => {
      actions.setStudio({ temperature: value });
    },
    refuse: (message) => {
      actions.refuse('', message);
    },
  });
  root.append(
    el('div', { class: 'model-line' }, choice.root, train),
    about,
    smoothing.root,
    temperature.root,
  );

  function words({ studio, list, run }: State): string {
    if (list === null || run === null) return '';
    if (studio.model === 'counted') {
      return 'Letters follow each other as often as in the list.';
    }
    if (run.step === 0 && !run.training) {
      return 'A network that has not been trained: its names are noise. Train it, and watch them improve.';
    }
    const now = run.training ? 'Training' : 'Trained';
    return `${now} for ${plural(run.step, 'step')}: loss ${loss(run.dataLoss)}; counting reaches ${loss(list.optimumLoss)}.`;
  }

  return {
    draw(state: State): void {
      const { studio, settings, run } = state;
      choice.draw(studio.model);
      setText(said, words(state));
      show(mark, studio.model === 'learned' && run !== null && run.step > 0);
      show(train, studio.model === 'learned');
      training = run?.training ?? false;
      train.disabled = run === null;
      setText(train.querySelector('span') ?? train, trainWords(training, run?.step ?? 0));
      show(smoothing.root, studio.model === 'counted');
      smoothing.draw(settings.smoothing);
      temperature.draw(studio.temperature);
    },
  };
}

function trainWords(training: boolean, step: number): string {
  if (training) return 'Pause';
  return step === 0 ? 'Train it' : `Train on from step ${count(step)}`;
}

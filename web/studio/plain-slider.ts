// A slider between two plain words, with its number, which may be typed, and what it means just now.
import type { NumberRange } from '../state/settings.ts';
import type { MeaningName } from '../text/meanings.ts';
import { el, setText } from '../ui/dom.ts';
import { sliderParts } from '../ui/number-control.ts';
import type { NumberControl } from '../ui/number-control.ts';

/** Its words, its stops and what its values mean. */
export interface PlainSliderSpec {
  id: string;
  label: string;
  meaning: MeaningName;
  low: string;
  high: string;
  standard: number;
  range: NumberRange;
  words: (value: number) => string;
  change: (value: number) => void;
  refuse: (message: string) => void;
}

/** The slider, as a control that shows a number. */
export function plainSlider(spec: PlainSliderSpec): NumberControl {
  const { label, exact, slider, slide, draw } = sliderParts(
    spec,
    'exact value',
    (value, text) => `${text}: ${spec.words(value)}`,
  );
  const words = el('p', { class: 'rule-hint', attrs: { id: `${spec.id}-words` } });
  slider.setAttribute('aria-describedby', words.id);
  const ends = el(
    'p',
    { class: 'slider-ends', attrs: { 'aria-hidden': 'true' } },
    el('span', { text: spec.low }),
    el('span', { text: spec.high }),
  );
  const head = el('div', { class: 'control-head' }, label, exact);
  return {
    root: el('div', { class: 'control plain-slider' }, head, slide, ends, words),
    draw(value) {
      draw(value);
      setText(words, spec.words(value));
    },
  };
}

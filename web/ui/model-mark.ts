// The sign of a model beside its name: untrained is a dash, counted a hollow square, learned a filled
// disc. They differ in shape as well as colour.
import { el } from './dom.ts';

/** The three models by the words of the page. */
export type ModelName = 'untrained' | 'counted' | 'learned';

const words: Record<ModelName, string> = {
  untrained: 'Untrained',
  counted: 'Counted',
  learned: 'Learned',
};

/** The sign with the word. */
export function modelMark(model: ModelName): HTMLElement {
  return el(
    'span',
    { class: `model ${model}` },
    el('span', { class: 'mark', attrs: { 'aria-hidden': 'true' } }),
    words[model],
  );
}

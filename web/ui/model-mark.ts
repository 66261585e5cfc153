// The sign of a model beside its name: counted is a hollow square, learned a filled disc. The two
// differ in shape as well as colour.
import { el } from '../dom.ts';

export type ModelName = 'counted' | 'learned';

const words: Record<ModelName, string> = { counted: 'Counted', learned: 'Learned' };

export function modelMark(model: ModelName): HTMLElement {
  return el(
    'span',
    { class: `model ${model}` },
    el('span', { class: 'mark', attrs: { 'aria-hidden': 'true' } }),
    words[model],
  );
}

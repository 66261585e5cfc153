// Names drawn from both models with the same random numbers, row by row: where the tables agree, so
// do the names. Draws; samples nothing.
import type { Actions } from '../actions.ts';
import { button, el, setText, show } from '../dom.ts';
import { count } from '../format.ts';
import type { SampledName, SampledNames, SamplerKind } from '../protocol.ts';
import { defaults, readSeed, samplers } from '../settings.ts';
import type { State } from '../state.ts';
import { icons } from '../ui/icons.ts';
import { modelMark } from '../ui/model-mark.ts';
import { seedControl } from '../ui/number-control.ts';

const samplerWords: Record<SamplerKind, string> = {
  cdf: 'as in the lecture (cdf)',
  race: 'as in today’s PyTorch (race)',
  mkl: 'as in PyTorch 2.0 to 2.6 on Intel (mkl)',
};

interface NameCell {
  root: HTMLElement;
  /** `shared`: the other model draws this name too. */
  draw(sampled: SampledName, shared: boolean, lengthLimit: number): void;
}

const key = ({ name, cut }: SampledName): string => (cut ? `${name}…` : name);

function nameCell(model: string): NameCell {
  const name = el('bdi');
  const cut = el('span', { class: 'cut', text: '… cut', attrs: { hidden: '' } });
  const root = el('td', { class: model }, el('div', { class: 'name' }, name, cut));
  return {
    root,
    draw(sampled, shared, lengthLimit) {
      const text = sampled.name;
      // A name may have a thousand letters; no line shows more than this.
      setText(name, text === '' ? '(no letters)' : text.slice(0, 200));
      name.classList.toggle('empty', text === '');
      root.classList.toggle('shared', shared);
      const limit = `No end after ${count(lengthLimit)} letters: cut there.`;
      const title = sampled.cut ? limit : text;
      if (root.title !== title) root.title = title;
      show(cut, sampled.cut);
    },
  };
}

export function namesPanel(root: HTMLElement, actions: Actions, rowsShown: number) {
  const rows = Array.from({ length: rowsShown }, () => {
    const counted = nameCell('counted');
    const learned = nameCell('learned');
    const same = el('td', { class: 'same' });
    return { counted, learned, same, root: el('tr', {}, counted.root, same, learned.root) };
  });
  const head = el(
    'tr',
    {},
    el('th', { attrs: { scope: 'col' } }, modelMark('counted')),
    el('th', { class: 'same', attrs: { scope: 'col', 'aria-label': 'Same or not' } }),
    el('th', { attrs: { scope: 'col' } }, modelMark('learned')),
  );
  const table = el(
    'table',
    { class: 'names', attrs: { 'aria-labelledby': 'names-title' } },
    el('thead', {}, head),
    el('tbody', {}, ...rows.map((row) => row.root)),
  );
  const tally = el('p', { class: 'tally', text: ' ' });

  const seed = seedControl({
    id: 'name-seed',
    label: 'Seed',
    title: 'The same seed draws the same names again.',
    standard: defaults.nameSeed,
    read: readSeed,
    change: (value) => {
      actions.setSeed('nameSeed', value);
    },
    refuse: (message) => {
      actions.refuse('', message);
    },
  });
  seed.root.append(
    button(
      'New seed',
      () => {
        actions.newNameSeed();
      },
      {
        icon: icons.dice,
        attrs: { id: 'new-seed' },
      },
    ),
  );
  const sampler = el('select', { attrs: { id: 'sampler' } });
  for (const kind of samplers) {
    sampler.append(el('option', { text: samplerWords[kind], attrs: { value: kind } }));
  }
  sampler.addEventListener('change', () => {
    actions.setSampler(samplers.find((kind) => kind === sampler.value) ?? defaults.sampler);
  });
  const drawing = el(
    'div',
    { class: 'control sampler-control' },
    el('label', { text: 'Drawn', attrs: { for: 'sampler' } }),
    sampler,
  );
  root.append(table, tally, el('div', { class: 'draws' }, seed.root, drawing));

  let drawn: SampledNames | null = null;

  function drawNames(names: SampledNames): void {
    // One letter more or less moves every draw after it: a name may come again in another row.
    const inCounted = new Set(names.counted.map(key));
    const inLearned = new Set(names.learned.map(key));
    let inPlace = 0;
    let inBoth = 0;
    rows.forEach((row, i) => {
      const counted = names.counted[i];
      const learned = names.learned[i];
      if (counted === undefined || learned === undefined) return;
      row.counted.draw(counted, inLearned.has(key(counted)), names.lengthLimit);
      row.learned.draw(learned, inCounted.has(key(learned)), names.lengthLimit);
      const same = key(counted) === key(learned);
      if (same) inPlace += 1;
      if (inCounted.has(key(learned))) inBoth += 1;
      setText(row.same, same ? '=' : '');
      if (same) row.same.setAttribute('aria-label', 'the same');
      else row.same.removeAttribute('aria-label');
    });
    setText(tally, `${inBoth} of ${rows.length} come from both, ${inPlace} in the same place`);
  }

  return {
    draw(state: State): void {
      seed.draw(state.settings.nameSeed);
      if (sampler.value !== state.settings.sampler) sampler.value = state.settings.sampler;
      if (state.names !== null && state.names !== drawn) drawNames((drawn = state.names));
    },
  };
}

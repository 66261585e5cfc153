// Names drawn from three models with the same random numbers, row by row: where the tables agree, so
// do the names. Draws; samples nothing.
import type { Actions } from '../control/actions.ts';
import type {
  SampledName,
  SampledNames,
  SamplerKind,
  UntrainedKind,
} from '../messages/protocol.ts';
import { defaults, samplers, untrainedKinds } from '../state/settings.ts';
import type { State } from '../state/state.ts';
import { csv } from '../text/csv.ts';
import { count } from '../text/format.ts';
import { visible } from '../text/visible.ts';
import { copyButton } from '../ui/copy.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import { icons } from '../ui/icons.ts';
import { askMark, term } from '../ui/meaning.ts';
import { modelMark } from '../ui/model-mark.ts';
import { lettersOf, partsAt } from '../ui/parting.ts';
import { seedControl } from '../ui/seed-control.ts';

const samplerWords: Record<SamplerKind, string> = {
  cdf: 'as in the lecture (cdf)',
  race: 'as in today’s PyTorch (race)',
  mkl: 'as in PyTorch 2.0 to 2.6 on Intel (mkl)',
};

const untrainedWords: Record<UntrainedKind, string> = {
  uniform: 'untrained: uniform',
  initial: 'untrained: weights W0',
};

interface NameCell {
  root: HTMLElement;
  /** `parts`: the letter where it parts from the name beside it. `shared`: that model draws it too. */
  draw(sampled: SampledName, parts: number | null, shared: boolean, lengthLimit: number): void;
}

/** No line shows more letters of a name than this; it may have a thousand. */
const lettersShown = 200;

const key = ({ name, cut }: SampledName): string => (cut ? `${name}…` : name);

function nameCell(model: string): NameCell {
  const before = el('span');
  const parting = el('mark');
  const rest = el('span');
  const name = el('bdi', {}, before, parting, rest);
  const cut = el('span', { class: 'cut', text: '… cut', attrs: { hidden: '' } });
  const root = el('td', { class: model }, el('div', { class: 'name' }, name, cut));
  return {
    root,
    draw(sampled, parts, shared, lengthLimit) {
      const start = sampled.name.slice(0, 2 * lettersShown);
      const letters = lettersOf(start).map(visible).slice(0, lettersShown);
      const at = parts ?? letters.length;
      const empty = letters.length === 0;
      setText(before, empty ? '(no letters)' : letters.slice(0, at).join(''));
      setText(parting, letters[at] ?? '');
      setText(rest, letters.slice(at + 1).join(''));
      // A name that ended where the other goes on parts from it with the boundary.
      show(parting, parts !== null && at < letters.length);
      name.classList.toggle('empty', empty);
      root.classList.toggle('shared', shared);
      const limit = `No end after ${count(lengthLimit)} letters: cut there.`;
      const title = sampled.cut ? limit : visible(start);
      if (root.title !== title) root.title = title;
      show(cut, sampled.cut);
    },
  };
}

/** The panel, in its place on the page, with so many rows. */
export function namesPanel(root: HTMLElement, actions: Actions, rowsShown: number) {
  const rows = Array.from({ length: rowsShown }, () => {
    const untrained = nameCell('untrained');
    const counted = nameCell('counted');
    const learned = nameCell('learned');
    const same = el('td', { class: 'same' });
    const cells = [untrained.root, counted.root, same, learned.root];
    return { untrained, counted, learned, same, root: el('tr', {}, ...cells) };
  });
  const untrainedChoice = el('select', {
    class: 'corner',
    attrs: { id: 'untrained', 'aria-label': 'The untrained model' },
  });
  for (const kind of untrainedKinds) {
    untrainedChoice.append(el('option', { text: untrainedWords[kind], attrs: { value: kind } }));
  }
  untrainedChoice.addEventListener('change', () => {
    const kind = untrainedKinds.find((each) => each === untrainedChoice.value);
    actions.setUntrained(kind ?? defaults.untrained);
  });
  const head = el(
    'tr',
    {},
    el('th', { attrs: { scope: 'col' } }, modelMark('untrained')),
    el('th', { attrs: { scope: 'col' } }, modelMark('counted')),
    el(
      'th',
      { class: 'same', attrs: { scope: 'col' } },
      el('span', { class: 'visually-hidden', text: 'Same or not' }),
    ),
    el('th', { attrs: { scope: 'col' } }, modelMark('learned')),
  );
  const table = el(
    'table',
    { class: 'names', attrs: { 'aria-labelledby': 'names-title' } },
    el('thead', {}, head),
    el('tbody', {}, ...rows.map((row) => row.root)),
  );
  const tallyWords = el('span', { text: ' ' });
  const tally = el(
    'p',
    { class: 'tally' },
    tallyWords,
    askMark('Names from both', 'tally'),
    copyButton('Copy as CSV', () => csv(csvRows()), { class: 'quiet-button' }),
  );

  const seed = seedControl('name-seed', 'Seed', 'nameSeed', actions);
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
  const sampler = el('select', { attrs: { id: 'sampler', 'aria-label': 'Drawn' } });
  for (const kind of samplers) {
    sampler.append(el('option', { text: samplerWords[kind], attrs: { value: kind } }));
  }
  sampler.addEventListener('change', () => {
    actions.setSampler(samplers.find((kind) => kind === sampler.value) ?? defaults.sampler);
  });
  const drawing = el(
    'div',
    { class: 'control sampler-control' },
    term('Drawn', 'sampler', 'sampler-term'),
    sampler,
  );
  root.append(untrainedChoice, table, tally, el('div', { class: 'draws' }, seed.root, drawing));

  let drawn: SampledNames | null = null;
  let language = '';
  const lettered = rows.flatMap(({ root: row }) => Array.from(row.querySelectorAll('bdi')));

  /** So that fonts and screen readers take the names for what they are. */
  function speak(now: string): void {
    if (now === language) return;
    language = now;
    for (const name of lettered) name.lang = now;
  }

  function csvRows(): (string | number)[][] {
    if (drawn === null) return [];
    const { seed: from, sampler: by, step, untrained, counted, learned } = drawn;
    const rowsOf = counted.map((each, i) => [
      from,
      by,
      step,
      untrained[i]?.name ?? '',
      each.name,
      learned[i]?.name ?? '',
    ]);
    return [['seed', 'sampler', 'step', 'untrained', 'counted', 'learned'], ...rowsOf];
  }

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
      const untrained = names.untrained[i];
      const { lengthLimit } = names;
      const parts = partsAt(counted.name, learned.name);
      row.counted.draw(counted, parts, inLearned.has(key(counted)), lengthLimit);
      row.learned.draw(learned, parts, inCounted.has(key(learned)), lengthLimit);
      if (untrained !== undefined) {
        const away = partsAt(untrained.name, counted.name);
        row.untrained.draw(untrained, away, inCounted.has(key(untrained)), lengthLimit);
      }
      const same = key(counted) === key(learned);
      if (same) inPlace += 1;
      if (inCounted.has(key(learned))) inBoth += 1;
      setText(row.same, same ? '=' : '');
      if (same) row.same.setAttribute('aria-label', 'the same');
      else row.same.removeAttribute('aria-label');
    });
    setText(tallyWords, `${inBoth} of ${rows.length} from both, ${inPlace} in place`);
  }

  return {
    draw(state: State): void {
      speak(state.language);
      seed.draw(state.settings.nameSeed);
      const { untrained } = state.settings;
      if (untrainedChoice.value !== untrained) untrainedChoice.value = untrained;
      if (sampler.value !== state.settings.sampler) sampler.value = state.settings.sampler;
      if (state.names !== null && state.names !== drawn) drawNames((drawn = state.names));
    },
  };
}

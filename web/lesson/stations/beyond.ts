// Station 10: why one letter is not enough, and what comes next.
import type { Told } from '../../messages/questions.ts';
import type { State } from '../../state/state.ts';
import { fixed, loss } from '../../text/format.ts';
import { strangerIn, tokenLabel } from '../../text/labels.ts';
import { el, setText } from '../../ui/dom.ts';
import { Asker, inWords } from '../asker.ts';
import { published } from '../ladder.ts';
import {
  bars,
  button,
  controls,
  play,
  problemLine,
  rowsTable,
  startingWord,
  wordField,
} from '../parts.ts';
import { claim, code, heading, p } from '../prose.ts';
import type { BuildStation } from '../station.ts';

const starts = ['emm', 'xqem'] as const;
const longest = 30;

/** The station's builder. */
export const station: BuildStation = (kit) => {
  const { actions, announce } = kit;
  let state: State | null = null;
  const typed: [string, string] = [...starts];
  let typedOne = false;
  const problem = problemLine();
  const again = () => {
    redraw();
  };
  const fields = starts.map((start, i) =>
    wordField(`beyond-${i}`, i === 0 ? 'After' : 'and after', start, (word) => {
      typed[i === 0 ? 0 : 1] = word;
      typedOne = true;
      again();
    }),
  );
  const charts = starts.map(() => bars('counted', 'What may follow'));
  const heads = starts.map(() => el('p', { class: 'spelled small' }));
  const same = claim();

  /** Two beginnings that end alike, in letters of the list. */
  function begun(next: State): [string, string] {
    const spelled = starts.every((start) => startingWord(start, next) === start);
    if (spelled) return [...starts];
    const first = Array.from(next.word).slice(0, 3);
    const last = first.at(-1) ?? '';
    return [first.join(''), `${last}${last}`];
  }

  /** The token that a beginning ends in, or the letter that the list lacks. */
  function lastToken(word: string, alphabet: readonly string[]): number | string {
    const stranger = strangerIn(word, alphabet);
    if (stranger !== null) return stranger;
    const last = Array.from(word).at(-1);
    return last === undefined ? 0 : alphabet.indexOf(last, 1);
  }

  function redraw(): void {
    if (state?.list == null || state.counted === null) return;
    const { alphabet } = state.list;
    const size = alphabet.length;
    const { probabilities } = state.counted;
    const tokens = typed.map((word) => lastToken(word, alphabet));
    const strange = tokens.find((token) => typeof token === 'string');
    problem.draw(strange === undefined ? '' : `The list has no “${strange}”.`);
    tokens.forEach((token, i) => {
      if (typeof token === 'string') return;
      setText(
        heads[i] as HTMLElement,
        `.${typed[i] ?? ''} → ?  row ${tokenLabel(alphabet, token)}`,
      );
      charts[i]?.draw(alphabet, probabilities.slice(token * size, (token + 1) * size), null);
    });
    const [first, second] = tokens;
    if (typeof first !== 'number' || typeof second !== 'number') {
      same.draw(null, '');
      return;
    }
    const equal = first === second;
    same.draw(
      equal,
      equal
        ? `Both go on in the same way, for both end in ${tokenLabel(alphabet, first)}: the model sees nothing else.`
        : `They end in ${tokenLabel(alphabet, first)} and ${tokenLabel(alphabet, second)}: two rows. Let them end alike.`,
    );
  }

  // The loop: predict, sample, append.
  let text = '';
  let appended = 0;
  let ended = false;
  let busy = false;
  const loop = el('p', { class: 'spelled' });
  const said = el('p', { class: 'quiet' });
  const append = button('Predict, sample, append', () => void appendLetter(), {
    class: 'primary',
  });
  const restart = button('Start again', () => {
    begin();
  });

  function begin(): void {
    text = '';
    appended = 0;
    ended = false;
    append.disabled = false;
    setText(loop, '.');
    setText(said, 'Nothing yet but the boundary.');
  }

  async function appendLetter(): Promise<void> {
    if (busy || ended) return;
    busy = true;
    const seed = state?.settings.nameSeed ?? 0;
    try {
      drawLetter(await actions.ask({ about: 'letter', word: text, seed, skip: appended }));
    } catch (error) {
      setText(said, inWords(error));
      ended = true;
    } finally {
      busy = false;
    }
  }

  function drawLetter({ draw }: Told<'letter'>): void {
    const alphabet = state?.list?.alphabet ?? [];
    appended += 1;
    ended = draw.token === 0 || appended >= longest;
    if (draw.token !== 0) text += alphabet[draw.token] ?? '';
    append.disabled = ended;
    setText(loop, `.${text}${draw.token === 0 ? '.' : ''}`);
    const chance = fixed(draw.upto - draw.below, 4);
    const words = `Row ${tokenLabel(alphabet, draw.context)}; random number ${draw.uniform.toFixed(4)}; ${tokenLabel(alphabet, draw.token)}, which had probability ${chance}.`;
    setText(said, ended ? `${words} The name is done.` : words);
    announce(words);
  }

  const rungs = rowsTable('Losses of this list, computed here', ['model', 'loss', 'what it knows']);
  const falls = claim();
  const asker = new Asker<'ladder'>(kit, ({ uniform, singleLetters, bigram }) => {
    rungs.draw([
      ['uniform', loss(uniform), 'how many signs there are'],
      ['single letters', loss(singleLetters), 'how often each comes'],
      ['bigram', loss(bigram), 'the letter before'],
    ]);
    falls.draw(
      uniform >= singleLetters && singleLetters >= bigram,
      `Each rung knows more and loses less: ${loss(uniform)}, ${loss(singleLetters)}, ${loss(bigram)}.`,
    );
  });
  const wider = rowsTable(
    'Losses of wider models on the lecture’s names, as published',
    ['model', 'on its training names', 'on held-out names', 'source'],
    'wide',
  );
  wider.draw(published.map(({ model, train, heldOut, source }) => [model, train, heldOut, source]));
  begin();

  function draw(next: State): void {
    const before = state;
    const newList =
      before === null ||
      next.list !== before.list ||
      next.settings.nameSeed !== before.settings.nameSeed;
    const changed = newList || next.word !== before.word || next.counted !== before.counted;
    state = next;
    if (next.list === null) return;
    asker.ask({ about: 'ladder' }, next.list);
    if (newList) begin();
    if (!typedOne) {
      typed.splice(0, 2, ...begun(next));
      fields.forEach(({ input }, i) => {
        if (input.value !== typed[i]) input.value = typed[i] ?? '';
      });
    }
    if (changed) redraw();
  }

  const root = el(
    'div',
    {},
    p(
      'The model looks back one letter. Whatever came before is gone. Type two beginnings that end alike and compare what it expects next.',
    ),
    play(
      controls(...fields.map(({ root: field }) => field)),
      problem.root,
      el(
        'div',
        { class: 'two-charts' },
        ...charts.map((chart, i) => el('div', {}, heads[i] as HTMLElement, chart.root)),
      ),
      same.root,
    ),
    heading('The loop that stays'),
    p(
      'Predict a distribution over what comes next; sample from it; append what was drawn; begin again with the longer text. A large language model writes in this very loop. Only the prediction is better.',
    ),
    play(controls(append, restart), loop, said),
    code(
      'while True:',
      '    probs = model(context)        # predict',
      '    ix = sample(probs)            # sample',
      '    context = context + [ix]      # append',
    ),
    heading('Three axes to a large language model'),
    el(
      'dl',
      { class: 'axes' },
      el('dt', { text: 'Token' }),
      el('dd', { text: 'Here one letter. There a piece of a word, one of some hundred thousand.' }),
      el('dt', { text: 'Context' }),
      el('dd', { text: 'Here the one token before. There thousands of them, and more.' }),
      el('dt', { text: 'Model' }),
      el('dd', {
        text: 'Here a table, one row a context. There a network of many layers that shares what it knows between contexts.',
      }),
    ),
    p('Loss, gradient, descent and sampling stay what they are on this page.'),
    heading('The ladder of losses'),
    p('For the list that is loaded, in nats, computed now:'),
    play(rungs.root, falls.root, asker.problem.root),
    p(
      'For the lecture’s names the three are 3.2958, 2.8227 and 2.4540. Later lectures of the series print the losses below. They were not computed here. They come from training on 80% of the names; the second number is for 10% that the model never saw, and so is the fairer one. The three above are for the whole list, as in the first lecture.',
    ),
    wider.root,
    p(
      'Sources: the notebooks in `lectures/makemore` of the repository `karpathy/nn-zero-to-hero` on GitHub.',
    ),
  );
  const complete = async () => {
    while (!ended && !busy) await appendLetter();
  };
  return { root, draw, complete };
};

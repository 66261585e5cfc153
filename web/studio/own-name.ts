// A name of one's own: its letters as expected or surprising as the model finds them, where its loss
// stands among the list's, and the pair that hurts it most. Draws; the core scores.
import type { Actions } from '../control/actions.ts';
import { Latest } from '../latest.ts';
import type { BigramScore, CountedList } from '../messages/protocol.ts';
import type { Told } from '../messages/questions.ts';
import type { State } from '../state/state.ts';
import { fixed } from '../text/format.ts';
import { tokenLabel } from '../text/labels.ts';
import { visible } from '../text/visible.ts';
import { el, setText, show } from '../ui/dom.ts';
import { askMark } from '../ui/meaning.ts';
import { histogram } from './histogram.ts';
import { lettersView } from './letters.ts';
import { spelled } from './spelling.ts';
import { badge, oneIn, sampleOf, sentence } from './words.ts';

type Answer = Told<'own-name'>;

interface Wish {
  name: string;
  list: CountedList;
  ask: () => Promise<Answer>;
}

const label = (alphabet: readonly string[], id: number): string =>
  id === 0 ? 'the end' : `“${tokenLabel(alphabet, id)}”`;

/** The pair with the least probability, in words. */
export function worstPair(bigrams: readonly BigramScore[], alphabet: readonly string[]): string {
  const [first, ...rest] = bigrams;
  if (first === undefined) return '';
  const worst = rest.reduce((most, each) => (each.loss > most.loss ? each : most), first);
  const what = label(alphabet, worst.toToken);
  const where =
    worst.fromToken === 0 ? 'at the start' : `after ${label(alphabet, worst.fromToken)}`;
  if (worst.probability === 0) return `What hurts most: ${what} never comes ${where}.`;
  return `What hurts most: ${what} ${where}, ${oneIn(-worst.loss)} (${fixed(worst.loss, 2)} nats).`;
}

/** Where the name's loss stands among the list's names. */
export function placeSentence({ loss, losesLessThan, sampled, ...rest }: Answer): string {
  const name = visible(rest.name);
  const standing = badge(rest);
  const known = standing === '' || standing === 'new' ? '' : ` It is ${standing}.`;
  if (loss === Infinity) {
    return `“${name}” cannot come out of this model: it holds a pair of letters that the model never makes.${known}`;
  }
  const nats = `“${name}” costs ${fixed(loss, 2)} nats a letter`;
  if (losesLessThan === null) return `${nats}.`;
  const share = Math.round(losesLessThan * 100);
  const [any, names] =
    sampled > 0
      ? [`any in ${sampleOf(sampled)}`, sampleOf(sampled)]
      : ['any name of the list', 'the list’s names'];
  if (share <= 0) return `${nats}, more than ${any}.${known}`;
  return `${nats}; ${share}% of ${names} cost more.${known}`;
}

/** The panel, in its place; `keep` makes the star of a name. */
export function ownNamePanel(
  root: HTMLElement,
  actions: Actions,
  keep: (name: string) => HTMLElement,
) {
  const input = el('input', {
    class: 'rule-input own-name',
    attrs: {
      type: 'text',
      id: 'own-name',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      dir: 'auto',
      maxlength: '60',
      'aria-describedby': 'own-name-result',
    },
  });
  input.addEventListener('input', () => {
    actions.setWord(input.value.trim());
  });
  const result = el('span', { attrs: { id: 'own-name-result' } });
  const resultMark = askMark('What the name costs', 'ownPlace');
  const letters = el('div', { class: 'own-letters' });
  const chart = el('div', { class: 'own-chart' });
  const worstText = el('span');
  const worst = el(
    'p',
    { class: 'own-worst' },
    worstText,
    askMark('The pair that hurts most', 'worstPair'),
  );
  const door = el('div', { class: 'doors' });
  root.append(
    el('label', {
      class: 'visually-hidden',
      text: 'A name of your own',
      attrs: { for: 'own-name' },
    }),
    el('div', { class: 'own-line' }, input, door),
    letters,
    el('p', { class: 'own-result' }, result, resultMark),
    chart,
    worst,
  );

  let wish: Wish | null = null;
  let asked: readonly unknown[] = [];
  const latest = new Latest(() => {
    const now = wish;
    if (now === null) return;
    now
      .ask()
      .then(
        (answer) => {
          if (wish?.name === now.name) hear(answer, now.list);
        },
        (error: unknown) => {
          if (wish?.name === now.name)
            refuse(error instanceof Error ? error.message : String(error));
        },
      )
      .finally(() => {
        latest.answered();
      });
  }, 150);

  const fill = (filled: boolean) => {
    for (const part of [letters, chart, worst, door, resultMark]) show(part, filled);
  };

  function hear(answer: Answer, { alphabet }: CountedList): void {
    fill(true);
    input.setAttribute('aria-invalid', 'false');
    letters.replaceChildren(lettersView(answer.bigrams, alphabet));
    setText(result, placeSentence(answer));
    chart.replaceChildren(
      ...(answer.histogram === null
        ? []
        : [histogram(answer.histogram, answer.loss), askMark('The histogram', 'histogram')]),
    );
    setText(worstText, worstPair(answer.bigrams, alphabet));
    door.replaceChildren(keep(answer.name));
  }

  function refuse(message: string): void {
    fill(false);
    input.setAttribute('aria-invalid', 'true');
    setText(result, sentence(message));
  }

  return {
    draw(state: State): void {
      const { list, studio, settings, run, wordIsOwn } = state;
      const word = wordIsOwn ? state.word : '';
      if (document.activeElement !== input && input.value !== word) input.value = word;
      const { model, temperature } = studio;
      const behind = model === 'counted' ? settings.smoothing : run;
      const grounds = [list, word, model, temperature, behind];
      if (grounds.every((ground, i) => ground === asked[i])) return;
      const byTraining = grounds.slice(0, 4).every((ground, i) => ground === asked[i]);
      asked = grounds;
      if (list === null || word === '') {
        wish = null;
        fill(false);
        input.setAttribute('aria-invalid', 'false');
        setText(result, list === null ? '' : 'Type any name, to see how well it fits the list.');
        return;
      }
      const name = spelled(word, list);
      wish = {
        name,
        list,
        ask: () => actions.ask({ about: 'own-name', name, model, temperature }),
      };
      if (byTraining) latest.want();
      else latest.wantNow();
    },
    drawDoor(): void {
      if (wish !== null && door.firstChild !== null) door.replaceChildren(keep(wish.name));
    },
  };
}

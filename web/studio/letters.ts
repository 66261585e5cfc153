// A name letter by letter, each as expected or surprising as the table finds it: by its figure, the
// height of its bar and its colour. Draws; scores nothing.
import type { BigramScore } from '../messages/protocol.ts';
import { fixed } from '../text/format.ts';
import { spokenLabel, tokenLabel } from '../text/labels.ts';
import { el } from '../ui/dom.ts';
import { askMark } from '../ui/meaning.ts';
import { percent } from './words.ts';

/** Upper ends, in nats, of the steps from expected to surprising: 1 in 3, 1 in 8, 1 in 20, 1 in 90. */
const levels = [1.1, 2.1, 3, 4.5] as const;
/** A bar is full at this many nats. */
const fullBar = 7;

const levelOf = (loss: number): number => {
  const level = levels.findIndex((end) => loss <= end);
  return level < 0 ? levels.length : level;
};

/** Spoken: "a, 24%", so that nothing depends on seeing colours. */
export function lettersView(
  bigrams: readonly BigramScore[],
  alphabet: readonly string[],
): HTMLElement {
  const cells = bigrams.map(({ fromToken, toToken, probability, loss }) => {
    const ends = toToken === 0;
    const bar = el('span', { class: 'letter-bar', attrs: { 'aria-hidden': 'true' } });
    bar.style.blockSize = `${(Math.min(loss, fullBar) / fullBar) * 100}%`;
    const letter = ends ? 'end' : tokenLabel(alphabet, toToken);
    const before = fromToken === 0 ? 'at the start' : `after ${spokenLabel(alphabet, fromToken)}`;
    const nats = Number.isFinite(loss) ? `${fixed(loss, 2)} nats` : 'never counted';
    return el(
      'li',
      { class: ends ? 'letter end' : 'letter', attrs: { 'data-level': String(levelOf(loss)) } },
      el(
        'span',
        { class: 'letter-box', attrs: { title: `${before}: ${nats}` } },
        bar,
        el('bdi', { text: letter }),
      ),
      el('span', { class: 'letter-figure', text: percent(probability) }),
    );
  });
  const list = el(
    'ol',
    { class: 'letters', attrs: { 'aria-label': 'Its letters, and how expected each is' } },
    ...cells,
  );
  return el('div', { class: 'letters-line' }, list, askMark('The letters', 'letterChance'));
}

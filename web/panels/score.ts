// A typed name, pair by pair: how surprised each model is. Draws; scores nothing.
import type { Actions } from '../control/actions.ts';
import type { BigramScore, WordScore } from '../messages/protocol.ts';
import type { Cell, Score, State } from '../state/state.ts';
import { csv } from '../text/csv.ts';
import { loss } from '../text/format.ts';
import { tokenLabel } from '../text/labels.ts';
import { copyButton } from '../ui/copy.ts';
import { el, setText, show } from '../ui/dom.ts';
import { askMark } from '../ui/meaning.ts';
import { modelMark } from '../ui/model-mark.ts';
import { pairLabel } from '../ui/pair.ts';
import '../styles/word.css';
import '../styles/score.css';

/** Bars are full at this many nats: one chance in four hundred. */
const fullBar = 6;

interface Row {
  root: HTMLElement;
  draw(from: string, to: string, counted: BigramScore, learned: BigramScore): void;
  mark(cell: Cell | null): void;
}

function valueCell(model: string) {
  const bar = el('span', { class: 'bar', attrs: { 'aria-hidden': 'true' } });
  const number = el('span', { class: 'numeric' });
  const root = el('td', { class: model }, el('div', { class: 'surprise' }, bar, number));
  return {
    root,
    draw(score: BigramScore) {
      setText(number, loss(score.loss));
      const never = !Number.isFinite(score.loss);
      number.title = never ? 'This pair was never counted: probability 0.' : '';
      root.classList.toggle('never', never);
      bar.style.inlineSize = `${(Math.min(score.loss, fullBar) / fullBar) * 100}%`;
    },
  };
}

function scoreRow(point: (cell: Cell) => void): Row {
  const pair = pairLabel();
  const head = el('th', { attrs: { scope: 'row' } }, pair.root);
  const counted = valueCell('counted');
  const learned = valueCell('learned');
  let pairHere: Cell | null = null;
  const root = el('tr', {}, head, counted.root, learned.root);
  const here = () => {
    if (pairHere !== null) point(pairHere);
  };
  root.addEventListener('pointermove', here);
  root.addEventListener('pointerdown', here);
  return {
    root,
    mark(cell) {
      const marked = cell?.from === pairHere?.from && cell?.to === pairHere?.to && cell !== null;
      root.classList.toggle('marked', marked);
    },
    draw(from, to, countedScore, learnedScore) {
      pairHere = { from: countedScore.fromToken, to: countedScore.toToken };
      pair.draw(from, to);
      counted.draw(countedScore);
      learned.draw(learnedScore);
    },
  };
}

function verdict({ counted, learned }: Score): string {
  const mean = (score: WordScore) =>
    Number.isFinite(score.loss) ? loss(score.loss) : '∞, for a pair was never counted';
  return `Mean per pair, in nats: counted ${mean(counted)}; learned ${mean(learned)}.`;
}

/** The panel, in its place on the page. */
export function scorePanel(root: HTMLElement, actions: Actions) {
  const input = el('input', {
    class: 'word',
    attrs: {
      type: 'text',
      id: 'word',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      dir: 'auto',
      maxlength: '60',
      'aria-describedby': 'word-result',
    },
  });
  input.addEventListener('input', () => {
    actions.setWord(input.value.trim());
  });
  const result = el('span', { attrs: { id: 'word-result' } });
  const body = el('tbody');
  const table = el(
    'table',
    { class: 'score', attrs: { 'aria-label': 'Surprise of each pair of letters, in nats' } },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { attrs: { scope: 'col' } }, 'pair', askMark('Surprise', 'wordLoss')),
        el('th', { attrs: { scope: 'col' } }, modelMark('counted')),
        el('th', { attrs: { scope: 'col' } }, modelMark('learned')),
      ),
    ),
    body,
  );
  const scroller = el(
    'div',
    { class: 'score-scroll', attrs: { tabindex: '0', role: 'group', 'aria-label': 'Pairs' } },
    table,
  );
  root.append(
    el('label', { class: 'visually-hidden', text: 'A name', attrs: { for: 'word' } }),
    input,
    el('p', { class: 'verdict' }, result, askMark('Mean surprise', 'wordMean')),
    scroller,
    copyButton('Copy as CSV', () => csv(csvRows()), {
      class: 'quiet-button corner',
      attrs: { id: 'copy-score' },
    }),
  );

  function csvRows(): (string | number)[][] {
    const pairs = (drawn?.counted.bigrams ?? []).map((counted, i) => {
      const learned = drawn?.learned.bigrams[i];
      const name = (text: string) => (text === '' ? '.' : text);
      return [name(counted.from), name(counted.to), counted.loss, learned?.loss ?? ''];
    });
    return [['from', 'to', 'counted', 'learned'], ...pairs];
  }

  const rows: Row[] = [];
  let drawn: Score | null = null;
  let marked: Cell | null = null;

  function drawScore(score: Score, alphabet: readonly string[]): void {
    const pairs = score.counted.bigrams;
    while (rows.length < pairs.length) {
      const row = scoreRow((cell) => {
        actions.point(cell);
      });
      rows.push(row);
      body.append(row.root);
    }
    rows.forEach((row, i) => {
      const counted = pairs[i];
      const learned = score.learned.bigrams[i];
      row.root.hidden = counted === undefined || learned === undefined;
      if (counted === undefined || learned === undefined) return;
      const from = tokenLabel(alphabet, counted.fromToken);
      const to = tokenLabel(alphabet, counted.toToken);
      row.draw(from, to, counted, learned);
    });
  }

  return {
    draw({ word, score, wordProblem, list, cell }: State): void {
      if (document.activeElement !== input && input.value !== word) input.value = word;
      input.classList.toggle('refused', wordProblem !== null);
      input.setAttribute('aria-invalid', String(wordProblem !== null));
      const empty = list === null ? '' : 'Type a name, in the letters of the list.';
      setText(result, wordProblem ?? (score === null ? empty : verdict(score)));
      show(scroller, score !== null);
      if (score !== null && list !== null && score !== drawn) drawScore(score, list.alphabet);
      if (score !== drawn || cell !== marked) for (const row of rows) row.mark(cell);
      drawn = score;
      marked = cell;
    },
  };
}

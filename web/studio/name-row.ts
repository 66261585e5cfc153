// One name of the studio: star, name, badge, rank, "More like this"; pressed, its letters and figures.
import type { GeneratedName } from '../messages/studio-questions.ts';
import { visible } from '../text/visible.ts';
import { button, el, icon, setText, show } from '../ui/dom.ts';
import { askMark } from '../ui/meaning.ts';
import { starIcon } from './icons.ts';
import { badge, figures, rank } from './words.ts';

/** What a row asks of the studio. */
export interface RowHost {
  toggleStar(name: string): void;
  isStarred(name: string): boolean;
  moreLike(name: string): void;
  /** The name's letters, coloured; fails with a sentence. */
  letters(name: string): Promise<HTMLElement>;
}

/** A row that can show another name. */
export interface NameRow {
  root: HTMLElement;
  draw(name: GeneratedName): void;
  drawStar(): void;
}

/** A line shows no more of a name: it may have a thousand letters. */
const lettersShown = 60;

/** A row without a name yet. */
export function nameRow(host: RowHost): NameRow {
  let shown: GeneratedName | null = null;
  const of = (act: (name: string) => void) => () => {
    if (shown !== null) act(shown.name);
  };
  const star = el('button', { class: 'star', attrs: { type: 'button', 'aria-pressed': 'false' } });
  star.append(icon(starIcon));
  star.addEventListener(
    'click',
    of((name) => {
      host.toggleStar(name);
    }),
  );
  const word = el('bdi');
  const cut = el('span', { class: 'cut', text: '… cut', attrs: { hidden: '' } });
  const open = el(
    'button',
    { class: 'name-word', attrs: { type: 'button', 'aria-expanded': 'false' } },
    word,
    cut,
  );
  const mark = el('span', { class: 'badge' });
  const place = el('span', { class: 'rank' });
  const more = button(
    'More like this',
    of((name) => {
      host.moreLike(name);
    }),
    { class: 'quiet-button more' },
  );
  const details = el('div', { class: 'name-details', attrs: { hidden: '' } });
  const facts = el('p', { class: 'name-facts' }, mark, place);
  const root = el('li', { class: 'name-row' }, star, open, facts, more, details);

  function shut(): void {
    open.setAttribute('aria-expanded', 'false');
    show(details, false);
    details.replaceChildren();
  }

  open.addEventListener('click', () => {
    if (!details.hidden) {
      shut();
      return;
    }
    const now = shown;
    if (now === null) return;
    open.setAttribute('aria-expanded', 'true');
    const text = el('span', { text: figures(now) });
    const mark = askMark('Its chance', 'exactName');
    show(mark, !now.cut);
    details.replaceChildren(el('p', {}, text, mark));
    show(details, true);
    host.letters(now.name).then(
      (letters) => {
        if (shown === now) details.prepend(letters);
      },
      (error: unknown) => {
        if (shown === now) setText(text, error instanceof Error ? error.message : String(error));
      },
    );
  });

  function drawStar(): void {
    if (shown === null) return;
    const starred = host.isStarred(shown.name);
    star.setAttribute('aria-pressed', String(starred));
    star.setAttribute('aria-label', `Keep ${visible(shown.name)}`);
  }

  return {
    root,
    drawStar,
    draw(name) {
      if (shown?.name !== name.name) shut();
      shown = name;
      const letters = Array.from(name.name.slice(0, 2 * lettersShown));
      const rest = letters.length > lettersShown ? '…' : '';
      setText(word, visible(letters.slice(0, lettersShown).join('')) + rest);
      word.classList.toggle('empty', name.name === '');
      if (name.name === '') setText(word, '(no letters)');
      show(cut, name.cut);
      setText(mark, badge(name));
      mark.dataset['standing'] = name.standing;
      setText(place, rank(name.percentile));
      more.setAttribute('aria-label', `More like this: ${visible(name.name)}`);
      show(more, name.name !== '');
      drawStar();
    },
  };
}

// Slips: what the page says quietly and without being asked, with what may be done about it. They stay
// until they are put away, and nothing waits for them.
import { button, el } from './dom.ts';
import './slip.css';

/** What may be done about a slip. */
export interface SlipAction {
  text: string;
  run: () => void;
}

/** Shows a slip; returns what puts it away. A new one about the same thing takes the old one's place. */
export type Slips = (about: string, text: string, actions?: readonly SlipAction[]) => () => void;

/** Where slips are put; each is announced. */
export function slips(announce: (text: string) => void): Slips {
  const root = el('div', { class: 'slips' });
  document.body.append(root);
  const shown = new Map<string, HTMLElement>();
  return (about, text, actions = []) => {
    shown.get(about)?.remove();
    const slip = el('div', { class: 'slip', attrs: { 'data-about': about } }, el('p', { text }));
    const putAway = () => {
      slip.remove();
      if (shown.get(about) === slip) shown.delete(about);
    };
    const doors = actions.map(({ text: label, run }) =>
      button(label, () => {
        putAway();
        run();
      }),
    );
    slip.append(...doors, button('Dismiss', putAway, { class: 'link' }));
    shown.set(about, slip);
    root.append(slip);
    announce(text);
    return putAway;
  };
}

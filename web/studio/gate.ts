// Keeps the naming studio out of the first load: it is fetched when its tab is first opened.
import type { State } from '../state/state.ts';
import { button, el, setText, show } from '../ui/dom.ts';
import type { StudioKit, StudioView } from './studio.ts';

/** Stands for the studio until it is fetched, and then passes on what is drawn. */
export function studioGate(root: HTMLElement, kit: StudioKit): StudioView {
  let studio: StudioView | null = null;
  let begun = false;
  let state: State | null = null;
  const said = el('p', { class: 'quiet', attrs: { role: 'status' } });
  const again = button('Try again', fetchStudio, { attrs: { hidden: '' } });
  const gate = el('div', { class: 'gate' }, said, again);
  root.append(gate);

  function fetchStudio(): void {
    begun = true;
    show(again, false);
    setText(said, 'Opening the studio.');
    import('./studio.ts').then(
      ({ studioPanel }) => {
        gate.remove();
        studio = studioPanel(root, kit);
        if (state !== null) studio.draw(state);
      },
      () => {
        setText(said, 'The studio could not be fetched.');
        show(again, true);
      },
    );
  }

  return {
    draw(next) {
      if (next.view.tab !== 'names') return;
      state = next;
      if (!begun) fetchStudio();
      studio?.draw(next);
    },
  };
}

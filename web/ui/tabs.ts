// The parts of the page: the lab with its lesson below it, and the naming studio. One is there at a time.
import type { Actions } from '../control/actions.ts';
import type { View } from '../state/view.ts';
import { byId, show } from './dom.ts';

/** Connects the two tabs with the view. */
export function tabs(actions: Actions) {
  const ways = { lab: byId('to-lab'), names: byId('to-names') };
  for (const tab of ['lab', 'names'] as const) {
    ways[tab].addEventListener('click', () => {
      actions.setView({ tab });
      scrollTo({ top: 0 });
    });
  }
  let drawn: View['tab'] | null = null;
  function draw(tab: View['tab']): void {
    if (tab === drawn) return;
    drawn = tab;
    document.documentElement.dataset['tab'] = tab;
    show(byId('bench'), tab === 'lab');
    show(byId('lesson'), tab === 'lab');
    show(byId('studio'), tab === 'names');
    for (const [name, way] of Object.entries(ways)) {
      if (name === tab) way.setAttribute('aria-current', 'page');
      else way.removeAttribute('aria-current');
    }
  }
  // The lesson scrolls itself into view when it is asked for: by then it must be there.
  byId('to-lesson').addEventListener(
    'click',
    () => {
      actions.setView({ tab: 'lab' });
      draw('lab');
    },
    { capture: true },
  );
  return { draw };
}

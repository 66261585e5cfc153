// What stands beside training and sampling: the other lists, the row that is pointed at, time travel, and
// the surprise of a name. Fetched once the first names are on the screen; layout.css keeps the places.
import type { Actions } from './actions.ts';
import { byId } from './dom.ts';
import type { Panel } from './panel.ts';
import { rowPanel } from './panels/row.ts';
import { scorePanel } from './panels/score.ts';
import { timePanel } from './panels/time.ts';
import { listChooser } from './ui/list-chooser.ts';

export function restOfLab(actions: Actions, announce: (text: string) => void): Panel[] {
  const bundled = listChooser(byId('bundled') as HTMLSelectElement, (name) => {
    actions.loadNamed(name);
  });
  return [
    {
      draw({ loading, origin }) {
        if (loading === null) bundled.draw(origin);
      },
    },
    rowPanel(byId('row'), actions, announce),
    timePanel(byId('time'), actions),
    scorePanel(byId('score'), actions),
  ];
}

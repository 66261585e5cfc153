// What stands beside training and sampling: the row that is pointed at, time travel, and the surprise of
// a name. Fetched once the first names are on the screen; layout.css and time.css keep the places.
import type { Actions } from './actions.ts';
import { byId } from './dom.ts';
import type { Panel } from './panel.ts';
import { rowPanel } from './panels/row.ts';
import { scorePanel } from './panels/score.ts';
import { timePanel } from './panels/time.ts';

export function restOfLab(actions: Actions, announce: (text: string) => void): Panel[] {
  return [
    rowPanel(byId('row'), actions, announce),
    timePanel(byId('time'), actions),
    scorePanel(byId('score'), actions),
  ];
}

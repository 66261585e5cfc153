// What stands beside training and sampling: the other lists, the row that is pointed at, time travel, the
// surprise of a name, and the slip for failures. Fetched once the first names are on the screen, or when
// there is a failure to tell of; layout.css keeps the places.
import type { Actions } from './control/actions.ts';
import type { Panel } from './panel.ts';
import { rowPanel } from './panels/row.ts';
import { scorePanel } from './panels/score.ts';
import { timePanel } from './panels/time.ts';
import { byId } from './ui/dom.ts';
import { listChooser } from './ui/list-chooser.ts';
import { noticeSlip } from './ui/notice.ts';

/** The panels that were fetched later. */
export interface Rest {
  panels: Panel[];
  /** Drawn whatever else is shown. */
  notice: Panel;
}

/** Builds them into their places. */
export function restOfLab(
  actions: Actions,
  announce: (text: string) => void,
  dismiss: () => void,
): Rest {
  const slip = noticeSlip(byId('notice'), dismiss, actions.readAsWindows1252);
  const bundled = listChooser(byId('bundled') as HTMLSelectElement, (name) => {
    actions.loadNamed(name);
  });
  const lists: Panel = {
    draw({ loading, origin }) {
      if (loading === null) bundled.draw(origin);
    },
  };
  return {
    panels: [
      lists,
      rowPanel(byId('row'), actions, announce),
      timePanel(byId('time'), actions),
      scorePanel(byId('score'), actions),
    ],
    notice: {
      draw({ failure, list }) {
        slip.draw(failure, list?.title ?? null);
      },
    },
  };
}

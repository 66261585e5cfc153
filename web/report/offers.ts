// Offers to read a list of one's own in another way, where it looks as if it were meant so, and to undo
// that. Fetched with the first such list.
import type { Actions } from '../control/actions.ts';
import type { Store } from '../control/store.ts';
import type { CountedList } from '../messages/protocol.ts';
import type { FullReport } from '../messages/questions.ts';
import type { OnDemand } from '../on-demand.ts';
import type { State } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import type { SlipAction } from '../ui/slip.ts';
import { caseFound, chosen, columnsOf, isMixed, recordsFound, useColumns } from './sentences.ts';

interface Offer {
  text: string;
  actions: SlipAction[];
}

/** The most pressing one only: the report has them all. */
function offerFor({ reading }: CountedList, report: FullReport, actions: Actions): Offer | null {
  const { records } = report;
  if (records !== null) {
    const use = () => {
      actions.reread({ ...reading, records: columnsOf(records) });
    };
    return { text: recordsFound(records), actions: [{ text: useColumns(records), run: use }] };
  }
  if (isMixed(report) && !reading.foldsCase) {
    const fold = () => {
      actions.reread({ ...reading, foldsCase: true });
    };
    return { text: caseFound(report), actions: [{ text: 'Fold to lower case', run: fold }] };
  }
  return null;
}

/** Watches the lists that are opened, and offers. */
export function offers(store: Store, actions: Actions, demand: OnDemand): void {
  let met: CountedList | null = null;
  let undoable: string | null = null;

  async function meet(list: CountedList): Promise<void> {
    demand.putAway('reading');
    if (list.report.bytes === 0 || store.state.origin?.from === 'named') return;
    const { report } = await actions.ask({ about: 'report' });
    const offer = store.state.list === list ? offerFor(list, report, actions) : null;
    if (offer !== null) {
      demand.say('reading', `${visible(list.title)}: ${offer.text}`, offer.actions);
    }
  }

  function draw({ list, before }: State): void {
    if (list !== null && list !== met) {
      met = list;
      meet(list).catch(() => undefined);
    }
    if (before === undoable) return;
    undoable = before;
    if (before === null || list === null) demand.putAway('undo');
    else {
      const how = chosen(list.reading);
      const said = how === '' ? 'Read as it is, one name a line.' : `Read ${how}.`;
      demand.say('undo', said, [{ text: 'Undo', run: actions.undoReading }]);
    }
  }

  store.onFrame(draw);
}

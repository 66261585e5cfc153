// How the list is read and how else it could be, each with its effect and one click.
import type { Actions } from '../control/actions.ts';
import type { CountedList, Reading } from '../messages/protocol.ts';
import type { FullReport } from '../messages/questions.ts';
import { button, el } from '../ui/dom.ts';
import { columnChoice } from './columns.ts';
import { caseFound, chosen, duplicatesFound, isMixed } from './sentences.ts';

/** The ways to read the list, as a list of buttons. */
export function choices(list: CountedList, report: FullReport, actions: Actions, done: () => void) {
  const { reading } = list;
  const root = el('ul', { class: 'choices' });
  const read = (changes: Partial<Reading>) => {
    done();
    actions.reread({ ...reading, ...changes });
  };
  const add = (sentence: string, verb?: string, changes?: Partial<Reading>) => {
    const item = el('li', {}, el('p', { text: sentence }));
    if (verb !== undefined && changes !== undefined) {
      item.append(
        button(verb, () => {
          read(changes);
        }),
      );
    }
    root.append(item);
  };

  if (reading.windows1252) add('Its bytes are not UTF-8. They were read as Windows-1252.');
  else if (report.encoding !== 'UTF-8') {
    add(`It is written in ${report.encoding}, by the mark it begins with, and was converted.`);
  }
  if (report.records !== null) {
    const choice = columnChoice(report.records, (records) => {
      read({ records });
    });
    root.append(el('li', {}, choice));
  } else if (reading.records !== null) {
    const by = chosen({ ...reading, windows1252: false, foldsCase: false, once: false });
    add(`It was read as records: ${by}.`, 'Read each line as one name', { records: null });
  }
  const repeats = report.names - report.distinctNames;
  if (reading.once) {
    add('Every name counts once, however often it stands in the list.', 'Count repeats again', {
      once: false,
    });
  } else if (report.distinctExact && repeats > 0) {
    add(duplicatesFound(report), 'Count every name once', { once: true });
  } else add(duplicatesFound(report));
  if (reading.foldsCase) {
    add('Capitals were read as small letters.', 'Keep capitals', { foldsCase: false });
  } else if (isMixed(report)) {
    add(caseFound(report), 'Fold to lower case', { foldsCase: true });
  } else if (report.capital > 0) {
    add('All names begin with a capital.', 'Fold to lower case', { foldsCase: true });
  }
  return root;
}

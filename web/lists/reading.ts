// How a list is read as a rule.
import type { Reading } from '../messages/protocol.ts';

/** UTF-8 or as a byte order mark says, line by line, as it is. */
export const plainReading: Reading = {
  windows1252: false,
  records: null,
  foldsCase: false,
  once: false,
};

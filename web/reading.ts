// How a list is read as a rule.
import type { Reading } from './protocol.ts';

export const plainReading: Reading = {
  windows1252: false,
  records: null,
  foldsCase: false,
  once: false,
};

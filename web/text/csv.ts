// A table as comma-separated values (RFC 4180), for spreadsheets. Pure.

/** What stands in a cell. */
export type Field = string | number;

/**
 * What a spreadsheet would take for a formula: OWASP's list (CSV Injection), full-width signs included.
 * An apostrophe before it makes it text.
 */
const formula = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;

/** Numbers keep every digit; text is quoted where it must be, and is never a formula. */
function field(value: Field): string {
  if (typeof value === 'number') return value === Infinity ? 'inf' : String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows as CSV, each ended by CR LF, safe to open in a spreadsheet. */
export function csv(rows: readonly (readonly Field[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

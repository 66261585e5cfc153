// A table as comma-separated values (RFC 4180), for spreadsheets. Pure.

export type Field = string | number;

/** Numbers keep every digit; text is quoted where it must be. */
function field(value: Field): string {
  if (typeof value === 'number') return value === Infinity ? 'inf' : String(value);
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

export function csv(rows: readonly (readonly Field[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

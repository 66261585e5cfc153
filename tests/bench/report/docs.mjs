// docs/performance.md holds the tables of the run in tests/bench/measured.json, between two marks.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { asMarkdown, sections } from './table.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
export const measuredPath = path('../measured.json');
export const docsPath = path('../../../docs/performance.md');

const marks = [
  '<!-- measured: begin (scripts/bench --update-docs writes this) -->',
  '<!-- measured: end -->',
];

const formatted = async (text, file) =>
  format(text, { ...(await resolveConfig(file)), filepath: file });

/** The page with the tables of this result in it. */
export async function withTables(docs, result) {
  const [before, after] = marks.map((mark) => docs.indexOf(mark));
  if (before < 0 || after < before) throw new Error(`${docsPath} has no place for the tables.`);
  const tables = asMarkdown(sections(result));
  return formatted(
    `${docs.slice(0, before)}${marks[0]}\n\n${tables}\n\n${docs.slice(after)}`,
    docsPath,
  );
}

export async function updateDocs(result) {
  await writeFile(measuredPath, await formatted(JSON.stringify(result), measuredPath));
  await writeFile(docsPath, await withTables(await readFile(docsPath, 'utf8'), result));
}

// coverage.mjs CORE.lcov TYPESCRIPT.lcov [--update-docs]: figures a folder, and the core's lines that no test runs,
// against scripts/untested.json: [{ file, lines: [text], why }], each line as it stands there, but for its indentation.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

const [corePath, typeScriptPath, ...rest] = process.argv.slice(2);
const documentation = 'docs/testing.md';

/** The lines of each file that can run, by number, and how often they did. */
function read(path) {
  const files = new Map();
  let lines = new Map();
  for (const entry of readFileSync(path, 'utf8').split('\n')) {
    if (entry.startsWith('SF:')) {
      lines = new Map();
      files.set(relative('.', entry.slice(3)), lines);
    } else if (entry.startsWith('DA:')) {
      const [line, runs] = entry.slice(3).split(',').map(Number);
      lines.set(line, Math.max(runs, lines.get(line) ?? 0));
    }
  }
  if (files.size === 0) throw new Error(`${path} holds no coverage`);
  return files;
}

const core = read(corePath);
const typeScript = read(typeScriptPath);

function figures(files) {
  const folders = new Map();
  for (const [file, lines] of files) {
    // Types only.
    if (lines.size === 0) continue;
    const folder = dirname(file);
    const sum = folders.get(folder) ?? { run: 0, all: 0 };
    sum.all += lines.size;
    sum.run += [...lines.values()].filter((runs) => runs > 0).length;
    folders.set(folder, sum);
  }
  const rows = [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
  return rows.map(([folder, { run, all }]) => {
    // Never up to 100.
    const percent = (Math.floor((1000 * run) / all) / 10).toFixed(1);
    return `| \`${folder}/\` | ${all} | ${percent} % |`;
  });
}

const untested = JSON.parse(readFileSync('scripts/untested.json', 'utf8'));
const findings = [];
const excused = new Set();
for (const [file, lines] of core) {
  const source = readFileSync(file, 'utf8').split('\n');
  for (const [line, runs] of lines) {
    const text = source[line - 1].trim();
    if (runs > 0 || /^[{}();,]*$/.test(text)) continue;
    const entry = untested.find((each) => each.file === file && each.lines.includes(text));
    if (entry) excused.add(`${file}: ${text}`);
    else findings.push(`${file}:${line}: no test runs: ${text}`);
  }
}
for (const { file, lines, why } of untested) {
  if (!why) findings.push(`scripts/untested.json: ${file}: without a reason`);
  for (const text of lines) {
    if (!excused.has(`${file}: ${text}`))
      findings.push(`scripts/untested.json: out of date: ${file}: ${text}`);
  }
}

const table = ['| folder | lines that can run | run |', '| :-- | --: | --: |'].concat(
  figures(core),
  figures(typeScript),
);
console.log(table.join('\n'));
if (rest.includes('--update-docs')) {
  const reasons = untested.map(
    ({ file, lines, why }) =>
      `- \`${file}\`, ${lines.length === 1 ? 'a line' : `${lines.length} lines`}: ${why}`,
  );
  const region = /(<!-- coverage -->\n)[^]*(\n<!-- \/coverage -->)/;
  const text = readFileSync(documentation, 'utf8');
  if (!region.test(text)) throw new Error(`${documentation} has no place for the figures`);
  const written = `\n${table.join('\n')}\n\nLines of the core that no test runs, and why:\n\n${reasons.join('\n')}\n`;
  writeFileSync(
    documentation,
    text.replace(region, (_, begin, end) => begin + written + end),
  );
}
if (findings.length > 0) {
  console.error(findings.join('\n'));
  process.exitCode = 1;
}

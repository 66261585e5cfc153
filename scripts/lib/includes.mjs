// Holds the C++ to scripts/directions.mjs: who includes whom, and no header that includes itself by others.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { tooLargeForThePage, units } from '../directions.mjs';

const findings = [];
const isSource = (path) => /\.[ch]pp$/.test(path);

/** The unit of the longest folder that holds the file. */
const unitOf = (path) =>
  units
    .filter(({ folder }) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true }).map((path) => `${folder}/${path}`);
const files = [...new Set(units.flatMap(({ folder }) => filesBelow(folder)))]
  .filter(isSource)
  .sort();
if (files.length === 0) findings.push('There is no C++ file here: run this in the project.');

const includes = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const [, named] = /^\s*#\s*include\s*[<"]([^>"]+)[>"]/.exec(line) ?? [];
      return named ? [{ named, line: index + 1 }] : [];
    });

/** Which of our files an include means: a file beside the one that includes it, or a public header. */
function target(from, named) {
  const beside = `${dirname(from)}/${named}`;
  if (files.includes(beside)) return beside;
  return units
    .filter((unit) => unit.public)
    .map(({ folder }) => `${folder}/${named}`)
    .find((path) => files.includes(path));
}

function objection(from, named) {
  const unit = unitOf(from);
  const found = target(from, named);
  if (found) {
    const its = unitOf(found);
    if (its === unit || unit.knows.includes(its.folder)) return null;
    return `${unit.folder} may not know ${its.folder}`;
  }
  if (/^[a-z_]+$/.test(named)) {
    if (unit.inPage && tooLargeForThePage.includes(named)) return 'too large for the page';
    return null;
  }
  const library = Object.keys(unit.libraries).find((start) => named.startsWith(start));
  if (library && unit.libraries[library].some((place) => from.startsWith(place))) return null;
  return 'neither ours, nor the standard library, nor a library that is allowed here';
}

const known = new Map(files.map((file) => [file, []]));
for (const file of files) {
  for (const { named, line } of includes(file)) {
    const why = objection(file, named);
    if (why) findings.push(`${file}:${line}: ${named}: ${why}`);
    const found = target(file, named);
    if (found) known.get(file).push(found);
  }
}

const done = new Set();
function walk(name, way) {
  if (way.includes(name)) {
    findings.push(`a cycle: ${[...way.slice(way.indexOf(name)), name].join(' -> ')}`);
    return;
  }
  if (done.has(name)) return;
  for (const next of known.get(name)) walk(next, [...way, name]);
  done.add(name);
}
for (const name of known.keys()) walk(name, []);

if (findings.length > 0) {
  console.error(`${findings.join('\n')}\nThe rules are in scripts/directions.mjs.`);
  process.exitCode = 1;
}

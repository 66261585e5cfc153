// mutate.mjs [--update-docs] [WORD...]: what scripts/mutate does. scripts/mutants.json holds
// [{ file, text, replacement, breaks }]; the text stands in the file exactly once.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';

const source = 'build/mutants/source';
const build = 'build/mutants/build';
const parts = [
  'CMakeLists.txt',
  'cmake',
  'core',
  'tests/CMakeLists.txt',
  'tests/bench/CMakeLists.txt',
  'tests/bench/native.cpp',
  'tests/core',
  'tests/fixtures',
  'scripts/versions.env',
];
/** Some broken formula never comes to an end, which is noticed as well; the tests take seconds. */
const patienceMs = 300_000;

const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const all = JSON.parse(readFileSync('scripts/mutants.json', 'utf8'));
const mutants =
  words.length === 0
    ? all
    : all.filter(({ file, breaks }) => words.some((word) => `${file}: ${breaks}`.includes(word)));

function fail(message) {
  console.error(`mutate: ${message}`);
  process.exit(1);
}

/** Makes the copy the same, touching only what differs, so that only that is compiled. */
function copy(path) {
  const [from, to] = [path, `${source}/${path}`];
  if (path.includes('.')) {
    if (!existsSync(to) || !readFileSync(from).equals(readFileSync(to))) cpSync(from, to);
    return;
  }
  mkdirSync(to, { recursive: true });
  const names = readdirSync(from);
  for (const name of readdirSync(to))
    if (!names.includes(name)) rmSync(`${to}/${name}`, { recursive: true });
  for (const name of names) copy(`${path}/${name}`);
}

function run(command, args, options = {}) {
  const { status, signal, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
  });
  return { ok: status === 0, late: error?.code === 'ETIMEDOUT', signal, output: stdout + stderr };
}

const compile = () =>
  run('cmake', ['--build', build, '--parallel', String(availableParallelism())]);
const test = () =>
  run(`${build}/tests/makemore_tests`, ['--abort', '--order', 'decl'], { timeout: patienceMs });

for (const { file, text } of mutants) {
  const found = readFileSync(file, 'utf8').split(text).length - 1;
  if (found !== 1) fail(`${file} holds this ${found} times, not once: ${text}`);
}
if (mutants.length === 0) fail('no mutant is of such a file');

mkdirSync(`${source}/tests`, { recursive: true });
mkdirSync(`${source}/scripts`, { recursive: true });
parts.forEach(copy);
if (existsSync('.toolchain') && !existsSync(`${source}/.toolchain`))
  symlinkSync('../../../.toolchain', `${source}/.toolchain`);
const configured = run('cmake', [
  '-S',
  source,
  '-B',
  build,
  '-DCMAKE_BUILD_TYPE=Release',
  '-DCMAKE_CXX_FLAGS_RELEASE=-O1 -DNDEBUG',
  '-DMAKEMORE_COMMAND=OFF',
]);
if (!configured.ok) fail(configured.output);
const built = compile();
if (!built.ok) fail(built.output);
const sound = test();
if (!sound.ok) fail(`the tests fail before anything is broken\n${sound.output}`);

const survivors = [];
for (const { file, text, replacement, breaks } of mutants) {
  const place = `${source}/${file}`;
  const original = readFileSync(place, 'utf8');
  try {
    writeFileSync(
      place,
      original.replace(text, () => replacement),
    );
    const compiled = compile();
    if (!compiled.ok) fail(`${file}: this does not compile: ${replacement}\n${compiled.output}`);
    const { ok, late, signal, output } = test();
    const test_name = /\n-{70,}\n([^\n]+)\n/.exec(output)?.[1];
    const how = late ? 'never ended' : (test_name ?? (signal ? `ended by ${signal}` : 'failed'));
    console.log(
      `${ok ? 'SURVIVED' : 'noticed '}  ${file}: ${breaks}${ok ? '' : `\n              ${how}`}`,
    );
    if (ok) survivors.push({ file, breaks });
  } finally {
    writeFileSync(place, original);
  }
}

const result = `${mutants.length - survivors.length} of ${mutants.length} broken formulas are noticed`;
console.log(result);
if (process.argv.includes('--update-docs')) {
  if (words.length > 0) fail('the documentation wants the result of all mutants');
  const documentation = 'docs/testing.md';
  const text = readFileSync(documentation, 'utf8');
  const line = /\n\d+ of \d+ broken formulas are noticed/;
  if (!line.test(text)) fail(`${documentation} has no place for the result`);
  writeFileSync(documentation, text.replace(line, `\n${result}`));
}
process.exitCode = survivors.length === 0 ? 0 : 1;

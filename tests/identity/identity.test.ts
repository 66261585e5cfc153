// The same command, built by another compiler for another instruction set (clang, AVX2 and FMA), must print the same
// bytes as the one for any x86-64: see "Numbers that hold everywhere" in ARCHITECTURE.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const list = process.env['MAKEMORE_NAMES'] ?? join(project, 'web/public/lists/given-names.txt');
const builds = { baseline: 'release', wide: 'x86-64-v3' };

const folder = mkdtempSync(join(tmpdir(), 'makemore-identity-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(build: string, ...args: string[]): string {
  return execFileSync(join(project, 'build', build, 'makemore'), args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
}

it('runs on a processor with AVX2 and FMA', () => {
  const flags =
    /^flags\s*:.*$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[0].split(/\s+/) ?? [];
  expect(flags, 'this processor cannot run the x86-64-v3 build, so identity is unproven').toEqual(
    expect.arrayContaining(['avx2', 'fma']),
  );
});

it.each([
  ['count', 'count', list, '--json'],
  ['count, smoothed', 'count', list, '--smoothing', '1', '--json'],
  ['train', 'train', list, '--steps', '1000', '--json'],
  ['train, without L2', 'train', list, '--steps', '300', '--l2', '0', '--seed', '7', '--json'],
  ['sample, cdf', 'sample', list, '--model', 'neural', '--count', '200', '--json'],
  [
    'sample, race',
    'sample',
    list,
    '--model',
    'neural',
    '--sampler',
    'race',
    '--count',
    '200',
    '--json',
  ],
  ['sample, mkl', 'sample', list, '--sampler', 'mkl', '--count', '200', '--json'],
  ['score', 'score', list, 'emma', 'olivia', '--model', 'neural', '--json'],
])('%s: prints the same', (_, ...args) => {
  expect(run(builds.wide, ...args)).toBe(run(builds.baseline, ...args));
});

it('train: writes the same losses and the same model', () => {
  const written = Object.values(builds).map((build) => {
    const files = ['losses.csv', 'model.json'].map((name) => join(folder, `${build}-${name}`));
    const [losses = '', model = ''] = files;
    run(build, 'train', list, '--steps', '200', '--losses', losses, '--save', model);
    return files.map((file) => readFileSync(file, 'utf8'));
  });
  expect(written[1]).toEqual(written[0]);
});

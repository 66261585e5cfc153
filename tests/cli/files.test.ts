// What is read and what is written: missing, forbidden, broken, half-done.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { binary, failure, file, makemore, output, path, smallList } from './command.ts';

const list = file('list.txt', smallList);
const isRoot = process.getuid?.() === 0;

function directory(name: string): string {
  mkdirSync(path(name));
  return path(name);
}

describe('a FILE that cannot be read', () => {
  const commands: [string, ...string[]][] = [['count'], ['train'], ['sample'], ['score']];

  test.each(commands)('%s: missing', (command) => {
    const missing = path('missing.txt');
    const words = command === 'score' ? ['ava'] : [];
    expect(failure(1, [command, missing, ...words])).toBe(`${missing}: there is no such file`);
  });

  test('a directory', () => {
    const folder = directory('folder');
    expect(failure(1, ['count', folder])).toContain(`${folder}: this is a directory`);
    expect(failure(1, ['count', directory('folder.json')])).toContain('this is a directory');
  });

  test('a forbidden file', () => {
    const forbidden = file('forbidden.txt', smallList);
    chmodSync(forbidden, 0);
    const outcome = makemore(['count', forbidden]);
    if (isRoot) {
      expect(outcome.status).toBe(0); // nothing is forbidden to root
    } else {
      expect(outcome.stderr).toBe(`makemore: ${forbidden}: may not be read: permission denied\n`);
    }
  });

  test('a name that would steer the terminal is shown harmless', () => {
    expect(failure(1, ['count', '\x1B[2Jnames'])).toBe('?[2Jnames: there is no such file');
  });
});

describe('a file to write', () => {
  test('in a directory that is not there: refused before the list is read', () => {
    const target = `${path('nowhere')}/out.json`;
    expect(failure(1, ['train', path('missing.txt'), '--save', target])).toContain(
      `${target}: cannot be written: `,
    );
  });

  test('that is a directory', () => {
    const folder = directory('target');
    expect(failure(1, ['train', list, '--losses', folder])).toContain('it is a directory');
  });

  test('that is the list itself, under another name too', () => {
    const link = path('link.txt');
    symlinkSync(list, link);
    for (const name of [list, link]) {
      expect(failure(1, ['train', list, '--save', name])).toContain('it is the file that is read');
    }
    expect(readFileSync(list, 'utf8')).toBe(smallList);
  });

  test('that may not be written', () => {
    const kept = file('kept.json', 'kept');
    chmodSync(kept, 0o444);
    const outcome = makemore(['train', list, '--save', kept]);
    if (!isRoot) {
      expect(outcome.stderr).toContain(`${kept}: cannot be written: `);
      expect(readFileSync(kept, 'utf8')).toBe('kept');
    } else {
      expect(outcome.status).toBe(0);
    }
  });

  test('that is there is replaced, and keeps its permissions', () => {
    const old = file('old.json', 'old');
    chmodSync(old, 0o640);
    output(['train', list, '--save', old]);
    expect(JSON.parse(readFileSync(old, 'utf8'))).toMatchObject({ format: 'makemore-model' });
    expect(statSync(old).mode & 0o777).toBe(0o640);
  });

  test('behind a link is replaced, and the link stays', () => {
    const real = file('real.csv', 'old');
    const link = path('link.csv');
    symlinkSync(real, link);
    output(['train', list, '--steps', '1', '--losses', link]);
    expect(readFileSync(real, 'utf8')).toMatch(/^step,loss,data_loss\n0,/u);
  });

  test('that is a device is written to, not replaced', () => {
    const before = statSync('/dev/null');
    output(['train', list, '--losses', '/dev/null']);
    expect(statSync('/dev/null').ino).toBe(before.ino);
    const piped = '"$0" train "$1" --steps 1 --losses /dev/stdout | cat';
    const run = spawnSync('sh', ['-c', piped, binary, list], { encoding: 'utf8' });
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain('step,loss,data_loss\n0,');
  });

  test('is not touched when something fails', () => {
    const folder = directory('quiet');
    const kept = `${folder}/kept.json`;
    output(['train', list, '--save', kept]);
    const before = readFileSync(kept, 'utf8');
    failure(1, ['train', '-', '--save', kept], 'a\0b\n');
    failure(1, ['train', list, '--learning-rate', '1e38', '--save', kept]);
    failure(1, ['train', list, '--save', kept, '--losses', `${folder}/no/losses.csv`]);
    failure(2, ['sample', kept, '--model', 'neural', '--save', `${folder}/new.json`]);
    expect(readFileSync(kept, 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['kept.json']);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind at %s', async (signal) => {
    const folder = directory(`interrupted-${signal}`);
    const target = `${folder}/model.json`;
    const endless = ['train', list, '--steps', '18446744073709551615', '--save', target];
    const run = spawn(binary, endless, { stdio: 'ignore' });
    const ended = new Promise<string | null>((resolve) => {
      run.on('exit', (_, by) => {
        resolve(by);
      });
    });
    await expect.poll(() => readdirSync(folder).length, { timeout: 10_000 }).toBe(1);
    run.kill(signal);
    expect(await ended).toBe(signal);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('standard output that is closed is an error', () => {
  const run = spawnSync('sh', ['-c', '"$0" count "$1" >&-', binary, list], { encoding: 'utf8' });
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(/^makemore: standard output: cannot be written: [^\n]+\n$/u);
});

test('works in any directory, on a name with spaces', () => {
  const odd = file('a list.txt', smallList);
  const run = spawnSync(binary, ['count', 'a list.txt'], { cwd: dirname(odd), encoding: 'utf8' });
  expect(run.stdout).toBe(output(['count', list]));
});

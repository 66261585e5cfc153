// Runs the built command as a user's shell does, and makes files for it in a directory of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The command under test. */
export const binary = resolve(root, process.env['MAKEMORE_BINARY'] ?? 'build/release/makemore');

/** What a run left behind. */
export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command with these arguments; `input` is its standard input. */
export function makemore(args: readonly string[], input: string | Uint8Array = ''): Outcome {
  const run = spawnSync(binary, args, { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) {
    throw run.error;
  }
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** Standard output of a run that must succeed and say nothing on standard error. */
export function output(args: readonly string[], input: string | Uint8Array = ''): string {
  const outcome = makemore(args, input);
  expect(outcome).toMatchObject({ status: 0, stderr: '' });
  return outcome.stdout;
}

/** The JSON object that a successful run with --json prints. */
export function json<T>(args: readonly string[], input: string | Uint8Array = ''): T {
  return JSON.parse(output([...args, '--json'], input)) as T;
}

/** The one line of a run that must fail with `status` and print no result. */
export function failure(
  status: 1 | 2,
  args: readonly string[],
  input: string | Uint8Array = '',
): string {
  const outcome = makemore(args, input);
  expect(outcome).toMatchObject({ status, stdout: '' });
  expect(outcome.stderr).toMatch(/^makemore: [^\n]+\n$/u);
  return outcome.stderr.slice('makemore: '.length, -1);
}

const directory = mkdtempSync(join(tmpdir(), 'makemore-cli-'));
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

/** The path of a file in this test file's own directory, which may not exist yet. */
export function path(name: string): string {
  return join(directory, name);
}

/** Writes a file there; gives its path. */
export function file(name: string, content: string | Uint8Array): string {
  writeFileSync(path(name), content);
  return path(name);
}

/** A small list with a full stop, a hyphen, and letters of two and three bytes. */
export const smallList = 'ava\neve\nzoë\nst. john\nanne-marie\nありさ\nava\n';

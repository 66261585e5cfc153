// An empty directory in which the commands that the page copies can be run as they are: makemore is on
// its path.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const binary = resolve(root, process.env['MAKEMORE_BINARY'] ?? 'build/release/makemore');

export interface Terminal {
  path: (name: string) => string;
  save(name: string, bytes: readonly number[]): void;
  /** The lines that a command prints; throws what it says where it fails. */
  run(command: string): string[];
}

export function openTerminal(): Terminal {
  const home = mkdtempSync(join(tmpdir(), 'makemore-terminal-'));
  symlinkSync(binary, join(home, 'makemore'));
  const env = { ...process.env, PATH: `${home}:${process.env['PATH'] ?? ''}` };
  return {
    path: (name) => join(home, name),
    save(name, bytes) {
      writeFileSync(join(home, name), Uint8Array.from(bytes));
    },
    run(command) {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
        cwd: home,
        env,
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${command}\n${stderr}`);
      return stdout.replace(/\n$/, '').split('\n');
    },
  };
}

// The core as a CMake package: installed, found and used from another folder, as examples/cpp does.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { binary, output } from './command.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const list = join(project, 'web/public/lists/given-names.txt');
const home = mkdtempSync(join(tmpdir(), 'makemore-library-'));
afterAll(() => {
  rmSync(home, { recursive: true });
});

function run(command: string, args: string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8' });
  expect(status, `${command} ${args.join(' ')}\n${stdout}${stderr}`).toBe(0);
  return stdout;
}

test('an installed core is found by find_package, and gives the names that the command gives', () => {
  const prefix = join(home, 'prefix');
  run('cmake', ['--install', dirname(binary), '--prefix', prefix]);
  cpSync(join(project, 'examples/cpp'), join(home, 'names'), { recursive: true });
  const found = `${prefix};${join(project, '.toolchain/xsimd/usr')}`;
  const build = join(home, 'names/build');
  run('cmake', ['-S', join(home, 'names'), '-B', build, `-DCMAKE_PREFIX_PATH=${found}`]);
  run('cmake', ['--build', build]);
  expect(run(join(build, 'names'), [], readFileSync(list, 'utf8'))).toBe(output(['sample', list]));
});

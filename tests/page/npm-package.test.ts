// The wasm core as an npm package: packed, installed in another folder, and used there as examples/npm does,
// under Node and in a page.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import { startChromium } from './chromium.ts';
import { openTerminal } from './terminal.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const list = join(project, 'web/public/lists/given-names.txt');
const home = mkdtempSync(join(tmpdir(), 'makemore-npm-'));
const user = join(home, 'user');
let expected: string[];

function run(command: string, args: string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  expect(status, `${command} ${args.join(' ')}\n${stderr}`).toBe(0);
  return stdout;
}

beforeAll(() => {
  const staged = join(home, 'staged');
  run('node', [join(project, 'scripts/lib/npm-package.mjs'), staged], project);
  const packed = run('npm', ['pack', '--silent', '--pack-destination', home], staged).trim();
  cpSync(join(project, 'examples/npm'), user, { recursive: true });
  run('npm', ['init', '--yes'], user);
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(home, packed)], user);
  const terminal = openTerminal();
  symlinkSync(list, terminal.path('list.txt'));
  expected = terminal.run('makemore sample list.txt');
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

test('under Node it gives the names that the command gives', () => {
  const names = run('node', ['names.mjs', list], user);
  expect(names.trim().split('\n')).toEqual(expected);
});

test('in a page too, on its own thread', async () => {
  const server = await serve({ dir: user });
  const browser = await startChromium();
  const page = await browser.open();
  await page.goto(server.url);
  await page.chooseFile('input', list);
  const shown = () => page.evaluate(() => document.querySelector('pre')?.textContent ?? '', null);
  await expect.poll(shown).toBe(expected.join('\n'));
  await browser.close();
  await server.close();
});

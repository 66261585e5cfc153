// The documents name files and scripts that are there.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const project = fileURLToPath(new URL('../..', import.meta.url));
const documents = [
  ...readdirSync(project).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(project, 'docs')).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));

const sources = [
  '.github',
  'core',
  'wasm',
  'web',
  'docs',
  'examples',
  'hosting',
  'scripts',
  'tests',
];
const files = sources.flatMap((folder) =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.includes('node_modules'))
    .map((name) => `/${folder}/${name}`),
);

/** Code that names a source: by a path below one of these folders, or by its own name; makemore.d.ts is built. */
const inFolder = new RegExp(`^(?:${sources.join('|')})/[\\w./-]+$`);
const source = /^(?!makemore\.d\.ts)[\w./-]+\.(?:ts|mjs|hpp|cpp|cmake|py)$/;
/** What stands for any name is in capitals. */
const anyName = /[A-Z]{4}/;

const isThere = (code: string) =>
  existsSync(join(project, code)) || files.some((file) => file.endsWith(`/${code}`));

describe.each(documents)('%s', (name) => {
  const text = readFileSync(join(project, name), 'utf8').replace(/^```[^]*?^```/gm, '');

  test('names files that are there', () => {
    const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, code]) => code ?? '');
    const missing = named
      .filter((code) => (inFolder.test(code) || source.test(code)) && !anyName.test(code))
      .filter((code) => !isThere(code.replace(/\/$/, '')));
    expect(missing).toEqual([]);
  });

  test('links to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to]) => to ?? '');
    const missing = links
      .filter((to) => !/^[a-z]+:/.test(to))
      .filter((to) => !existsSync(join(project, dirname(name), to)));
    expect(missing).toEqual([]);
  });
});

test('there are documents', () => {
  expect(documents).toContain('docs/extending.md');
});

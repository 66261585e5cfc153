// Every list that comes with the page is one that the core takes whole.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listNames, namedLists } from '../../web/lists/bundled.ts';
import { json } from './command.ts';

const texts = listNames.filter((name) => namedLists[name].url.endsWith('.txt'));

test.each(texts)('%s is counted without a line left out', (name) => {
  const url = new URL(`../../web/public/${namedLists[name].url}`, import.meta.url);
  const { names } = namedLists[name];
  const counted = json(['count', fileURLToPath(url)]);
  expect(counted).toMatchObject({ names, distinct_names: names });
});

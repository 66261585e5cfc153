import { expect, test } from 'vitest';
import { csv } from '../../web/csv.ts';

test('quotes what must be quoted, and keeps every digit', () => {
  expect(csv([['a', 0.1 + 0.2, Infinity]])).toBe('a,0.30000000000000004,inf\r\n');
  expect(csv([[',', '"', ' ', 'x y', '\n']])).toBe('",",""""," ",x y,"\n"\r\n');
});

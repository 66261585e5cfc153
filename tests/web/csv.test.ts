import { expect, test } from 'vitest';
import { csv } from '../../web/text/csv.ts';

test('quotes what must be quoted, and keeps every digit', () => {
  expect(csv([['a', 0.1 + 0.2, Infinity]])).toBe('a,0.30000000000000004,inf\r\n');
  expect(csv([[',', '"', ' ', 'x y', '\n']])).toBe(`",",""""," ",x y,"'\n"\r\n`);
});

test('no text is a formula to a spreadsheet', () => {
  expect(csv([['=1+1', '+1', '-1', '@SUM(A1)', '＝1', 'a=1', -1]])).toBe(
    "'=1+1,'+1,'-1,'@SUM(A1),'＝1,a=1,-1\r\n",
  );
  expect(csv([['=HYPERLINK("x","y")', '\t=1']])).toBe(`"'=HYPERLINK(""x"",""y"")","'\t=1"\r\n`);
});

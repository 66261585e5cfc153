import { expect, test } from 'vitest';
import { visible } from '../../web/text/visible.ts';

test('what has no shape and turns the text gets a mark', () => {
  expect(visible('a\u202Eb\u2067c')).toBe('a⟨202E⟩b⟨2067⟩c');
  expect(visible('\u0000\t\u007F\u0085\uFEFF')).toBe('␀␉␡⟨0085⟩⟨FEFF⟩');
});

test('what names are written with stays', () => {
  for (const name of ['می\u200Cخواهم', '👩\u200D🚀', 'é', 'אבי', '김민', '<b>']) {
    expect(visible(name)).toBe(name);
  }
});

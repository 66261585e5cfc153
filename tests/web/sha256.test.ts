import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { Sha256 } from '../../web/worker/sha256.ts';

test('agrees with another implementation at every length around a block, however it is fed', () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) % 256);
    const wanted = createHash('sha256').update(bytes).digest('hex');
    for (const piece of [1, 7, 64, 1000]) {
      const hash = new Sha256();
      for (let at = 0; at < length; at += piece) hash.feed(bytes.subarray(at, at + piece));
      expect(hash.digits()).toBe(wanted);
    }
  }
});

test('agrees on some megabytes', () => {
  const bytes = new Uint8Array(5_000_001).fill(97);
  const hash = new Sha256();
  hash.feed(bytes.subarray(0, 4_999_999));
  hash.feed(bytes.subarray(4_999_999));
  expect(hash.digits()).toBe(createHash('sha256').update(bytes).digest('hex'));
});

// What the lesson is answered, on the real core and on lists that are nothing like the lecture's.
import { expect, test } from 'vitest';
import { loadCore } from '../../web/worker/core.ts';
import { flatten } from '../../web/worker/answers/network.ts';
import { Session } from '../../web/worker/session.ts';
import { lectureOptions } from './options.ts';

test.each([
  ['one letter', 'a\naa\naaaa\n'],
  ['two letters', 'ab\nba\nabba\nb\n'],
  ['two scripts', 'Åsa\nΑθηνά\nÖrjan\nさくら\n'],
])('with nothing added, a list of %s trains to its counts', async (_, text) => {
  const core = await loadCore();
  const reader = new core.CorpusReader();
  reader.feed(new TextEncoder().encode(text));
  const session = new Session(core, reader.finish(), 'list', lectureOptions);
  const answer = flatten(
    { about: 'flatten', smoothing: 0, l2: 0, row: 0 },
    { session, source: { from: 'text', text }, options: lectureOptions, madeWith: lectureOptions },
  );
  expect(answer.learnedLoss).toBeGreaterThanOrEqual(answer.countedLoss);
  expect(answer.learnedLoss - answer.countedLoss).toBeLessThan(0.01);
  session.dispose();
  reader.delete();
});

// A model to take away: MODEL.json with its network, or its table of probabilities.
import type { Asked, Told } from '../../messages/questions.ts';
import { csv } from '../../text/csv.ts';
import { tokenLabel } from '../../text/labels.ts';
import { npy } from '../npy.ts';
import type { Subject } from '../questions.ts';

/** The file, by the format that is asked for. */
export function exportFile(question: Asked<'export'>, subject: Subject): Told<'export'> {
  return { about: 'export', file: fileOf(question, subject) };
}

function fileOf(question: Asked<'export'>, { session, options, madeWith }: Subject): Blob {
  const { core, corpus, trainer } = session;
  if (question.what === 'model') {
    const { learningRate, l2 } = madeWith;
    const text = core.writeModel(corpus, {
      seed: options.weightsSeed,
      step: trainer.steps(),
      learningRate,
      l2,
      weights: trainer.weights(),
    });
    return new Blob([text], { type: 'application/json' });
  }
  const alphabet = Array.from(corpus.alphabet());
  const probabilities =
    question.model === 'counted'
      ? session.counted.probabilities()
      : session.withLearned((table) => table.probabilities());
  if (question.what === 'npy') return npy(probabilities, alphabet.length);
  const labels = alphabet.map((_, id) => tokenLabel(alphabet, id));
  const rows = labels.map((label, row) => [
    label,
    ...probabilities.subarray(row * labels.length, (row + 1) * labels.length),
  ]);
  return new Blob([csv([['', ...labels], ...rows])], { type: 'text/csv;charset=utf-8' });
}

// How long the two routes take on this machine: counting, and training.
import type { Told } from '../../messages/questions.ts';
import { namesOf, owning } from '../borrow.ts';
import { readBytes } from '../load.ts';
import type { Subject } from '../questions.ts';
import { bytesOf } from './experiments.ts';

/** A clock may tick only once a millisecond: what is shorter is done again until this has passed. */
const leastMs = 12;
const mostDrawn = 40_000;
/** Training is long enough when it has come this near to the loss of the counts, in nats. */
const nearEnough = 0.02;
const stepsAtOnce = 10;
const patienceMs = 250;

/** Milliseconds that one call takes. */
function timed(run: () => void): number {
  const start = performance.now();
  let times = 0;
  do {
    run();
    times += 1;
  } while (performance.now() - start < leastMs);
  return (performance.now() - start) / times;
}

/** Reads, divides, and trains down to the counts; tells how long each took, in milliseconds. */
export async function timing({ session, source, options }: Subject): Promise<Told<'timing'>> {
  const { core, corpus, counted } = session;
  // Drawn before anything is waited for: after that the session may have gone.
  const { names } = corpus.report();
  const ownBytes = source.from !== 'counts';
  const drawn = ownBytes
    ? ''
    : namesOf(core, corpus, counted, {
        count: Math.min(names, mostDrawn),
        seed: options.weightsSeed,
        sampler: 'cdf',
        lengthLimit: 60,
      })
        .map(({ name }) => name)
        .join('\n');
  const read = ownBytes ? await bytesOf(source) : new TextEncoder().encode(drawn);
  if (typeof read === 'string') throw new DOMException('The list is too large to be timed here.');
  return owning((own) => {
    const list = own(readBytes(core, read, source.reading));
    const readMs = timed(() => {
      readBytes(core, read, source.reading).delete();
    });
    const divideMs = timed(() => {
      core.countModel(list, 0).delete();
    });
    const floor = own(core.countModel(list, 0)).loss(list);
    const trainer = own(new core.Trainer(list, options.weightsSeed));
    const begun = performance.now();
    let trainMs = 0;
    while (trainer.dataLoss() > floor + nearEnough && performance.now() - begun < patienceMs) {
      const start = performance.now();
      trainer.run(stepsAtOnce, options.learningRate, 0);
      trainMs += performance.now() - start;
    }
    const steps = trainer.steps();
    const gap = trainer.dataLoss() - floor;
    // The same steps once more in one go: the sum of short times is mostly the clock's rounding.
    const again = own(new core.Trainer(list, options.weightsSeed));
    const start = performance.now();
    if (steps > 0) again.run(steps, options.learningRate, 0);
    trainMs = Math.max(performance.now() - start, 0);
    return {
      about: 'timing',
      bytesFrom: ownBytes ? 'list' : 'drawn',
      names: list.report().names,
      bytes: read.length,
      readMs,
      divideMs,
      steps,
      trainMs,
      gap,
    };
  });
}

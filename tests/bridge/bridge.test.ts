// The wasm module as JavaScript meets it: owned copies, real Errors, the command line's figures.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import createMakemore, { type Corpus, type MainModule } from '../../build/wasm/makemore.js';

const lectureSeed = 2147483647;
const settings = { count: 5, seed: lectureSeed, sampler: 'cdf', lengthLimit: 1000 } as const;

interface Place {
  line: number;
  column: number;
}

let core: MainModule;
const owned: { delete(): void }[] = [];

function own<T extends { delete(): void }>(object: T): T {
  owned.push(object);
  return object;
}

function read(bytes: Uint8Array | string): Corpus {
  const reader = own(new core.CorpusReader());
  reader.feed(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  return own(reader.finish());
}

function failure(action: () => unknown): Error & Place {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return error as Error & Place;
  }
  throw new Error('nothing was thrown');
}

beforeAll(async () => {
  core = await createMakemore();
});

afterEach(() => {
  for (const object of owned.splice(0).reverse()) {
    object.delete();
  }
});

describe('a list', () => {
  it('is read in pieces and reported', () => {
    const reader = own(new core.CorpusReader());
    const bytes = new TextEncoder().encode('\uFEFFZoë\r\n\r\n.a\r\nZoë');
    for (const byte of bytes) {
      reader.feed(Uint8Array.of(byte));
    }
    const corpus = own(reader.finish());
    expect(corpus.report()).toMatchObject({
      names: 3,
      distinctNames: 2,
      shortest: 2,
      longest: 3,
      bytes: bytes.length,
    });
    expect(corpus.alphabet()).toEqual(['.', '.', 'Z', 'a', 'o', 'ë']);
    expect(corpus.bigrams()).toBe(11);
  });

  it('gives its counts as a copy that outlives it', () => {
    const corpus = read('ab\n');
    const counts = corpus.counts();
    expect(counts).toBeInstanceOf(Float64Array);
    expect([...counts]).toEqual([0, 1, 0, 0, 0, 1, 1, 0, 0]);
    counts[1] = 99;
    expect(corpus.counts()[1]).toBe(1);
    // Enough to make the module's memory grow, which detaches views of it.
    read('x'.repeat(999).concat('\n').repeat(60_000));
    expect(counts[1]).toBe(99);
  });

  it.each([
    ['ava\nZo\xEB\n', 2, 3, 'line 2, column 3: 0xEB 0x0A (byte 7) is not valid UTF-8'],
    ['ava\nem\0a', 2, 3, 'line 2, column 3: a NUL byte'],
    ['', 0, 0, 'the list is empty'],
    [' \n\n', 0, 0, 'only blank lines'],
  ])('is refused with a real Error: %j', (text, line, column, message) => {
    const error = failure(() => read(Uint8Array.from(text, (c) => c.charCodeAt(0))));
    expect(error.message).toContain(message);
    expect(error.line).toBe(line);
    expect(error.column).toBe(column);
  });

  it('can be refused any number of times without losing memory or stack', () => {
    for (let i = 0; i < 20_000; i++) {
      const reader = new core.CorpusReader();
      reader.feed(Uint8Array.of(97, 10, 255));
      failure(() => reader.finish());
      reader.delete();
    }
    expect(read('ab\n').bigrams()).toBe(3);
  });
});

describe('the count model', () => {
  it('has the figures of the definition', () => {
    const corpus = read('ab\na\n');
    const table = own(core.countModel(corpus, 0));
    expect([...table.probabilities()]).toEqual([0, 1, 0, 0.5, 0, 0.5, 1, 0, 0]);
    expect(table.loss(corpus)).toBeCloseTo((2 * Math.log(2)) / 5, 14);
    const smoothed = own(core.countModel(corpus, 1));
    expect(smoothed.probabilities()[0]).toBe(1 / 5);
  });

  it('scores words, infinitely where a pair was never seen', () => {
    const corpus = read('ab\na\n');
    const table = own(core.countModel(corpus, 0));
    const score = core.score(corpus, table, 'ab');
    expect(score.word).toBe('ab');
    expect(score.loss).toBeCloseTo(Math.log(2) / 3, 14);
    expect(score.bigrams.map(({ from, to }) => from + to)).toEqual(['.a', 'ab', 'b.']);
    expect(score.bigrams[1]).toMatchObject({ fromToken: 1, toToken: 2, probability: 0.5 });
    expect(core.score(corpus, table, 'ba').loss).toBe(Infinity);
    const error = failure(() => core.score(corpus, table, 'aö'));
    expect(error.message).toContain("'ö'");
    expect(error.column).toBe(2);
  });

  it('refuses a sampler that does not exist and counts that are not whole', () => {
    const corpus = read('ab\n');
    const table = own(core.countModel(corpus, 0));
    const sample = (changed: object) => () =>
      core.sample(corpus, table, { ...settings, ...changed });
    expect(failure(sample({ sampler: 'dice' })).message).toContain('cdf, race or mkl');
    expect(failure(sample({ count: 1.5 })).message).toContain('whole');
    expect(failure(sample({ count: -1 })).message).toContain('whole');
    expect(sample({ count: 2 })()).toEqual([
      { name: 'ab', cut: false },
      { name: 'ab', cut: false },
    ]);
    expect(sample({ count: 1, lengthLimit: 1 })()).toEqual([{ name: 'a', cut: true }]);
  });
});

describe('training', () => {
  it('goes on from the last finite weights after an absurd setting', () => {
    const corpus = read('ab\na\n');
    const trainer = own(new core.Trainer(corpus, 1));
    expect(trainer.steps()).toBe(0);
    const error = failure(() => trainer.run(1000, 1e30, 1));
    expect(error.message).toContain('learning rate');
    expect(trainer.weights().every(Number.isFinite)).toBe(true);
    const stopped = trainer.steps();
    trainer.run(10, 1, 0);
    expect(trainer.steps()).toBe(stopped + 10);
    expect(failure(() => trainer.run(0.5, 1, 0)).message).toContain('whole');
    expect(failure(() => trainer.run(1, NaN, 0)).message).toContain('learning rate');
  });

  it('reaches the counts', () => {
    const corpus = read('ab\na\nba\n');
    const trainer = own(new core.Trainer(corpus, 1));
    trainer.run(20_000, 5, 0);
    const learned = own(trainer.table()).probabilities();
    const counted = own(core.countModel(corpus, 0)).probabilities();
    learned.forEach((p, cell) => expect(p).toBeCloseTo(counted[cell]!, 3));
    expect(trainer.dataLoss()).toBeGreaterThan(own(core.countModel(corpus, 0)).loss(corpus));
    expect(core.fingerprint(trainer.weights())).toMatch(/^[0-9a-f]{16}$/);
  });

  it('takes a seed modulo 2^32, as torch does', () => {
    const corpus = read('ab\n');
    const weights = (seed: number) => [...own(new core.Trainer(corpus, seed)).weights()];
    expect(weights(2 ** 32 + 7)).toEqual(weights(7));
    expect(weights(8)).not.toEqual(weights(7));
  });
});

describe('what a lesson asks for', () => {
  it('takes a list as counts', () => {
    const corpus = read('ab\na\n');
    const figures = { names: 2, distinctNames: 2, shortest: 1, longest: 2 };
    const same = own(core.corpusOfCounts('ab', corpus.counts(), figures));
    expect(same.counts()).toEqual(corpus.counts());
    expect(same.alphabet()).toEqual(corpus.alphabet());
    expect(same.report()).toMatchObject(figures);
    const counts = corpus.counts();
    expect(failure(() => core.corpusOfCounts('ba', counts, figures)).message).toContain('sorted');
    expect(failure(() => core.corpusOfCounts('a', counts, figures)).message).toContain('counts');
    counts[0] = 0.5;
    expect(failure(() => core.corpusOfCounts('ab', counts, figures)).message).toContain('whole');
  });

  it('goes back to an earlier moment, to the bit', () => {
    const corpus = read('anna\nbob\n');
    const trainer = own(new core.Trainer(corpus, 1));
    trainer.run(5, 10, 0.01);
    const earlier = trainer.weights();
    trainer.run(7, 10, 0.01);
    const later = core.fingerprint(trainer.weights());
    trainer.restore(earlier, 5);
    expect(trainer.steps()).toBe(5);
    trainer.run(7, 10, 0.01);
    expect(core.fingerprint(trainer.weights())).toBe(later);
  });

  it('checks a gradient against a difference quotient', () => {
    const corpus = read('anna\nbob\n');
    const trainer = own(new core.Trainer(corpus, 1));
    const slopes = core.gradient(trainer, 0.01);
    const size = corpus.alphabet().length;
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const slope = core.differenceQuotient(trainer, row, column, 0.01, 2 ** -8);
        expect(slope).toBeCloseTo(slopes[row * size + column]!, 5);
      }
    }
  });

  it('spells a name draw by draw', () => {
    const corpus = read('anna\nbob\nada\n');
    const table = own(core.countModel(corpus, 0));
    const names = core.sample(corpus, table, settings);
    const alphabet = corpus.alphabet();
    names.forEach(({ name }, skip) => {
      const draws = core.draws(table, settings.seed, skip);
      expect(draws.at(-1)!.token).toBe(0);
      expect(
        draws
          .slice(0, -1)
          .map(({ token }) => alphabet[token])
          .join(''),
      ).toBe(name);
    });
  });

  it('keeps a likelihood as a product and as a sum', () => {
    const corpus = read('ab\na\n');
    const table = own(core.countModel(corpus, 0));
    const [first, last] = core.likelihoods(corpus, table, ['ab', 'a']);
    expect(first).toEqual({ bigrams: 3, product: 0.5, logLikelihood: -Math.log(2) });
    expect(last!.product).toBe(0.25);
    expect(failure(() => core.likelihoods(corpus, table, ['a', 'x'])).message).toContain("'x'");
  });

  it('measures models against each other', () => {
    const corpus = read('ab\na\n');
    const counted = own(core.countModel(corpus, 0));
    const uniform = own(core.uniformModel(corpus));
    expect(uniform.loss(corpus)).toBeCloseTo(Math.log(3), 14);
    const divergence = core.divergence(counted, uniform);
    expect(divergence[0]).toBeCloseTo(Math.log(3), 14);
    expect(divergence[1]).toBeCloseTo(Math.log(3) - Math.log(2), 14);
    expect(core.singleLetterLoss(corpus)).toBeCloseTo(1.0549, 4);
    const trap = own(core.dividedByColumnTotals(corpus));
    expect([...trap.probabilities()]).toEqual([0, 1, 0, 0.5, 0, 1, 0.5, 0, 0]);
    expect(core.exp(0)).toBe(1);
  });

  it('shows what goes wrong in tables and sums', () => {
    const corpus = read('ab\na\n');
    const trap = own(core.dividedByColumnTotals(corpus));
    expect([...core.rowSums(trap.probabilities(), 3)]).toEqual([1, 1.5, 0.5]);
    const mended = own(core.normalisedRows(trap));
    expect([...core.rowSums(mended.probabilities(), 3)]).toEqual([1, 1, 1]);
    const counted = own(core.countModel(corpus, 0));
    expect(core.lossFloat32(counted, corpus)).toBeCloseTo(counted.loss(corpus), 6);
  });

  it('sets weights beside the logarithms of counts', () => {
    const corpus = read('ab\na\n');
    const trainer = own(new core.Trainer(corpus, 1));
    trainer.run(2000, 1, 0);
    const { logCounts, shiftedWeights, constants, largestGap } = core.logCounts(
      corpus,
      trainer.weights(),
    );
    expect(logCounts[1]).toBeCloseTo(Math.log(2), 14);
    expect(logCounts[0]).toBe(Number.NEGATIVE_INFINITY);
    expect(constants).toHaveLength(3);
    expect(largestGap).toBeLessThan(0.1);
    expect(shiftedWeights[1]).toBeCloseTo(Math.log(2), 1);
  });

  it('draws one letter after a context, between the sums it fell between', () => {
    const corpus = read('anna\nbob\nada\n');
    const table = own(core.countModel(corpus, 0));
    const whole = core.draws(table, settings.seed, 0);
    whole.forEach((draw, skip) => {
      expect(core.drawAfter(table, settings.seed, skip, draw.context)).toEqual(draw);
      expect(draw.below).toBeLessThan(draw.uniform);
      expect(draw.uniform).toBeLessThanOrEqual(draw.upto);
    });
  });
});

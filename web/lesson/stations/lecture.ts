// Lecture mode: the lecture's counts, its published figures ticked off, and why some differ.
import type { SamplerKind } from '../../messages/protocol.ts';
import type { Told } from '../../messages/questions.ts';
import { defaults } from '../../state/settings.ts';
import type { State } from '../../state/state.ts';
import { count, loss } from '../../text/format.ts';
import { el, setText } from '../../ui/dom.ts';
import { Asker, inWords } from '../asker.ts';
import { original } from '../original-address.ts';
import { fetchOriginal } from '../original.ts';
import { button, choice, controls, play, problemLine, rowsTable } from '../parts.ts';
import { claim, heading, p } from '../prose.ts';
import type { Claim } from '../prose.ts';
import type { BuildStation } from '../station.ts';

/** The figures as they were published, to as many digits as they were. */
const lecture = {
  names: 32033,
  bigrams: 228146,
  loss: '2.4540',
  smoothedLoss: '2.4546',
  untrainedEmma: '3.7693',
  andrejq: '3.4834',
  uniform: '3.2958',
  firstNames: {
    cdf: ['mor', 'axx', 'minaymoryles', 'kondlaisah', 'anchshizarie'],
    race: ['cexze', 'momasurailezitynn', 'konimittain', 'llayn', 'ka'],
    mkl: ['junide', 'janasah', 'p', 'cony', 'a'],
  },
} as const;

const samplerWords: Record<SamplerKind, string> = {
  cdf: 'PyTorch up to 1.13, and the lecture',
  race: 'PyTorch 2.7 and later; 2.0 to 2.6 without MKL',
  mkl: 'PyTorch 2.0 to 2.6 with MKL, the usual x86 packages',
};

interface Check {
  claim: Claim;
  draw(told: Told<'lecture'>, state: State): void;
}

function check(read: (told: Told<'lecture'>, state: State) => [boolean | null, string]): Check {
  const line = claim();
  return {
    claim: line,
    draw(told, state) {
      line.draw(...read(told, state));
    },
  };
}

const figureCheck = (
  what: string,
  wanted: string,
  read: (told: Told<'lecture'>, state: State) => number | null,
): Check =>
  check((told, state) => {
    const found = read(told, state);
    if (found === null) return [false, `${what}: ${wanted}. This list lacks the letters.`];
    const text = loss(found);
    return [
      text === wanted,
      text === wanted ? `${what}: ${wanted}.` : `${what}: ${wanted}. Here: ${text}.`,
    ];
  });

const countCheck = (what: string, wanted: number, read: (state: State) => number): Check =>
  check((_, state) => {
    const found = read(state);
    const right = found === wanted;
    return [right, `${count(wanted)} ${what}.${right ? '' : ` Here: ${count(found)}.`}`];
  });

/** The station's builder. */
export const station: BuildStation = (kit) => {
  const { actions, announce } = kit;
  let state: State | null = null;
  const news = problemLine();
  const asker = new Asker<'lecture'>(kit, redraw);
  const load = button(
    'Load the lecture’s counts',
    () => {
      news.draw('');
      actions.loadLecture();
    },
    { class: 'primary', attrs: { id: 'lecture-load' } },
  );
  let fetching = false;
  const fetchList = button(
    'Fetch the original names.txt',
    () => {
      if (fetching) return;
      fetching = true;
      fetchList.disabled = true;
      news.draw(`Asking ${original.repository} for names.txt.`);
      fetchOriginal((file) => actions.identify(file))
        .then((file) => {
          actions.loadFile(file);
          news.draw(`names.txt is here, and its SHA-256 is the lecture’s.`);
        })
        .catch((error: unknown) => {
          const message = inWords(error);
          news.draw(message);
          announce(message);
        })
        .finally(() => {
          fetching = false;
          fetchList.disabled = false;
        });
    },
    { attrs: { id: 'lecture-fetch' } },
  );
  const checks: Check[] = [
    countCheck('names', lecture.names, ({ list }) => list?.report.names ?? 0),
    countCheck('bigrams', lecture.bigrams, ({ list }) => list?.bigrams ?? 0),
    figureCheck(
      'Loss of a model that knows nothing, ln 27',
      lecture.uniform,
      (_, { list }) => list?.uniformLoss ?? null,
    ),
    figureCheck('Loss of the count model', lecture.loss, ({ loss: found }) => found),
    figureCheck(
      'Loss with 1 added to every count',
      lecture.smoothedLoss,
      ({ smoothedLoss }) => smoothedLoss,
    ),
    figureCheck(
      'Loss of andrejq with 1 added',
      lecture.andrejq,
      ({ smoothedAndrejq }) => smoothedAndrejq,
    ),
    figureCheck(
      'Loss of the untrained network on emma, seed 2147483647',
      lecture.untrainedEmma,
      ({ untrainedEmma }) => untrainedEmma,
    ),
    check(({ names }) => {
      const wanted = lecture.firstNames.cdf.join(', ');
      const right = names.cdf.join(', ') === wanted;
      return [
        right,
        `The five names of seed 2147483647: ${wanted}.${right ? '' : ` Here: ${names.cdf.join(', ')}.`}`,
      ];
    }),
  ];
  const tally = el('p', { class: 'tally', attrs: { id: 'lecture-tally' } });
  const rounding = rowsTable(
    'Three ways to add up one loss',
    ['loss with 1 added to every count', 'nats'],
    'wide',
  );
  const versions = rowsTable(
    'The first names of seed 2147483647',
    ['version', 'first names', 'as published'],
    'wide',
  );
  const sampler = choice<SamplerKind>(
    'lecture-sampler',
    'Draw the workbench’s names as in',
    [
      { value: 'cdf', text: 'the lecture' },
      { value: 'race', text: 'PyTorch 2.7' },
      { value: 'mkl', text: 'PyTorch 2.0 with MKL' },
    ],
    (value) => {
      actions.setSampler(value);
    },
  );

  function redraw(): void {
    const { told } = asker;
    if (state?.list == null || told === null) return;
    const { list } = state;
    let ticked = 0;
    for (const each of checks) {
      each.draw(told, state);
      if (each.claim.root.dataset['holds'] === 'true') ticked += 1;
    }
    const all = ticked === checks.length;
    setText(
      tally,
      all
        ? `All ${checks.length} figures of the lecture come out on this page.`
        : `${ticked} of ${checks.length} come out with ${list.title}. They belong to the lecture’s list.`,
    );
    const { float32Loss, smoothedLoss, names } = told;
    rounding.draw([
      ['exactly, in double precision', smoothedLoss.toFixed(10)],
      [
        'one term after another in float32, in the order of the table',
        float32Loss === null ? 'too long a list' : float32Loss.toFixed(10),
      ],
      ['the same in the order of the names, as published for the lecture’s list', '2.4543561935'],
    ]);
    versions.draw(
      (['cdf', 'race', 'mkl'] as const).map((kind) => [
        samplerWords[kind],
        names[kind].join(' '),
        names[kind].join() === lecture.firstNames[kind].join() ? 'yes' : 'no, another list',
      ]),
    );
  }

  function draw(next: State): void {
    state = next;
    sampler.draw(next.settings.sampler);
    if (next.list === null) return;
    asker.ask({ about: 'lecture', seed: defaults.nameSeed }, next.list);
  }

  const root = el(
    'div',
    {},
    p(
      'This lesson follows *The spelled-out intro to language modeling: building makemore* by Andrej Karpathy. The counts of its list are part of this page, as figures without a single name, and load without a network. The sentences below then compare what the lecture published with what the page computes.',
    ),
    play(
      controls(load, fetchList),
      el('p', {
        class: 'quiet',
        text: `Fetching asks ${original.repository} for its names.txt (228 kB) and checks its SHA-256. It is the only request this page ever makes elsewhere, and only on this click.`,
      }),
      news.root,
      asker.problem.root,
      tally,
      el('div', { class: 'checklist' }, ...checks.map((each) => each.claim.root)),
    ),
    heading('2.45436, or what single precision does to a sum'),
    p(
      'Many notes on the lecture give the loss with 1 added as 2.45436. The exact value is 2.45458. The difference is not in the model, it is in the sum. The notebook adds 228,146 numbers of about 2.5 in *float32*, which keeps some seven digits. Once the sum has passed half a million, it is rounded to the nearest 1/16 after every term. What is lost depends on the order of the terms:',
    ),
    rounding.root,
    p(
      'This page takes its steps in float32, as the lecture does, and evaluates every loss in double. That is why it says 2.4546.',
    ),
    heading('One seed, three lists of names'),
    p(
      'Whoever types the lecture’s code today gets other names than the video, with the same seed. The counts are the same, the generator is the same. What changed is how `torch.multinomial` uses its random numbers. All three ways are here.',
    ),
    play(sampler.root, versions.root),
    p(
      'Up to 1.13 one random number falls into the running sum of the row. Later versions draw a random number for each letter and let them race: the letter with the largest ratio of probability to draw wins. With Intel’s MKL the race has a generator of its own.',
    ),
    p(
      'The loss 2.4818 that the notebook shows for the network comes from several runs with changed settings, which it does not record. Nobody can reproduce it exactly; step 266 with the usual settings comes nearest.',
    ),
  );
  return { root, draw };
};

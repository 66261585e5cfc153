// The open list, its models and the run, and everything that moves them: training, seeking, settings.
// Says how it goes; hears no messages itself.
import type {
  ListSource,
  ModelOptions,
  Problem,
  Reply,
  RunChange,
  TrainingState,
} from '../messages/protocol.ts';
import type { ModelTraining } from './core.ts';
import { TrainingLoop } from './loop.ts';
import { PastRuns } from './past-runs.ts';
import { ProgressGate } from './progress.ts';
import { Run } from './run.ts';
import { journeyAgain, journeyTo, Seeker } from './seeker.ts';
import type { Journey } from './seeker.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshots.ts';
import { Timeline } from './timeline.ts';
import type { RunSettings } from './timeline.ts';

/** News of a long seek come no oftener than this. */
const newsMs = 50;

/** Who is told how it goes. */
export interface LabHost {
  post(reply: Reply, transfer?: Transferable[]): void;
  /** An expected failure is shown; any other error is thrown again. */
  fail(id: number, about: Problem['about'], error: unknown): void;
  crash(error: unknown): void;
}

interface Open {
  session: Session;
  source: ListSource;
  run: Run;
}

/** The value. Throws where there is none yet, as before the first list. */
export function need<T>(value: T | null): T {
  if (value === null) throw new Error('There is no list yet.');
  return value;
}

/** One page's list, models and run. */
export class Lab {
  private readonly host: LabHost;
  private open: Open | null = null;
  private set: ModelOptions | null = null;
  /** A seek under way, and where to go back to if it is given up; null: it stays where it came to. */
  private seeking: { id: number; origin: Snapshot | null } | null = null;
  private readonly loop: TrainingLoop;
  private readonly seeker = new Seeker();
  private readonly pastRuns = new PastRuns();
  private readonly gate = new ProgressGate();

  constructor(host: LabHost) {
    this.host = host;
    this.loop = new TrainingLoop({
      advance: (steps) => {
        const { run } = need(this.open);
        const before = run.step;
        this.goOn(steps);
        return run.step - before;
      },
      sliceDone: () => {
        this.sendProgress('if-due');
      },
      failed: (error) => {
        this.sendProgress('now');
        host.fail(0, 'training', error);
      },
    });
  }

  get session(): Session {
    return need(this.open).session;
  }

  get source(): ListSource {
    return need(this.open).source;
  }

  get options(): ModelOptions {
    return need(this.set);
  }

  /** What the step that led here was taken with; at step 0, what the first will be taken with. */
  get madeWith(): RunSettings {
    const { run } = need(this.open);
    return run.step === 0 ? this.options : run.timeline.at(run.step - 1);
  }

  /** The page has drawn this much. */
  heard(sequence: number): void {
    this.gate.heard(sequence);
  }

  /** Takes the session over, in place of the one before. Training stands where a model file's does. */
  openList(
    id: number,
    session: Session,
    source: ListSource,
    training: ModelTraining | null = null,
  ): void {
    this.stop();
    this.open?.session.dispose();
    if (training !== null) {
      const { seed: weightsSeed, learningRate, l2 } = training;
      this.set = { ...this.options, weightsSeed, learningRate, l2 };
    }
    const { options } = this;
    this.open = { session, source, run: new Run(session, options.weightsSeed, options) };
    this.pastRuns.clear();
    const list = session.list();
    const counted = session.countModel(options.smoothing);
    const run = this.describe();
    this.host.post({ kind: 'loaded', id, list, counted, run }, [
      list.counts.buffer,
      counted.probabilities.buffer,
      ...buffersOf(run),
    ]);
  }

  setOptions(id: number, next: ModelOptions): void {
    const before = this.set;
    this.set = next;
    this.loop.setSpeed(next.speed);
    if (this.open === null || before === null) return;
    const { session } = this.open;
    try {
      if (next.learningRate !== before.learningRate || next.l2 !== before.l2) this.cancelSeek();
      if (next.smoothing !== before.smoothing) {
        session.smooth(next.smoothing);
        const counted = session.countModel(next.smoothing);
        this.host.post({ kind: 'counted', id, counted }, [counted.probabilities.buffer]);
      }
      if (next.weightsSeed !== before.weightsSeed) this.startOver();
    } catch (error) {
      this.set = before;
      this.loop.setSpeed(before.speed);
      this.host.fail(id, 'options', error);
    }
    this.sendProgress(this.loop.running ? 'if-due' : 'now');
  }

  train(): void {
    need(this.open);
    this.cancelSeek();
    this.loop.start();
    this.sendProgress('now');
  }

  pause(): void {
    this.loop.stop();
    this.sendProgress('now');
  }

  /** Along the run where these steps have been taken before, else new ones. */
  step(id: number, count: number): void {
    this.stop();
    const { run } = need(this.open);
    const target = run.step + count;
    if (target <= run.lastStep && !run.timeline.departs(run.step, this.options)) {
      this.seek(id, target);
      return;
    }
    try {
      while (run.step < target) this.goOn(target - run.step);
    } catch (error) {
      this.host.fail(id, 'training', error);
    }
    this.sendProgress('now');
  }

  reset(): void {
    this.startOver();
    this.sendProgress('now');
  }

  seek(id: number, step: number): void {
    this.loop.stop();
    const { session, run } = need(this.open);
    const target = Math.min(Math.max(run.firstStep, step), run.lastStep);
    // A newer wish takes over from an older one, but giving up leads back to where both began.
    const origin = this.seeking === null ? session.snapshot() : this.seeking.origin;
    this.travel(id, origin, journeyTo(run, target, this.news(id, target)), () => {
      this.arrive(id);
    });
  }

  replay(id: number, changes: readonly RunChange[], lastStep: number, step: number): void {
    const plan = Timeline.of(changes, lastStep);
    if (!this.standsAtStartOf(plan)) this.startOver();
    const journey = journeyAgain(need(this.open).run, plan, this.news(id, lastStep));
    this.travel(id, null, journey, () => {
      this.seek(id, step);
    });
  }

  /** The way of a model just opened goes on from its file, whose weights may have another past. */
  private standsAtStartOf(plan: Timeline): boolean {
    const { run } = need(this.open);
    const { firstStep } = run;
    const fresh = firstStep > 0 && run.lastStep === firstStep;
    const same = !plan.departs(0, run.timeline.at(0)) && plan.until(0) >= firstStep;
    return fresh && same && plan.lastStep >= firstStep;
  }

  cancelSeek(): void {
    if (this.seeking === null) return;
    this.seeker.giveUp();
    const { id, origin } = this.seeking;
    this.seeking = null;
    if (origin !== null) this.session.restore(origin);
    this.host.post({ kind: 'seek-cancelled', id });
    this.sendProgress('now');
  }

  halt(): void {
    this.loop.stop();
  }

  private stop(): void {
    this.loop.stop();
    this.cancelSeek();
  }

  private startOver(): void {
    if (this.open === null) return;
    this.stop();
    this.keepPast(this.open.run);
    const { session } = this.open;
    session.startOver(this.options.weightsSeed);
    this.open.run = new Run(session, this.options.weightsSeed, this.options);
  }

  /** New steps. Where they leave a run that went further in another way, that one is kept. */
  private goOn(steps: number): void {
    const { run } = need(this.open);
    if (run.timeline.departs(run.step, this.options)) this.keepPast(run);
    run.advance(steps, this.options);
  }

  private keepPast(run: Run): void {
    if (!this.pastRuns.add(run.past())) return;
    this.host.post({ kind: 'past-runs', runs: this.pastRuns.list() });
  }

  private travel(id: number, origin: Snapshot | null, journey: Journey, arrived: () => void): void {
    if (this.seeking !== null && this.seeking.id !== id) {
      this.host.post({ kind: 'seek-cancelled', id: this.seeking.id });
    }
    this.seeking = { id, origin };
    this.seeker
      .travel(journey)
      .then((done) => {
        // A journey that was given up has nothing to say: whoever gave it up has.
        if (done) arrived();
      })
      .catch((error: unknown) => {
        this.seeking = null;
        this.sendProgress('now');
        this.host.fail(id, 'training', error);
      })
      .catch((error: unknown) => {
        this.host.crash(error);
      });
  }

  private arrive(id: number): void {
    const { run } = need(this.open);
    this.seeking = null;
    const { learningRate, l2 } = run.timeline.at(run.step);
    this.set = { ...this.options, learningRate, l2 };
    this.host.post({ kind: 'sought', id, step: run.step, learningRate, l2 });
    this.sendProgress('now');
  }

  private news(id: number, target: number): () => void {
    let last = 0;
    return () => {
      const now = performance.now();
      if (now - last < newsMs) return;
      last = now;
      this.host.post({ kind: 'seeking', id, step: need(this.open).run.step, target });
    };
  }

  private describe(): TrainingState {
    const { session, run } = need(this.open);
    const curve = run.curve();
    return {
      sequence: this.gate.next(),
      training: this.loop.running,
      step: run.step,
      lastStep: run.lastStep,
      firstStep: run.firstStep,
      weightsSeed: run.weightsSeed,
      changes: run.timeline.copy(),
      stepsPerSecond: this.loop.stepsPerSecond,
      ...session.evaluate(this.options.l2),
      historySteps: curve.steps,
      historyLosses: curve.losses,
    };
  }

  private sendProgress(when: 'now' | 'if-due'): void {
    // What a seek passes on its way is not shown.
    if (this.open === null || this.seeking !== null) return;
    const start = performance.now();
    if (when === 'if-due' && !this.gate.isDue(start)) return;
    const run = this.describe();
    this.gate.sent(start, performance.now());
    this.host.post({ kind: 'progress', run }, buffersOf(run));
  }
}

const buffersOf = (run: TrainingState): Transferable[] => [
  run.probabilities.buffer,
  run.divergence.buffer,
  run.historySteps.buffer,
  run.historyLosses.buffer,
];

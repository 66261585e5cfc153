// A station's questions to the core: one under way at a time, the newest wish wins, and nothing is
// asked twice while nothing that it depends on has changed. Keeps the last answer, and the line that
// says why there is none.
import { Latest } from '../latest.ts';
import type { Asked, Question, Told } from '../messages/questions.ts';
import { problemLine } from './parts.ts';
import type { Kit } from './station.ts';

const pauseMs = 120;

/** A station's line to the core. */
export class Asker<About extends Question['about']> {
  readonly problem = problemLine();
  /** The last answer, and the question it belongs to. */
  told: Told<About> | null = null;
  asked: Asked<About> | null = null;
  private question: Asked<About> | null = null;
  private grounds: readonly unknown[] = [];
  private readonly latest: Latest;
  private readonly kit: Kit;

  constructor(kit: Kit, redraw: (told: Told<About>) => void) {
    this.kit = kit;
    this.latest = new Latest(() => {
      const { question } = this;
      if (question === null) return;
      kit.actions
        .ask(question)
        .then(
          (answer) => {
            const told = answer as Told<About>;
            this.told = told;
            this.asked = question;
            this.problem.draw('');
            redraw(told);
          },
          (error: unknown) => {
            this.problem.draw(inWords(error));
          },
        )
        .finally(() => {
          if (question === this.question) kit.waiting.delete(this);
          this.latest.answered();
        });
    }, pauseMs);
  }

  /** `grounds`: what the answer depends on besides the question. */
  ask(question: Asked<About>, ...grounds: readonly unknown[]): void {
    const same =
      this.question !== null &&
      grounds.length === this.grounds.length &&
      grounds.every((ground, i) => ground === this.grounds[i]) &&
      JSON.stringify(question) === JSON.stringify(this.question);
    if (same) return;
    this.question = question;
    this.grounds = grounds;
    this.kit.waiting.add(this);
    this.latest.want();
  }
}

/** The core's own words, where it is the core that failed. */
export const inWords = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

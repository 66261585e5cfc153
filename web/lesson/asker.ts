// A station's questions to the core: one under way at a time, the newest wish wins, and nothing is
// asked twice while nothing that it depends on has changed.
import type { Actions } from '../actions.ts';
import { Latest } from '../latest.ts';
import type { Asked, Question, Told } from '../questions.ts';

const pauseMs = 120;

export class Asker<About extends Question['about']> {
  private question: Asked<About> | null = null;
  private grounds: readonly unknown[] = [];
  private readonly latest: Latest;

  /** `failed` is told in the core's own words. */
  constructor(
    actions: Actions,
    heard: (answer: Told<About>, question: Asked<About>) => void,
    failed: (message: string) => void,
  ) {
    this.latest = new Latest(() => {
      const { question } = this;
      if (question === null) return;
      actions
        .ask(question)
        .then(
          (answer) => {
            heard(answer as Told<About>, question);
          },
          (error: unknown) => {
            failed(error instanceof Error ? error.message : String(error));
          },
        )
        .finally(() => {
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
    this.latest.want();
  }
}

// Answers the lesson's and the studio's questions from the core. Changes nothing: neither models nor training.
import type { ListSource, ModelOptions } from '../messages/protocol.ts';
import type { Answer, Question } from '../messages/questions.ts';
import { duplicates, rate, tiny, unseen } from './answers/experiments.ts';
import { exportFile } from './answers/export.ts';
import { ladder, lecture } from './answers/lecture.ts';
import { flatten, forward, logCounts, slope } from './answers/network.ts';
import { report } from './answers/report.ts';
import { generate, ownName } from './answers/studio.ts';
import { draws, letter, likelihood, trap, twoLetters, word } from './answers/table.ts';
import { timing } from './answers/timing.ts';
import type { Session } from './session.ts';
import type { RunSettings } from './timeline.ts';

/** What may be asked about. Everything in it belongs to the worker; borrow, never delete or train. */
export interface Subject {
  session: Session;
  /** Where the list came from, for what is measured on its bytes. */
  source: ListSource;
  options: ModelOptions;
  /** What the weights were trained with last. */
  madeWith: RunSettings;
}

/** Throws the core's errors. A slow answer breathes (breath.ts) and may find `session` disposed. */
export function answerQuestion(question: Question, subject: Subject): Answer | Promise<Answer> {
  switch (question.about) {
    case 'fingerprint': {
      const { core, trainer } = subject.session;
      return {
        about: 'fingerprint',
        step: trainer.steps(),
        fingerprint: core.fingerprint(trainer.weights()),
      };
    }
    case 'word':
      return word(question, subject);
    case 'trap':
      return trap(question, subject);
    case 'draws':
      return draws(question, subject);
    case 'letter':
      return letter(question, subject);
    case 'likelihood':
      return likelihood(question, subject);
    case 'two-letters':
      return twoLetters(question, subject);
    case 'forward':
      return forward(question, subject);
    case 'slope':
      return slope(question, subject);
    case 'log-counts':
      return logCounts(subject);
    case 'timing':
      return timing(subject);
    case 'flatten':
      return flatten(question, subject);
    case 'ladder':
      return ladder(subject);
    case 'lecture':
      return lecture(question, subject);
    case 'rate':
      return rate(question, subject);
    case 'unseen':
      return unseen(subject);
    case 'tiny':
      return tiny(question, subject);
    case 'duplicates':
      return duplicates(question, subject);
    case 'generate':
      return generate(question, subject);
    case 'own-name':
      return ownName(question, subject);
    case 'export':
      return exportFile(question, subject);
    case 'report':
      return report(subject);
    default: {
      const unknown: never = question;
      throw new Error(`Unknown question: ${JSON.stringify(unknown)}`);
    }
  }
}

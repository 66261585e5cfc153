// The studio's settings as a request to the core, and requests that go out: one under way at a time,
// the newest wins. Draws nothing.
import type { Actions } from '../control/actions.ts';
import { Latest } from '../latest.ts';
import type { CountedList } from '../messages/protocol.ts';
import type { Told } from '../messages/questions.ts';
import type { NameRequest, NameRules } from '../messages/studio-questions.ts';
import type { State } from '../state/state.ts';
import { spelled, spelledStart } from './spelling.ts';

/** While a model is trained, names change at a pace that can be read. */
const paceMs = 150;

const filled = (parts: readonly string[]): string[] => parts.filter((part) => part !== '');

/** Rules as the core is asked for them: in the list's letters, without empty strings. */
export function rulesFor(list: CountedList, rules: NameRules): NameRules {
  return {
    ...rules,
    startsWith: spelledStart(rules.startsWith, list),
    endsWith: spelled(rules.endsWith, list),
    contains: filled(rules.contains).map((part) => spelled(part, list)),
    notContains: filled(rules.notContains).map((part) => spelled(part, list)),
  };
}

/** Null while there is no list. */
export function requestOf({ list, studio, settings }: State): NameRequest | null {
  if (list === null) return null;
  const { nameSeed: seed, sampler } = settings;
  const newOnly = studio.newOnly && list.namesKnown;
  return { ...studio, newOnly, rules: rulesFor(list, studio.rules), seed, sampler };
}

/** The names that came of a request, or why there are none. */
export type Generated = Told<'generate'>;

/** Asks again whenever the request or the model behind it has changed. */
export function nameAsker(
  actions: Actions,
  heard: (answer: Generated, request: NameRequest) => void,
  failed: (message: string, request: NameRequest) => void,
) {
  let request: NameRequest | null = null;
  let asked = '';
  let grounds: readonly unknown[] = [];
  const latest = new Latest(() => {
    const now = request;
    if (now === null) return;
    actions
      .ask({ about: 'generate', ...now })
      .then(
        (answer) => {
          heard(answer, now);
        },
        (error: unknown) => {
          failed(error instanceof Error ? error.message : String(error), now);
        },
      )
      .finally(() => {
        latest.answered();
      });
  }, paceMs);

  return {
    draw(state: State): void {
      const next = requestOf(state);
      if (next === null) return;
      const text = JSON.stringify(next);
      const { list, settings, run } = state;
      const model = next.model === 'counted' ? settings.smoothing : run;
      const same = text === asked && list === grounds[0];
      if (same && model === grounds[1]) return;
      request = next;
      asked = text;
      grounds = [list, model];
      // A model in training may wait; a user may not.
      if (same && run?.training === true) latest.want();
      else latest.wantNow();
    },
  };
}

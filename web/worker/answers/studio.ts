// Answers of the naming studio: names under rules, what to blame where there are none, and a name of
// one's own.
import type { Asked, Told } from '../../messages/questions.ts';
import type { NameRequest, NameRules, RequestField } from '../../messages/studio-questions.ts';
import { freeRules } from '../../state/studio-defaults.ts';
import { scoreOf } from '../borrow.ts';
import type { Listed, Table } from '../core.ts';
import type { Subject } from '../questions.ts';
import type { Session } from '../session.ts';
import { studioTables } from '../studio-tables.ts';
import type { Wanted } from '../studio-tables.ts';

interface Blame {
  field: RequestField | null;
  index: number;
}

/** A rule of a request, and the rules with nothing in its place. */
interface Part extends Blame {
  alone: NameRules;
  without: NameRules;
}

function parts(rules: NameRules): Part[] {
  const text = (field: 'startsWith' | 'endsWith'): Part[] =>
    rules[field] === ''
      ? []
      : [
          {
            field,
            index: 0,
            alone: { ...freeRules, [field]: rules[field] },
            without: { ...rules, [field]: '' },
          },
        ];
  const texts = (field: 'contains' | 'notContains'): Part[] =>
    rules[field].map((string, index) => ({
      field,
      index,
      alone: { ...freeRules, [field]: [string] },
      without: { ...rules, [field]: rules[field].filter((_, at) => at !== index) },
    }));
  const length = (field: 'minLength' | 'maxLength'): Part => ({
    field,
    index: 0,
    alone: { ...freeRules, [field]: rules[field] },
    without: { ...rules, [field]: freeRules[field] },
  });
  return [
    ...text('startsWith'),
    ...text('endsWith'),
    ...texts('contains'),
    ...texts('notContains'),
    length('minLength'),
    length('maxLength'),
  ];
}

/** The first rule that cannot be kept even alone, else the first without which the others can be. */
function blame(session: Session, table: Table, { rules, newOnly }: NameRequest): Blame {
  const { core, corpus } = session;
  const can = (some: NameRules) => core.canKeep(corpus, table, some);
  if (can(rules)) return { field: newOnly ? 'newOnly' : null, index: 0 };
  const all = parts(rules);
  const guilty =
    all.find(({ alone }) => !can(alone)) ?? all.find(({ without }) => can(without)) ?? null;
  return { field: guilty?.field ?? null, index: guilty?.index ?? 0 };
}

/** The core's own refusals carry a place; anything else is a bug. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'line' in error) return error.message;
  throw error;
}

const refusal = (refused: string, { field, index }: Blame): Told<'generate'> => ({
  about: 'generate',
  refused,
  field,
  index,
});

/** What a table and a list say, or why there is no such table. */
function withTable<T>(
  session: Session,
  wanted: Wanted,
  use: (table: Table, listed: Listed | null) => T,
  refuse: (reason: string) => T,
): T {
  const tables = studioTables(session);
  let table: Table;
  try {
    table = tables.table(wanted);
  } catch (error) {
    return refuse(reasonOf(error));
  }
  return use(table, tables.ranked());
}

/** Typed strings as the list's names were read. */
function rulesAsRead(session: Session, rules: NameRules): NameRules {
  const read = (text: string) => session.asRead(text);
  return {
    ...rules,
    startsWith: read(rules.startsWith),
    endsWith: read(rules.endsWith),
    contains: rules.contains.map(read),
    notContains: rules.notContains.map(read),
  };
}

/** Names under the rules, or which rule stands in the way. */
export function generate(typed: Asked<'generate'>, { session }: Subject): Told<'generate'> {
  const { core, corpus } = session;
  const request = { ...typed, rules: rulesAsRead(session, typed.rules) };
  const { rules, newOnly, unique, count, order, seed, sampler } = request;
  return withTable(
    session,
    request,
    (table, listed) => {
      try {
        const wanted = { rules, newOnly, unique, count, order, seed, sampler };
        const drawn = core.generate(corpus, table, listed, wanted);
        return {
          about: 'generate',
          refused: null,
          names: Array.from(drawn.names, (name) => ({ ...name })),
          sampled: listed?.sampled() ?? 0,
          requestProbability: drawn.requestProbability,
          logRequestProbability: drawn.logRequestProbability,
          exhausted: drawn.exhausted,
        };
      } catch (error) {
        const known = !newOnly || core.namesKnown(corpus);
        return refusal(
          reasonOf(error),
          known ? blame(session, table, request) : { field: 'newOnly', index: 0 },
        );
      }
    },
    (reason) => refusal(reason, { field: 'temperature', index: 0 }),
  );
}

/** Throws where the list lacks a character of the name, or the temperature is none. */
export function ownName(question: Asked<'own-name'>, { session }: Subject): Told<'own-name'> {
  const { core, corpus } = session;
  const name = session.asRead(question.name);
  const tables = studioTables(session);
  const table = tables.table(question);
  const listed = tables.ranked();
  const { loss, bigrams } = scoreOf(core, corpus, table, name);
  const { logProbability, standing, nearest, percentile, losesLessThan } = core.nameFacts(
    corpus,
    table,
    listed,
    name,
  );
  const histogram = listed?.histogram();
  return {
    about: 'own-name',
    name,
    logProbability,
    loss,
    bigrams,
    standing,
    nearest,
    percentile,
    losesLessThan,
    sampled: listed?.sampled() ?? 0,
    histogram: histogram ? { ...histogram, counts: Array.from(histogram.counts) } : null,
  };
}

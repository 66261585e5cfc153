// The studio's tables, kept from one keystroke to the next: the list's names once a list,
// one model at one temperature with the names ranked by it until another is asked for.
import type { StudioTable } from '../messages/studio-questions.ts';
import type { Listed, Table } from './core.ts';
import type { Session } from './session.ts';

/** Which table. */
export type Wanted = Pick<StudioTable, 'model' | 'temperature'>;

class StudioTables {
  private readonly session: Session;
  private listed: Listed | null | undefined;
  private kept: { key: string; table: Table; ranked: boolean } | null = null;

  constructor(session: Session) {
    this.session = session;
  }

  /** Throws the core's error where the temperature is none. Lent until the next is asked for. */
  table({ model, temperature }: Wanted): Table {
    const { session } = this;
    const key = `${model} ${temperature} ${session.revision(model)}`;
    if (this.kept?.key === key) return this.kept.table;
    const make = (table: Table) => session.core.tempered(table, temperature);
    const table = model === 'counted' ? make(session.counted) : session.withLearned(make);
    this.kept?.table.delete();
    this.kept = { key, table, ranked: false };
    return table;
  }

  /** The names of the list, or its sample, ranked by the table asked for last; null where there is neither. */
  ranked(): Listed | null {
    const { core, corpus } = this.session;
    this.listed ??= core.listed(corpus);
    if (this.listed !== null && this.kept?.ranked === false) {
      this.listed.rank(this.kept.table);
      this.kept.ranked = true;
    }
    return this.listed;
  }

  delete(): void {
    this.kept?.table.delete();
    this.listed?.delete();
  }
}

const ofSessions = new WeakMap<Session, StudioTables>();

/** They go with the session. */
export function studioTables(session: Session): StudioTables {
  let tables = ofSessions.get(session);
  if (tables === undefined) {
    tables = new StudioTables(session);
    ofSessions.set(session, tables);
    session.keep(tables);
  }
  return tables;
}

import type Database from 'better-sqlite3';

/** More than the statements of all pages together; lists of different lengths make more, and the oldest go. */
const MOST = 400;

/**
 * A connection for Drizzle that keeps what it has compiled, by its text: Drizzle asks for each statement anew, and to compile one
 * takes SQLite longer than to run it. Whatever else is done with the connection is not affected.
 */
export function keepStatements(connection: Database.Database): Database.Database {
  const kept = new Map<string, Database.Statement>();
  const compiled = (source: string): Database.Statement => {
    const found = kept.get(source) ?? connection.prepare(source);
    // The map is in order of use: what was used last goes to its end.
    kept.delete(source);
    kept.set(source, found);
    if (kept.size > MOST) kept.delete(kept.keys().next().value!);
    return found;
  };
  return new Proxy(connection, {
    get(target, name) {
      if (name === 'prepare') return (source: string) => new SharedStatement(compiled(source));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** A compiled statement as one of its users sees it: whether its rows are lists or objects is the user's own wish each time. */
class SharedStatement {
  #lists = false;

  constructor(private readonly statement: Database.Statement) {}

  raw(): this {
    this.#lists = true;
    return this;
  }

  run(...values: unknown[]): Database.RunResult {
    return this.statement.run(...values);
  }

  all(...values: unknown[]): unknown[] {
    return this.#ready().all(...values);
  }

  get(...values: unknown[]): unknown {
    return this.#ready().get(...values);
  }

  #ready(): Database.Statement {
    return this.statement.reader ? this.statement.raw(this.#lists) : this.statement;
  }
}

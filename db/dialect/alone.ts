import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from './db';
import { codeOf, isWorthRepeating } from './outages';

/** A connection whose owner alone changes the tables at present. */
export interface Alone {
  select(statement: string): Promise<Record<string, unknown>[]>;
  /**
   * Runs raw statements in one transaction; both drivers take several at once.
   * @param stillWanted asked within it, before them. @returns false when they were not wanted any more.
   */
  transaction(statements: string, stillWanted?: () => Promise<boolean>): Promise<boolean>;
}

/**
 * How long a change of a table waits for those who use the table before it steps back, so that those who come after do not
 * queue up behind it; and how often it is tried.
 */
const LOCK_PATIENCE = '3s';
const MOST_TRIES = 40;

/** Any number that nothing else in this database locks by. */
const LOCK = 7_226_191_001;

/** A raw question, outside a transaction. */
export async function select(db: Db, statement: string): Promise<Record<string, unknown>[]> {
  if (db.sqlite) return db.sqlite.prepare(statement).all() as Record<string, unknown>[];
  return (await db.pool!.query(statement)).rows;
}

/**
 * Lets one program at a time change the tables of a database; others wait for it. On PostgreSQL an advisory lock of the
 * connection sees to it, which goes when that program does, and no statement is cut off for taking long: an index on a large
 * table takes its time. SQLite has one writer at a time.
 */
export function alone<T>(db: Db, work: (session: Alone) => Promise<T>): Promise<T> {
  return db.sqlite ? work(onSqlite(db)) : onPostgres(db, work);
}

function onSqlite(db: Db): Alone {
  const connection = db.sqlite!;
  return {
    select: (statement) => select(db, statement),
    async transaction(statements, stillWanted = async () => true) {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const wanted = await stillWanted();
        if (wanted) connection.exec(statements);
        connection.exec('COMMIT');
        return wanted;
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK');
        throw error;
      }
    },
  };
}

/** As long as Node's timers can wait: 24 days. */
const NO_LIMIT_MS = 2 ** 31 - 1;

async function onPostgres<T>(db: Db, work: (session: Alone) => Promise<T>): Promise<T> {
  const client = await db.pool!.connect();
  const ask = async (text: string) => {
    const { rows } = await client.query({ text, query_timeout: NO_LIMIT_MS } as { text: string });
    return rows as Record<string, unknown>[];
  };
  const once = async (statements: string, stillWanted: () => Promise<boolean>) => {
    await ask('BEGIN');
    try {
      const wanted = await stillWanted();
      if (wanted) await ask(`set local lock_timeout = '${LOCK_PATIENCE}';\n${statements}`);
      await ask('COMMIT');
      return wanted;
    } catch (error) {
      await ask('ROLLBACK');
      throw error;
    }
  };
  try {
    await ask('set statement_timeout = 0');
    await ask('set lock_timeout = 0');
    await ask(`select pg_advisory_lock(${LOCK})`);
    return await work({
      select: ask,
      async transaction(statements, stillWanted = async () => true) {
        for (let tried = 1; ; tried += 1) {
          try {
            return await once(statements, stillWanted);
          } catch (error) {
            // Whoever uses the tables takes them in another order, and is as likely to be told to begin again.
            const isInTheWay = codeOf(error) === '55P03' || isWorthRepeating(error);
            if (tried >= MOST_TRIES || !isInTheWay) throw error;
            await pause(500);
          }
        }
      },
    });
  } finally {
    // With the connection go its lock and its settings.
    client.release(true);
  }
}

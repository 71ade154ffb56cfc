import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { postgresTables } from '../schema/postgres';
import { asQueryable, type Db, type Queryable } from './db';
import { isWorthRepeating } from './outages';

/** How often a transaction is begun that the database ends because it and another wait for each other. */
const MOST_TRIES = 3;

export interface PostgresOptions {
  /** The most connections at a time. */
  poolSize?: number;
  /** How long a free one is waited for (ms). */
  patienceMs?: number;
  /** How long somebody else's lock is waited for (ms); as long as any statement may take unless told otherwise. */
  lockPatienceMs?: number;
  /** How long a statement may take (ms). */
  statementMs?: number;
}

/** A pool of connections; see `Db`. */
export function openPostgres(
  url: string,
  { poolSize = 10, patienceMs = 10_000, lockPatienceMs, statementMs = 30_000 }: PostgresOptions,
): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    // Nobody waits for ever: not for a connection, not for an answer, and no other for a transaction left open.
    connectionTimeoutMillis: patienceMs,
    statement_timeout: statementMs,
    // A server that has vanished ends nothing, and the network only says so after hours.
    query_timeout: statementMs + 5_000,
    ...(lockPatienceMs === undefined ? {} : { lock_timeout: lockPatienceMs }),
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const tables = postgresTables;
  // One for each connection, which remembers the statements that were built for it.
  const queryables = new WeakMap<pg.PoolClient, Queryable>();
  const queryableOf = (client: pg.PoolClient) => {
    const known = queryables.get(client);
    if (known) return known;
    const made = asQueryable(drizzle(client, { casing: 'snake_case' }), 'postgres', tables);
    queryables.set(client, made);
    return made;
  };
  const poolQ = asQueryable(drizzle(pool, { casing: 'snake_case' }), 'postgres', tables);
  return {
    dialect: 'postgres',
    tables,
    pool,
    read: (fn) => fn(poolQ),
    async write(fn) {
      for (let tried = 1; ; tried += 1) {
        try {
          return await transaction(fn);
        } catch (error) {
          if (tried >= MOST_TRIES || !isWorthRepeating(error)) throw error;
        }
      }
    },
    close: () => pool.end(),
  };

  async function transaction<T>(fn: (q: Queryable) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    // The pool listens only while it has the client; a connection cut in between would end the process.
    const onCut = (failure: Error) => {
      broken = failure;
    };
    client.on('error', onCut);
    try {
      await client.query('BEGIN');
      const result = await fn(queryableOf(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.off('error', onCut);
      client.release(broken);
    }
  }
}

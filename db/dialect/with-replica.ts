import pg from 'pg';
import type { Db, Queryable } from './db';
import { openPostgres, type PostgresOptions } from './open-postgres';
import { codeOf, isOutage } from './outages';

/** Nothing can be written at present; nothing has been. */
class ReadOnlyNow extends Error {
  override name = 'ReadOnlyNow';
  /** PostgreSQL's own for a transaction that may only read. */
  readonly code = '25006';
}

/** How long the primary may take to say that it works, and how often a primary that is away is asked (ms). */
const PROBE_MS = 2_000;

/** After how long without an answer to a read the primary is asked whether it is still there (ms). */
const SLOW_MS = 3_000;

/** What a connection ends with before anything was asked of it: a transaction that ends so has changed nothing. */
const NEVER_BEGAN = /^(ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|57P03|25006)$/;

/**
 * A PostgreSQL database with a replica that is read while the primary does not answer, or may only read itself. Until it
 * answers again, which is found out within seconds, nothing is written, and whoever tries is told so at once.
 * @param tell is told when reads move to the replica (true), and when they move back.
 */
export function withReplica(
  url: string,
  replicaUrl: string,
  options: PostgresOptions & { tell?: (isReadOnly: boolean) => void },
): Db {
  const primary = openPostgres(url, options);
  const replica = openPostgres(replicaUrl, options);
  let away = false;
  let asking: Promise<boolean> | null = null;
  let timer: NodeJS.Timeout | undefined;

  /** One question at a time, however many ask. */
  const works = () => (asking ??= canWrite(url).finally(() => (asking = null)));

  function askAgain(): void {
    timer = setTimeout(() => {
      works().then((back) => {
        if (!away) return;
        if (!back) return askAgain();
        away = false;
        options.tell?.(false);
      }, askAgain);
    }, PROBE_MS);
    timer.unref();
  }

  /** Asked after a failure, or a long silence: whether the primary is away, and not, say, all connections in use. */
  async function isAway(): Promise<boolean> {
    if (away) return true;
    if (await works()) return false;
    // Others may have found out in the meantime.
    if (!away) {
      away = true;
      options.tell?.(true);
      askAgain();
    }
    return true;
  }

  return {
    dialect: 'postgres',
    tables: primary.tables,
    pool: primary.pool,
    isReadOnly: () => away,
    read<T>(fn: (q: Queryable) => Promise<T>): Promise<T> {
      if (away) return replica.read(fn);
      const answer = primary.read(fn).catch(async (error: unknown) => {
        if (!isOutage(error) || !(await isAway())) throw error;
        return replica.read(fn);
      });
      return new Promise<T>((resolve, reject) => {
        // A server that has vanished says nothing at all.
        const slow = setTimeout(() => {
          isAway().then((is) => {
            if (is) replica.read(fn).then(resolve, reject);
          }, reject);
        }, SLOW_MS);
        answer.finally(() => clearTimeout(slow)).then(resolve, reject);
      });
    },
    async write(fn) {
      if (away) throw new ReadOnlyNow('the primary does not answer');
      try {
        return await primary.write(fn);
      } catch (error) {
        // Cut off later, nobody knows whether it was kept: that is another failure, with other words.
        if (!isOutage(error) || !(await isAway()) || !NEVER_BEGAN.test(codeOf(error) ?? '')) throw error;
        throw new ReadOnlyNow('the primary does not answer', { cause: error });
      }
    },
    async close() {
      clearTimeout(timer);
      away = false;
      await Promise.all([primary.close(), replica.close()]);
    },
  };
}

/** Asked with a connection of its own: those of the pool may all be in use. */
async function canWrite(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PROBE_MS,
    query_timeout: PROBE_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('transaction_read_only') = 'off' as works");
    return (rows[0] as { works: boolean }).works;
  } catch {
    return false;
  } finally {
    client.end().catch(() => undefined);
  }
}

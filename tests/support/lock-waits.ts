import pg from 'pg';
import type { TestDatabase } from './databases';

/**
 * Returns once a transaction waits for a lock that another one holds. On SQLite at once: a second writer waits there before
 * it has read anything.
 */
export async function untilSomebodyWaits({ db, url }: Pick<TestDatabase, 'db' | 'url'>): Promise<void> {
  if (db.sqlite) return;
  const client = new pg.Client(url);
  await client.connect();
  try {
    const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while ((await client.query(waiting)).rows.length === 0) continue;
  } finally {
    await client.end();
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeDatabase } from '../tests/support/new-database';

const BATCH = 100;
const TABLE = 'create table jobs (id integer primary key, state text not null, due bigint not null, body text)';
const INDEX = "create index jobs_due on jobs (due) where state = 'planned'";

/** The least that a queue can be on SQLite: batches of 100 taken and finished, `synchronous = FULL`. @returns seconds. */
export async function rawSqlite(_server: unknown, jobs: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-raw-'));
  const db = new Database(join(folder, 'raw.db'));
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec(`${TABLE}; ${INDEX};
      with recursive n(n) as (select 1 union all select n + 1 from n where n < ${jobs})
      insert into jobs select n, 'planned', n, 'Hi Aled' from n`);
    const take = db.prepare(
      `update jobs set state = 'claimed' where id in
        (select id from jobs where state = 'planned' and due <= ? order by due limit ${BATCH}) returning id`,
    );
    const finish = db.prepare("update jobs set state = 'accepted' where id = ?");
    const began = performance.now();
    for (;;) {
      const taken = take.all(jobs) as { id: number }[];
      if (taken.length === 0) break;
      db.transaction(() => taken.forEach(({ id }) => finish.run(id)))();
    }
    return (performance.now() - began) / 1000;
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same on PostgreSQL, with `SKIP LOCKED`. @returns seconds. */
export async function rawPostgres(server: URL | 'sqlite', jobs: number): Promise<number> {
  const database = await makeDatabase(server, { migrate: false });
  try {
    const client = await database.db.pool!.connect();
    await client.query(`${TABLE}; ${INDEX}; insert into jobs select n, 'planned', n, 'Hi Aled' from generate_series(1, ${jobs}) n`); // prettier-ignore
    await client.query('vacuum analyze jobs');
    const began = performance.now();
    for (;;) {
      const taken = await client.query(
        `update jobs set state = 'claimed' where id in
          (select id from jobs where state = 'planned' and due <= $1 order by due limit ${BATCH} for update skip locked)
         returning id`,
        [jobs],
      );
      if (taken.rowCount === 0) break;
      const ids = (taken.rows as { id: number }[]).map(({ id }) => id);
      await client.query("update jobs set state = 'accepted' where id = any($1)", [ids]);
    }
    const seconds = (performance.now() - began) / 1000;
    client.release();
    return seconds;
  } finally {
    await database.drop();
  }
}

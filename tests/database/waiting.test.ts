import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { alone } from '@db/dialect/alone';
import { isOutage } from '@db/dialect/outages';
import { bareBuild } from '../support/bare-build';
import { startBarePortal } from '../support/bare-portal';
import { newDatabase, type TestDatabase } from '../support/databases';

const aSign = (db: Db, id: string) =>
  db.write((q) => q.insert(q.tables.workers).values({ id, startedAt: 1, seenAt: 1 }));
const signs = (db: Db) => db.read((q) => q.select().from(q.tables.workers));

describe('another program’s transaction (SQLite)', () => {
  let database: TestDatabase;
  let other: Database.Database;
  beforeEach(async () => {
    database = await newDatabase('sqlite');
    other = new Database(database.url.slice('file:'.length));
    other.exec('BEGIN IMMEDIATE');
  });
  afterEach(async () => {
    other.close();
    await database.drop();
  });

  it('is waited for, and meanwhile this program goes on reading', async () => {
    const writing = aSign(database.db, 'patient');
    const first = await Promise.race([writing.then(() => 'written'), signs(database.db).then(() => 'read')]);
    expect(first).toBe('read');
    other.exec('COMMIT');
    await writing;
    expect(await signs(database.db)).toMatchObject([{ id: 'patient' }]);
  });

  it('that never ends is an outage, not a wait for ever', async () => {
    const hurried = openDatabase(database.url, { lockPatienceMs: 60 });
    const failure: unknown = await aSign(hurried, 'hurried').catch((error: unknown) => error);
    await hurried.close();
    expect(isOutage(failure)).toBe(true);
  });
});

describe.skipIf(!inject('postgresUrl'))('PostgreSQL’s connections', () => {
  it('that are all in use are waited for, but not for ever', async () => {
    const database = await newDatabase('postgres');
    const small = openDatabase(database.url, { poolSize: 1, patienceMs: 100 });
    const failure: unknown = await small
      .write(() => signs(small))
      .then(
        () => 'nothing failed',
        (error: unknown) => error,
      );
    expect(isOutage(failure)).toBe(true);
    await aSign(small, 'after all');
    expect(await signs(small)).toHaveLength(1);
    await small.close();
    await database.drop();
  });

  it('are not kept for ever by a statement, but for as long as it takes by a change of the tables', async () => {
    const database = await newDatabase('postgres');
    const hurried = openDatabase(database.url, { statementMs: 100 });
    const failure: unknown = await hurried.pool!.query('select pg_sleep(5)').catch((error: unknown) => error);
    expect(isOutage(failure)).toBe(true);
    expect(await alone(hurried, (session) => session.transaction('select pg_sleep(0.5)'))).toBe(true);
    await hurried.close();
    await database.drop();
  });

  it('that are all in use are a 503 to a visitor, not a fault, and are counted', async () => {
    const database = await newDatabase('postgres');
    const portal = await startBarePortal({
      ...{ build: bareBuild(), database, patienceMs: 100 },
      settings: { DATABASE_POOL: '3', METRICS_TOKEN: 'a-token-for-metrics' },
    });
    const cookie = `__Host-session=${'a'.repeat(43)}`;
    const page = () => portal.ask({ path: '/mine', headers: { cookie } });
    const metrics = async () =>
      (await portal.ask({ path: '/metrics', headers: { authorization: 'Bearer a-token-for-metrics' } })).text;
    expect((await page()).status).toBe(302);
    const held = await Promise.all([1, 2, 3].map(() => portal.composition.db.pool!.connect()));
    expect(await page()).toMatchObject({ status: 503, headers: { 'retry-after': '30' } });
    expect(await metrics()).toContain('waymark_database_connections{state="used"} 3');
    for (const client of held) client.release();
    expect((await page()).status).toBe(302);
    expect(await metrics()).toContain('waymark_database_connections{state="idle"} 3');
    await portal.close();
    await database.drop();
  });
});

import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '@db/client.server';
import { boundWal, walBytes } from '@db/dialect/bound-wal';
import { comingAndGoing } from '../support/coming-and-going';
import { newDatabase, type TestDatabase } from '../support/databases';

const MB = 1024 * 1024;

describe('the write-ahead log of SQLite', () => {
  let database: TestDatabase;
  let db: Db;
  let path: string;

  beforeEach(async () => {
    database = await newDatabase('sqlite', { migrate: false });
    db = database.db;
    path = db.sqlite!.name;
    db.sqlite!.exec('create table written (n integer primary key, words text)');
  });
  afterEach(() => database.drop());

  const words = 'x'.repeat(8_000);
  const write = () => db.write(async (q) => q.run(sql`insert into written (words) values (${words})`));

  it('stays small through thousands of commits while others read all the time', async () => {
    const end = await comingAndGoing(path, 3, 10);
    // A machine that is busy with something else may keep a reader longer than it is waited for; here that costs no pause.
    let now = 0;
    const bound = boundWal(db.sqlite!, 60_000, { now: () => (now += 60_000) });
    const put = db.sqlite!.prepare('insert into written (words) values (?)');
    let most = 0;
    for (let n = 0; n < 5_000; n += 1) {
      put.run(words);
      bound();
      most = Math.max(most, walBytes(path));
    }
    await end();
    // 5,000 commits are 80 MB and more of log.
    expect(most / MB).toBeLessThan(20);
    expect(db.sqlite!.prepare('select count(*) from written').pluck().get()).toBe(5_000);
    expect(db.sqlite!.pragma('busy_timeout', { simple: true })).toBe(60_000);
  });

  it('grows while somebody reads without end, is not fought over meanwhile, and shrinks afterwards', async () => {
    const stuck = new Database(path, { readonly: true });
    stuck.exec('BEGIN');
    stuck.prepare('select count(*) from written').get();
    let now = 0;
    const bound = boundWal(db.sqlite!, 100, { limitBytes: MB, now: () => now });
    for (let n = 0; n < 200; n += 1) await write();
    expect(walBytes(path) / MB).toBeGreaterThan(2);
    bound();
    stuck.exec('COMMIT');
    // It was tried a moment ago, and in vain.
    now = 999;
    bound();
    expect(walBytes(path) / MB).toBeGreaterThan(2);
    now = 1_000;
    bound();
    expect(walBytes(path)).toBe(0);
    stuck.close();
  });

  it('does not undo a commit when it cannot be emptied', async () => {
    for (let n = 0; n < 5; n += 1) await write();
    const bound = boundWal(db.sqlite!, 10, { limitBytes: 0 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(bound).not.toThrow();
    other.exec('ROLLBACK');
    other.close();
    expect(db.sqlite!.prepare('select count(*) from written').pluck().get()).toBe(5);
  });
});

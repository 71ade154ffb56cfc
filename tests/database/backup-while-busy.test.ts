import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupSqlite } from '@db/dialect/backup-sqlite';
import { walBytes } from '@db/dialect/bound-wal';
import { busyWriter } from '../support/busy-writer';
import { newDatabase, type TestDatabase } from '../support/databases';
import { quickFolder } from '../support/quick-folder';

const MB = 1024 * 1024;
/** Of a database of some 30 MB. */
const ROWS = 8_000;

describe('a backup of a SQLite database that is written to without pause', () => {
  let database: TestDatabase;
  let folder: string;
  let path: string;

  beforeEach(async () => {
    database = await newDatabase('sqlite');
    folder = mkdtempSync(join(quickFolder(), 'waymark-backup-'));
    path = database.db.sqlite!.name;
    for (const side of ['left', 'right'])
      database.db.sqlite!.exec(
        `create table written_${side} (n integer primary key, words text);
         insert into written_${side} (words)
           with recursive c (n) as (select 1 union all select n + 1 from c where n < ${ROWS}) select hex(zeroblob(900)) from c;`,
      );
  });
  afterEach(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('ends, is of one moment, keeps no writer waiting, and leaves a log that is small again', async () => {
    const stop = await busyWriter(path);
    const file = join(folder, 'copy');
    const steps: [number, number][] = [];
    await backupSqlite(path, file, Date.parse('2026-11-27T09:00Z'), (done, all) => steps.push([done, all]));
    const { commits, refusals } = await stop();
    // It was written to all the while, and nobody met a lock.
    expect(commits).toBeGreaterThan(50);
    expect(refusals).toEqual([]);
    // No step was done twice.
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.map(([done]) => done)).toEqual(steps.map(([done]) => done).sort((a, b) => a - b));

    const copy = new Database(file, { readonly: true });
    const count = (side: string) => copy.prepare<[], number>(`select count(*) from written_${side}`).pluck().get()!;
    expect(count('left')).toBe(count('right'));
    expect(count('left')).toBeGreaterThanOrEqual(ROWS + 5);
    expect(count('left')).toBeLessThanOrEqual(ROWS + commits);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.prepare('select scope, reason from sending_holds').all()).toEqual([
      { scope: 'all', reason: 'restored' },
    ]);
    copy.close();
    expect(readdirSync(folder)).toEqual(['copy']);

    await database.db.write(async (q) => q.run(sql`insert into written_left (words) values ('one more')`));
    expect(walBytes(path)).toBeLessThan(17 * MB);
  }, 30_000);
});

import Database from 'better-sqlite3';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { HOUR } from '~/domain/clock';
import { appendAudit } from '~/services/audit.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anOffice } from '../support/factories';
import { runCommand } from '../support/run-command';

describeOnBothDatabases('npm run db -- drill, and check', (dialect) => {
  let database: TestDatabase;
  let folder: string;
  let office: { officeId: string; adviserId: string };

  beforeEach(async () => {
    database = await newDatabase(dialect);
    folder = mkdtempSync(join(tmpdir(), 'waymark-drill-test-'));
    await used(async (db) => {
      const deps = testDeps(db);
      const { id } = await anOffice(deps);
      office = { officeId: id, adviserId: (await aMemberOfStaff(deps, id)).id };
      await aCustomer(deps, office);
      await workerSeen(db, deps.clock.now());
      const actor = { kind: 'command', id: null } as const;
      const fact = { chain: 'service', actor, subjectKind: 'office', subjectId: id } as const;
      for (let n = 0; n < 3; n += 1) await db.write((q) => appendAudit(q, deps, { ...fact, action: 'sending.paused' }));
    });
  });
  afterEach(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** With connections of its own, which are gone afterwards. */
  async function used(work: (db: Db) => Promise<void>): Promise<void> {
    const db = openDatabase(database.url);
    await work(db).finally(() => db.close());
  }
  const workerSeen = (db: Db, seenAt: number) =>
    db.write(async (q) => {
      await q.insert(q.tables.workers).values({ id: `w${seenAt}`, startedAt: seenAt, seenAt });
    });
  const run = (...args: string[]) => runCommand('commands/db.ts', database.url, args);
  const path = () => database.url.slice('file:'.length);

  /** What a drill leaves behind: nothing. */
  async function leftovers(): Promise<string[]> {
    if (dialect === 'sqlite') return readdirSync(dirname(path())).filter((name) => !name.startsWith('test.db') || name.includes('drill')); // prettier-ignore
    const client = new pg.Client({ connectionString: inject('postgresUrl')! });
    await client.connect();
    const { rows } = await client.query("select datname from pg_database where datname like 'waymark_drill%'");
    await client.end();
    return rows.map((row) => row.datname);
  }

  it('restores a new backup beside the database in use, and says RPO and RTO', async () => {
    const { code, out, err } = await run('drill');
    expect({ code, err }).toEqual({ code: 0, err: 'Making a backup …\nRestoring it beside …\nLooking through it …\n' });
    expect(out).toMatch(/^RPO: 0 s would be lost/m);
    expect(out).toMatch(/^RTO: \d+\.\d s /m);
    expect(out).toContain('3 entries in 1 chains');
    expect(out).toContain('The backup is sound. Nothing would be sent from it');
    await used(async (db) => expect(await db.read((q) => q.$count(q.tables.sendingHolds))).toBe(0));
    expect(await leftovers()).toEqual([]);
  });

  it('says of an older backup what was done since and would be lost', async () => {
    const file = join(folder, 'copy');
    await run('backup', file);
    await used(async (db) => {
      const deps = testDeps(db);
      await aCustomer(deps, office);
      await workerSeen(db, deps.clock.now() + 3 * HOUR);
    });
    const { code, out } = await run('drill', file);
    expect(code).toBe(0);
    expect(out).toContain(`RPO: ${3 * 3600} s would be lost`);
    expect(out).toMatch(/Since then: .*customers \+1.*workers \+1/);
    expect(readdirSync(folder)).toEqual([basename(file)]);
  });

  it('ends with 1 for a copy that somebody has been at, and for a file that is none', async () => {
    await used(async (db) => {
      const forge = "update audit_entries set detail = 'x' where seq = 2";
      if (db.sqlite) return void db.sqlite.exec(`drop trigger audit_entries_unchanged; ${forge}`);
      await db.pool!.query(`alter table audit_entries disable trigger all; ${forge}`);
    });
    const forged = await run('drill');
    expect(forged).toMatchObject({ code: 1, err: expect.stringContaining('The audit trail is broken: entry 2') });
    expect(forged.err).toContain('THIS BACKUP IS NOT SOUND');
    const nonsense = await run('drill', 'package.json');
    expect(nonsense).toMatchObject({ code: 1, err: expect.stringContaining('THIS BACKUP IS NOT SOUND') });
    expect(nonsense.err).not.toMatch(/\n\s+at /);
    expect(await leftovers()).toEqual([]);
    expect(await run('check')).toMatchObject({ code: 1, err: expect.stringContaining('entry 2 of "service"') });
  });

  it('finds a sound database sound, and says what it looked at', async () => {
    const { code, out } = await run('check');
    expect(code).toBe(0);
    expect(out).toContain(dialect === 'sqlite' ? 'every index against its table' : 'every row can be read');
    expect(out).toMatch(/The database is sound\.\n$/);
  });

  it('finds references that lead nowhere', async () => {
    await used(async (db) => {
      const orphan = "insert into message_events (id, message_id, at, status, source, news_key) values ('e', 'gone', 1, 'planned', 'worker', 'n')"; // prettier-ignore
      if (db.sqlite) return void db.sqlite.exec(`pragma foreign_keys = off; ${orphan}`);
      await db.pool!.query(`begin; set local session_replication_role = replica; ${orphan}; commit`);
    });
    const found = await run('check');
    expect(found).toMatchObject({ code: 1, err: expect.stringContaining('1 of message_events refer to messages') });
    expect(found.err).toContain('THE DATABASE IS NOT SOUND');
    // PostgreSQL makes such a dump without a word, and cannot restore it.
    const tried = await run('drill');
    expect(tried).toMatchObject({ code: 1, err: expect.stringContaining('THIS BACKUP IS NOT SOUND') });
    expect(tried.err).not.toContain('NOTICE');
    expect(await leftovers()).toEqual([]);
  });

  it('finds what is damaged, and makes no backup of it', async () => {
    if (dialect === 'postgres') {
      await used(async (db) => {
        await db.pool!.query(
          "update pg_index set indisvalid = false where indexrelid = 'audit_entries_chain'::regclass",
        );
      });
      return expect((await run('check')).err).toContain('The index audit_entries_chain was never finished');
    }
    await used(async (db) => void db.sqlite!.pragma('wal_checkpoint(TRUNCATE)'));
    await database.db.close();
    wipeIndex(path(), 'audit_entries_chain');
    const found = await run('check');
    expect(found).toMatchObject({ code: 1, err: expect.stringMatching(/pages cannot be followed|Tree \d+ page/) });
    const older = join(folder, 'older');
    const refused = await run('backup', older);
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringContaining('No backup was written: keep the older ones'),
    });
    expect(refused.err).toContain('test.db is damaged');
    expect(readdirSync(folder)).toEqual([]);
    expect(await run('drill')).toMatchObject({ code: 1, err: expect.stringContaining('is damaged') });
    expect(await leftovers()).toEqual([]);
  });

  it('compares indexes with their tables where the server can', async () => {
    if (dialect === 'sqlite') return;
    await used(async (db) => void (await db.pool!.query('create extension amcheck')));
    expect((await run('check')).out).toMatch(/Looked at: \d{2,} indexes against their tables/);
  });
});

/** Overwrites the first page of an index, as a bad disk would. */
function wipeIndex(path: string, name: string): void {
  const database = new Database(path);
  const root = database
    .prepare<[string], number>('select rootpage from sqlite_master where name = ?')
    .pluck()
    .get(name)!;
  const size = Number(database.pragma('page_size', { simple: true }));
  database.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(64), 0, 64, (root - 1) * size);
  closeSync(file);
}

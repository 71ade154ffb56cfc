import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { moveRows } from '@db/dialect/move-rows';
import { withClient } from '@db/dialect/plain-connection';
import { countRows } from '@db/dialect/row-counts';
import { migrateDown } from '@db/migrate.server';
import { appendAudit } from '~/services/audit.server';
import { fillEveryTable } from '../support/a-row-of-everything';
import { newDatabase, type TestDatabase } from '../support/databases';
import { TEST_KEYS, testDeps } from '../support/deps';
import { everythingStored } from '../support/everything-stored';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';
import { bundledCommand } from '../support/bundled-command';
import { untilSomebodyWaits } from '../support/lock-waits';
import { runCommand } from '../support/run-command';

describe.skipIf(!inject('postgresUrl'))('npm run db -- move', () => {
  let file: TestDatabase;
  let server: TestDatabase;

  beforeEach(async () => {
    file = await newDatabase('sqlite');
    server = await newDatabase('postgres');
  });
  afterEach(async () => {
    await file.drop();
    await server.drop();
  });

  const path = () => file.url.slice('file:'.length);
  const move = (...args: string[]) => runCommand('commands/db.ts', file.url, ['move', ...args]);
  /** With a connection of its own to the file, which is gone afterwards: nobody may use it while it is moved. */
  async function used<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const db = openDatabase(file.url);
    return work(db).finally(() => db.close());
  }
  const holds = (db: Db) => db.read((q) => q.select().from(q.tables.sendingHolds));

  async function anOfficeAtWork(): Promise<void> {
    await file.db.close();
    await used(async (db) => {
      const deps = testDeps(db);
      const officeId = (await anOffice(deps)).id;
      const adviserId = (await aMemberOfStaff(deps, officeId)).id;
      const customerId = (await aCustomer(deps, { officeId, adviserId }, { firstName: 'Llŷr' })).id;
      await anAppointment(deps, { officeId, adviserId, customerId });
      const fact = { chain: 'service', actor: { kind: 'command', id: null }, subjectKind: 'office', subjectId: officeId, action: 'sending.paused' } as const; // prettier-ignore
      for (let n = 0; n < 3; n += 1) await db.write((q) => appendAudit(q, deps, fact));
    });
  }
  const rowsThere = async () => [...(await countRows(server.url))].filter(([name, rows]) => name !== 'migrations' && rows > 0); // prettier-ignore

  it('takes every value of every column along, whatever it is', async () => {
    fillEveryTable(file.db);
    const moved = await withClient(server.url, async (client) => {
      await client.query('begin');
      const rows = await moveRows(file.db.sqlite!, client, () => undefined);
      await client.query('commit');
      return rows;
    });
    expect(new Set(moved.values())).toEqual(new Set([3]));
    const [before, after] = await Promise.all([file, server].map(rowsByTable));
    expect(after).toEqual(before);
    // A document is one, and not its text, which the program would take for it and the server would not.
    const documents = await server.db.pool!.query<{ table_name: string; column_name: string }>(
      "select table_name, column_name from information_schema.columns where data_type = 'jsonb' and table_schema = 'public'",
    );
    for (const { table_name: table, column_name: column } of documents.rows) {
      const { rows } = await server.db.pool!.query(`select distinct jsonb_typeof("${column}") as is from "${table}" where "${column}" is not null`); // prettier-ignore
      expect([table, column, rows]).toEqual([table, column, [{ is: 'array' }]]);
    }
    // References are looked at as they were before, at once.
    const orphan = { id: randomUUID(), messageId: 'nobody', at: 1, status: 'planned', source: 'worker', detail: null, newsKey: 'x' } as const; // prettier-ignore
    await expect(server.db.write(async (q) => {
        await q.insert(q.tables.messageEvents).values(orphan);
        await q.delete(q.tables.messageEvents).where(undefined);
      })).rejects.toMatchObject({ cause: { code: '23503' } }); // prettier-ignore
  });

  async function rowsByTable({ db }: TestDatabase) {
    const tables = JSON.parse(await everythingStored({ db })) as [string, object[]][];
    return tables.map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted()]); // prettier-ignore
  }

  it('moves an office: what was here is there, and only there is sent from', async () => {
    await anOfficeAtWork();
    const { code, out, err } = await move(server.url);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^ +1 offices$/m) });
    expect(out).toContain('each table has as many there as here');
    expect(out).toContain('3 entries in 1 chains');
    expect(out).toContain('Now set DATABASE_URL');
    // An address may have a password in it.
    expect(out + err).not.toContain(server.url);
    expect(await holds(server.db)).toEqual([]);
    await used(async (db) => expect(await holds(db)).toMatchObject([{ scope: 'all', reason: 'restored', by: 'move' }]));
    const customers = await server.db.read((q) => q.select().from(q.tables.customers));
    expect(customers).toMatchObject([{ firstName: 'Llŷr' }]);

    // A second time there is something already, and the file stays as it is.
    expect(await move(server.url)).toMatchObject({ code: 1, err: expect.stringContaining('There are rows in') });
    await used(async (db) => expect(await holds(db)).toHaveLength(1));
  });

  it('a file that was held stays held there', async () => {
    await anOfficeAtWork();
    const hold = { scope: 'all', reason: 'restored', since: 1_700_000_000_000, by: 'restore' } as const;
    await used((db) => db.write(async (q) => void (await q.insert(q.tables.sendingHolds).values(hold))));
    expect(await move(server.url)).toMatchObject({ code: 0, out: expect.stringContaining('npm run reminders -- arm') });
    expect(await holds(server.db)).toMatchObject([hold]);
  });

  it.each([
    {
      what: 'a reference that leads nowhere',
      spoil: "pragma foreign_keys = off; update appointments set office_id = 'nowhere'",
      says: /A reference leads nowhere \(appointments_office_id/,
    },
    {
      what: 'text that PostgreSQL cannot hold',
      spoil: "update appointments set purpose = 'a' || char(0) || 'b'",
      says: /appointments: PostgreSQL does not take one of the rows with rowid 1 to 1 \(22P05\)/,
    },
  ])('moves nothing, and goes on with the file, for $what', async ({ spoil, says }) => {
    await anOfficeAtWork();
    await used(async (db) => void db.sqlite!.exec(spoil));
    const { code, err } = await move(server.url);
    expect(code).toBe(1);
    expect(err).toMatch(says);
    expect(await rowsThere()).toEqual([]);
    await used(async (db) => expect(await holds(db)).toEqual([]));
  });

  it('killed in the middle, nothing is there, and nothing is sent from here until somebody says so', async () => {
    await anOfficeAtWork();
    // Somebody who looks at a table there keeps it waiting.
    await withClient(server.url, async (client) => {
      await client.query('begin; lock table messages in access exclusive mode');
      const program = spawn(process.execPath, [await bundledCommand('commands/db.ts'), 'move', server.url], {
        env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: file.url, DATA_KEY: TEST_KEYS.dataKey, SESSION_SECRET: TEST_KEYS.sessionSecret }, // prettier-ignore
        stdio: 'ignore',
      });
      await untilSomebodyWaits(server);
      // Nor may anybody begin to use the file meanwhile.
      const another = new Database(path(), { timeout: 0 });
      expect(() => another.prepare('select * from offices').all()).toThrow('locked');
      another.close();
      program.kill('SIGKILL');
      await once(program, 'exit');
    });
    expect(await rowsThere()).toEqual([]);
    await used(async (db) => expect(await holds(db)).toMatchObject([{ by: 'move' }]));
    expect(await move(server.url)).toMatchObject({ code: 0, out: expect.stringContaining('reminders -- arm') });
  });

  it('says what is wrong before it does anything', async () => {
    // Somebody works with it.
    expect(await move(server.url)).toMatchObject({ code: 1, err: expect.stringContaining('in use') });
    await file.db.close();
    const newer = (change: string) => used(async (db) => void db.sqlite!.exec(change));
    await newer("insert into migrations values ('9999_newer', current_timestamp)");
    expect(await move(server.url)).toMatchObject({ code: 1, err: expect.stringContaining('has had 9999_newer') });
    await newer("delete from migrations where name = '9999_newer'");
    await used(migrateDown);
    expect(await move(server.url)).toMatchObject({ code: 1, err: expect.stringContaining('npm run db -- migrate') });
    for (const args of [[], ['file:./other.db'], [server.url, 'more']])
      expect(await move(...args)).toMatchObject({ code: 2, err: expect.stringContaining('Usage: npm run db') });
    const there = await runCommand('commands/db.ts', server.url, ['move', server.url]);
    expect(there).toMatchObject({ code: 1, err: expect.stringContaining('PostgreSQL database already') });
    const missing = await runCommand('commands/db.ts', `${file.url}.not`, ['move', server.url]);
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining(`no database at ${path()}.not`) });
    expect(await rowsThere()).toEqual([]);
  });
});

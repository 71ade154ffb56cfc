import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '@db/client.server';
import { migrateDown, migrateUp, migrationState } from '@db/migrate.server';
import { bundledCommand } from '../support/bundled-command';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anOffice } from '../support/factories';

describeOnBothDatabases('npm run db', (dialect) => {
  let database: TestDatabase;
  let folder: string;

  beforeEach(async () => {
    database = await newDatabase(dialect, { migrate: false });
    folder = mkdtempSync(join(tmpdir(), 'waymark-db-'));
  });
  afterEach(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function run(args: string[], settings: Record<string, string> = {}, command = 'commands/db.ts') {
    const program = await bundledCommand(command);
    return new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const env = { ...process.env, NODE_ENV: 'test' as const, DATABASE_URL: database.url, ...settings };
      execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  }

  /** The database with one customer in it, and nobody connected. */
  async function withOneCustomer(firstName: string): Promise<void> {
    const db = openDatabase(database.url);
    await migrateUp(db);
    const deps = testDeps(db);
    const office = await anOffice(deps);
    const adviser = await aMemberOfStaff(deps, office.id);
    await aCustomer(deps, { officeId: office.id, adviserId: adviser.id }, { firstName });
    await db.close();
    // SQLite's is connected from the start; PostgreSQL's has not been used.
    if (dialect === 'sqlite') await database.db.close();
  }

  async function firstNames(): Promise<string[]> {
    const db = openDatabase(database.url);
    const rows = await db.read(async (q) => q.select({ name: q.tables.customers.firstName }).from(q.tables.customers));
    await db.close();
    return rows.map((row) => row.name);
  }

  it('migrates, does nothing the second time, and rolls back', async () => {
    expect(await run(['migrate'])).toMatchObject({ code: 0, out: expect.stringContaining('applied 0000_frame') });
    expect((await migrationState(database.db)).pending).toEqual([]);
    expect(await run(['migrate'])).toMatchObject({ code: 0, out: 'Nothing to do.\n' });
    let last = '';
    while (!last.includes('Nothing')) last = (await run(['rollback'])).out;
    expect((await migrationState(database.db)).applied).toEqual([]);
  });

  it('brings back with `restore` what `backup` wrote, and keeps what was there', async () => {
    await withOneCustomer('Llŷr');
    const file = join(folder, 'copy');
    expect(await run(['backup', file])).toMatchObject({ code: 0 });
    const db = openDatabase(database.url);
    await db.write(async (q) => q.update(q.tables.customers).set({ firstName: 'Somebody else' }));
    await db.close();

    const restored = await run(['restore', file]);
    expect(restored).toMatchObject({ code: 0 });
    expect(await firstNames()).toEqual(['Llŷr']);
    const aside = /what was there before is in (.*)/.exec(restored.out)![1]!;
    expect(await run(['restore', aside])).toMatchObject({ code: 0 });
    expect(await firstNames()).toEqual(['Somebody else']);
  });

  async function holds() {
    const db = openDatabase(database.url);
    const rows = await db.read(async (q) => q.select().from(q.tables.sendingHolds));
    await db.close();
    return rows;
  }

  it('restores what sends nothing until it is armed', async () => {
    await withOneCustomer('Llŷr');
    const file = join(folder, 'copy');
    const began = Date.now();
    await run(['backup', file]);
    expect(await holds()).toEqual([]);
    expect((await run(['restore', file])).out).toContain('npm run reminders -- arm');
    const [hold, ...more] = await holds();
    expect([hold, more]).toMatchObject([{ scope: 'all', reason: 'restored' }, []]);
    // PostgreSQL's tools count in whole seconds.
    expect(Math.abs(hold!.since - began)).toBeLessThan(60_000);

    const arm = (...args: string[]) => run(['arm', ...args], {}, 'commands/reminders.ts');
    expect(await arm()).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Nothing is sent.*\n.*\n.*\n.*arm --yes/),
    });
    expect(await holds()).toHaveLength(1);
    expect(await arm('--yes')).toMatchObject({ code: 0, out: expect.stringContaining('Armed.') });
    expect(await holds()).toEqual([]);
    expect(await arm('--yes')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to do') });
    expect(await arm('--now')).toMatchObject({ code: 2 });
  });

  it('leaves what it put aside unable to send as well', async () => {
    await withOneCustomer('Aled');
    const file = join(folder, 'copy');
    await run(['backup', file]);
    const aside = /what was there before is in (.*)/.exec((await run(['restore', file])).out)![1]!;
    if (dialect === 'postgres') return expect(await run(['restore', aside])).toMatchObject({ code: 0 });
    const old = openDatabase(`file:${aside}`);
    expect(await old.read((q) => q.$count(q.tables.sendingHolds))).toBe(1);
    await old.close();
  });

  it('brings a backup from before there were holds up to date, together with its hold', async () => {
    await withOneCustomer('Carys');
    const db = openDatabase(database.url);
    while ((await migrationState(db)).applied.includes('0001_engine')) await migrateDown(db);
    await db.close();
    const file = join(folder, 'old');
    expect(await run(['backup', file])).toMatchObject({ code: 0 });
    const newer = openDatabase(database.url);
    await migrateUp(newer);
    await newer.close();

    expect(await run(['restore', file])).toMatchObject({ code: 0, out: expect.stringContaining('0001_engine') });
    expect(await holds()).toMatchObject([{ scope: 'all', reason: 'restored' }]);
    expect(await firstNames()).toEqual(['Carys']);
  });

  it('writes files that nobody else on the machine may read', async () => {
    await withOneCustomer('Aled');
    const file = join(folder, 'copy');
    await run(['backup', file]);
    const aside = /what was there before is in (.*)/.exec((await run(['restore', file])).out)![1]!;
    const live = dialect === 'sqlite' ? [database.url.slice('file:'.length)] : [];
    for (const path of [file, aside, ...live]) expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
  });

  it('has nothing to back up before the first migration', async () => {
    await openDatabase(database.url).close();
    const refused = await run(['backup', join(folder, 'copy')]);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('npm run db -- migrate') });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never writes over a file', async () => {
    await withOneCustomer('Aled');
    const file = join(folder, 'precious');
    writeFileSync(file, 'precious');
    expect(await run(['backup', file])).toMatchObject({ code: 1, err: expect.stringContaining('exists already') });
    expect(readdirSync(folder)).toEqual(['precious']);
  });

  it('refuses to restore what is not a backup, and changes nothing', async () => {
    await withOneCustomer('Aled');
    const nonsense = join(folder, 'nonsense');
    writeFileSync(nonsense, 'not a database at all');
    const cut = join(folder, 'cut');
    await run(['backup', cut]);
    truncateSync(cut, 5_000);
    for (const file of [nonsense, cut, join(folder, 'missing')]) {
      const refused = await run(['restore', file]);
      expect(refused.code).toBe(1);
      expect(refused.err).not.toMatch(/\n\s+at /);
    }
    expect(await firstNames()).toEqual(['Aled']);
  });

  it('refuses to restore over a database in use', async () => {
    await withOneCustomer('Aled');
    const file = join(folder, 'copy');
    await run(['backup', file]);
    const portal = openDatabase(database.url);
    await portal.read(async (q) => q.$count(q.tables.customers));
    expect(await run(['restore', file])).toMatchObject({ code: 1, err: expect.stringContaining('in use') });
    await portal.close();
    expect(await firstNames()).toEqual(['Aled']);
  });

  it('seeds an empty database once', async () => {
    const seeded = await run(['seed']);
    expect(seeded).toMatchObject({ code: 0, err: '' });
    expect(seeded.out).toMatch(/ 600 customers/);
    expect(await run(['seed'])).toMatchObject({ code: 1, err: expect.stringContaining('Nothing was done') });
    expect((await firstNames()).length).toBe(600);
  }, 120_000);

  it('puts nobody invented into production, and takes nothing away there, unasked', async () => {
    const production = {
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://waymark.example',
      SESSION_SECRET: randomUUID() + randomUUID(),
      DATA_KEY: randomBytes(32).toString('hex'),
      SMS_PROVIDER: 'twilio',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'secret',
      TWILIO_FROM: '+447700900999',
      EMAIL_PROVIDER: 'smtp',
      SMTP_URL: 'smtp://localhost:2525',
    };
    const refused = await run(['seed'], production);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('--yes-demo-data') });
    expect((await migrationState(database.db)).applied).toEqual([]);

    await withOneCustomer('Carys');
    const kept = await run(['rollback'], production);
    expect(kept).toMatchObject({ code: 1, err: expect.stringContaining('--yes-lose-data') });
    expect(await firstNames()).toEqual(['Carys']);
    expect(await run(['rollback', '--yes-lose-data'], production)).toMatchObject({ code: 0 });
  });

  it('explains itself when it is used wrongly', async () => {
    for (const args of [[], ['sow'], ['backup'], ['migrate', 'now'], ['seed', '--please']]) {
      const { code, out, err } = await run(args);
      expect({ args, code }).toEqual({ args, code: 2 });
      expect(out + err).toContain('Usage: npm run db');
    }
    expect(existsSync(join(folder, 'backup'))).toBe(false);
  });
});

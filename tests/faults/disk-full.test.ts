import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { isOutage } from '@db/dialect/outages';
import { migrateUp } from '@db/migrate.server';
import { MINUTE } from '~/domain/clock';
import { startBarePortal } from '../support/bare-portal';
import { describeOnBothDatabases, newDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';
import { smallDisk, type SmallDisk } from '../support/small-disk';
import { writingBuild } from '../support/writing-build';

const PEOPLE = 12;

/**
 * On a file system of its own that is really full; where nothing may be mounted, SQLite's own limit of pages stands in
 * for it, and PostgreSQL's part is left out, with a line that says so.
 */
describeOnBothDatabases('a disk that is full', (dialect) => {
  let disk: SmallDisk | null;
  let url: string;
  let db: Db;
  let engine: TestEngine;
  let log: string[];
  let whileAsked: () => Promise<void>;
  let texts: ReturnType<typeof scriptedSender>;
  let emails: ReturnType<typeof scriptedSender>;
  let throwAway: () => Promise<void>;

  beforeEach(async (context) => {
    throwAway = async () => undefined;
    disk = smallDisk(dialect === 'sqlite' ? 8 : 48, dialect === 'sqlite' ? undefined : postgresUser());
    if (!disk) {
      console.log(dialect === 'sqlite' ? 'nothing may be mounted here: a limit of pages stands in for the disk' : 'nothing may be mounted here: left out'); // prettier-ignore
      if (dialect === 'postgres') return context.skip();
    }
    if (dialect === 'postgres') url = await inTablespace(disk!.folder);
    else url = disk ? `file:${join(disk.folder, 'test.db')}` : await inFolder();
    db = openDatabase(url);
    await migrateUp(db);
    log = [];
    whileAsked = async () => undefined;
    const answer = (prefix: string) => async (message: { id: string }) => {
      await whileAsked();
      return { kind: 'accepted' as const, providerId: `${prefix}-${message.id}`, segments: 1 };
    };
    texts = scriptedSender('sms', {
      answer: answer('SM'),
      reconcile: ({ id }) =>
        texts.sent.some((one) => one.id === id)
          ? { kind: 'found', candidates: [{ providerId: `SM-${id}`, providerStatus: 'sent', errorCode: null }] }
          : { kind: 'not_found' },
    });
    emails = scriptedSender('email', {
      answer: answer('mail'),
      reconcile: () => ({ kind: 'cannot_tell', ever: false, detail: 'no list' }),
    });
    engine = await anEngine({ db, url, drop: async () => undefined }, { senders: [texts, emails] });
    engine.deps.log = pino({ level: 'error' }, { write: (line: string) => void log.push(line) });
  });
  afterEach(async () => {
    await db?.close();
    await throwAway();
    disk?.remove();
  });

  async function inFolder(): Promise<string> {
    const own = await newDatabase('sqlite', { migrate: false });
    throwAway = own.drop;
    return own.url;
  }

  async function inTablespace(folder: string): Promise<string> {
    const server = inject('postgresUrl')!;
    const name = `full_${process.pid}_${folder.slice(-6).toLowerCase()}`.replaceAll(/\W/g, '_');
    const run = async (...statements: string[]) => {
      const client = new pg.Client({ connectionString: server });
      await client.connect();
      for (const statement of statements) await client.query(statement);
      await client.end();
    };
    await run(`create tablespace ${name} location '${folder}'`, `create database ${name} tablespace ${name}`);
    throwAway = () => run(`drop database ${name} with (force)`, `drop tablespace ${name}`);
    const own = new URL(server);
    own.pathname = `/${name}`;
    return own.href;
  }

  const sqliteLimit = (pages: number) => db.sqlite!.pragma(`max_page_count = ${pages}`);
  /** No room for anything: what files had left is used up as well. */
  async function fill(): Promise<void> {
    if (disk) disk.fill();
    else sqliteLimit(1);
    for (let n = 0; ; n += 1) {
      const id = `filler-${n}`;
      try {
        await fillTables(id);
      } catch (error) {
        if (isOutage(error)) return;
        throw error;
      }
    }
  }
  /** A row for each table that a claim and a record write to, and their indexes. */
  const fillTables = (id: string) =>
    db.write(async (q) => {
      const times = { notBefore: Date.parse('2099-01-01'), sendBy: Date.parse('2099-01-02'), createdAt: 1 };
      const filler = { purpose: 'notice' as const, language: 'en' as const, status: 'cancelled' as const, ...times };
      await q.insert(q.tables.messages).values({ id, ...filler, body: 'x'.repeat(900) });
      const event = { messageId: id, at: 1, status: 'cancelled' as const, source: 'worker' as const, newsKey: id };
      await q.insert(q.tables.messageEvents).values({ id, ...event, detail: 'x'.repeat(900) });
    });
  const makeRoom = () => (disk ? disk.makeRoom() : void sqliteLimit(1_000_000));

  async function everybody(contacts: (n: number) => { mobile?: string; email?: string }) {
    const made = [];
    for (let n = 0; n < PEOPLE; n += 1)
      made.push(await engine.due({ customerId: (await engine.customer(contacts(n))).id }));
    return made;
  }
  const mobile = (n: number) => ({ mobile: `+4477009000${String(n).padStart(2, '0')}` });
  const email = (n: number) => ({ email: `person${n}@mail.example` });
  const reminders = async () =>
    (await db.read((q) => q.select().from(q.tables.messages))).filter(({ reminderId }) => reminderId !== null);
  async function hours() {
    for (let minute = 0; minute < 8; minute += 1) {
      engine.deps.clock.advance(MINUTE);
      await engine.reconcile();
      while (await engine.send());
    }
  }

  it('before a claim: nothing is sent, and everything when there is room', async () => {
    await everybody(mobile);
    await fill();
    for (let round = 0; round < 5; round += 1) {
      const failure: unknown = await engine.send().then(() => null, (error: unknown) => error); // prettier-ignore
      // PostgreSQL may find room for some of it in pages that it has; never for half of a claim.
      if (dialect === 'sqlite' || failure) expect(isOutage(failure)).toBe(true);
    }
    if (dialect === 'sqlite') expect(texts.sent).toEqual([]);
    makeRoom();
    await hours();
    expect(texts.sent).toHaveLength(PEOPLE);
    expect((await reminders()).filter(({ status }) => status === 'accepted' || status === 'sent')).toHaveLength(PEOPLE);
  });

  it('when the provider has taken it: the lost answer is asked for, not sent again; where nobody can be asked, people phone', async () => {
    await everybody(mobile);
    const byMail = await everybody(email);
    let filled: Promise<void> | null = null;
    whileAsked = () => (filled ??= fill());
    await engine.send();
    whileAsked = async () => undefined;
    expect(log.join('')).toContain('the answer was not recorded');
    const lost = (await reminders()).filter(({ status }) => status === 'claimed').length;
    expect(lost).toBeGreaterThan(0);
    // Whoever looks after what was left behind is stopped by the full disk as well, and forgets nothing.
    engine.deps.clock.advance(2 * MINUTE);
    await engine.reconcile().catch((error: unknown) => expect(isOutage(error)).toBe(true));
    makeRoom();
    await hours();
    const recipients = [...texts.sent, ...emails.sent].map(({ recipient }) => recipient);
    expect(new Set(recipients).size).toBe(recipients.length);
    expect(texts.sent).toHaveLength(PEOPLE);
    for (const { appointment, message } of byMail) {
      const { status } = await engine.row(message.id);
      const calls = await engine.calls(appointment.id);
      expect([status, calls]).toEqual(status === 'accepted' ? ['accepted', []] : ['failed', ['not_delivered']]);
    }
    expect((await reminders()).filter(({ status }) => ['planned', 'claimed', 'unknown'].includes(status))).toEqual([]);
  });

  it('gives a visitor a page in words (503), goes on showing what there is, and works again by itself', async () => {
    if (!disk) return;
    const [first] = await everybody(mobile);
    const portal = await startBarePortal({ build: writingBuild(), database: { url }, patienceMs: 500 });
    await fill();
    const yes = () => portal.post(`/yes/${first!.appointment.id}`, '');
    const answer = await yes();
    // PostgreSQL may still have room in a page of that table.
    if (dialect === 'sqlite' || answer.status !== 200) {
      expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '30' } });
      expect(answer.text).toMatch(/Nothing can be changed just now|Sorry, the service is not available just now/);
      if (dialect === 'sqlite') expect(answer.text).toContain('Nothing was saved or sent.');
    }
    expect((await portal.ask({ path: '/look' })).status).toBe(200);
    expect((await portal.ask({ path: '/healthz' })).status).toBe(200);
    makeRoom();
    expect(await yes()).toMatchObject({ status: 200, text: 'confirmed' });
    await portal.close();
  });
});

/** Whose PostgreSQL's files are where root starts it. */
function postgresUser() {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

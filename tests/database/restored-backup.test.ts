import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { backupPostgres, restorePostgres } from '@db/dialect/backup-postgres';
import { backupSqlite, restoreSqlite } from '@db/dialect/backup-sqlite';
import { migrateUp } from '@db/migrate.server';
import { createTwilioSms } from '~/adapters/messaging/twilio-sms';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { armSending, viewArming } from '~/services/arm-sending.server';
import { claimDue } from '~/services/claim-due.server';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { queueMessage } from '~/services/queue-message.server';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { sendClaimed } from '~/services/send-claimed.server';
import { sendDue } from '~/services/send-due.server';
import { showWorkerLife } from '~/services/show-worker-life.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';
import { ACCOUNT, startTwilioServer, type TwilioServer } from '../support/twilio-server';

const NINE = Date.parse('2026-11-23T09:00:00Z');
const at = (hours: number, minutes = 0) => NINE + (hours - 9) * HOUR + minutes * MINUTE;

describeOnBothDatabases('a restored backup', (dialect) => {
  let database: TestDatabase;
  let twilio: TwilioServer;
  let engine: TestEngine;
  let folder: string;
  let original: Db;
  let restored: Db | null;

  beforeEach(async () => {
    database = await newDatabase(dialect, { migrate: false });
    original = openDatabase(database.url);
    await migrateUp(original);
    engine = await anEngine({ ...database, db: original });
    const { clock } = engine.deps;
    twilio = await startTwilioServer({ now: () => clock.now() });
    engine.deps.senders = senders();
    folder = mkdtempSync(join(tmpdir(), 'waymark-restore-'));
    restored = null;
  });
  afterEach(async () => {
    expect(twilio.mistakes).toEqual([]);
    await twilio.close();
    await (restored ?? original).close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Real texts; emails that, like any mail server's, cannot be asked about. */
  function senders() {
    const settings = { ...ACCOUNT, baseUrl: twilio.url, messagingServiceSid: null, from: '+441632960999' };
    const reconcile = () => ({ kind: 'cannot_tell', ever: false, detail: 'no list' }) as const;
    return [
      createTwilioSms(
        { ...settings, perSecond: 100, publicUrl: 'https://waymark.example', deadlineMs: 2000 },
        engine.deps.clock,
      ),
      scriptedSender('email', { reconcile }),
    ];
  }

  const mobileOf = (n: number) => `+447700900${String(100 + n)}`;
  const file = () => join(folder, 'copy');

  async function backup(): Promise<void> {
    if (dialect === 'sqlite') await backupSqlite(database.url.slice('file:'.length), file(), engine.deps.clock.now());
    else backupPostgres(database.url, file());
  }

  /** What was there is thrown away, as after a lost disk. @returns an engine's dependencies over what came back. */
  async function restore() {
    await original.close();
    // SQLite's is connected from the start; PostgreSQL's has not been used.
    if (dialect === 'sqlite') await database.db.close();
    const moment = { now: engine.deps.clock.now(), name: 'then' };
    if (dialect === 'sqlite') await restoreSqlite(database.url.slice('file:'.length), file(), moment);
    else await restorePostgres(database.url, file(), moment);
    restored = openDatabase(database.url);
    return testDeps(restored, { clock: engine.deps.clock, senders: engine.deps.senders });
  }

  type Deps = Awaited<ReturnType<typeof restore>>;
  async function drain(deps: Deps): Promise<void> {
    for (let round = 0; round < 6; round += 1) {
      while (await sendDue(deps)('w'));
      while ((await reconcileUnknown(deps)('w')) >= DEFAULT_ENGINE.batch);
      deps.clock.advance(MINUTE);
    }
  }

  async function remindAt(n: number, notBefore: number) {
    const customerId = (await engine.customer({ mobile: mobileOf(n) })).id;
    // Tomorrow at two: a text of today says "tomorrow", one of tomorrow says "today".
    return engine.due({ customerId, notBefore, appointment: { startsAt: at(14) + DAY } });
  }

  it('sends each message exactly once, whatever the lost copy has done since', async () => {
    // A short name leaves room for "tomorrow" and "today", so that the words of the two copies differ.
    await engine.deps.db.write(async (q) => q.update(q.tables.offices).set({ name: 'Bala' }));
    for (let n = 0; n < 4; n += 1) await remindAt(n, at(9));
    for (let n = 4; n < 8; n += 1) await remindAt(n, at(10));
    for (let n = 8; n < 11; n += 1) await remindAt(n, at(11));
    await remindAt(11, at(34));
    const { clock } = engine.deps;
    await drain(engine.deps);
    expect(twilio.requests).toHaveLength(4);

    // One is in a worker's hands while the copy is made.
    await remindAt(12, at(9, 30));
    clock.set(at(9, 30));
    const claimed = await claimDue(engine.deps)({ worker: 'w', limit: 1 });
    await backup();
    await sendClaimed(engine.deps)(claimed.batch);
    // The original goes on until half past ten; one of its texts gets no answer, one is refused for now and sent later.
    clock.set(at(10));
    twilio.fail({ kind: 'reset_after' }, { kind: 'error', status: 503, code: 20503 });
    await drain(engine.deps);
    const lost = twilio.messages.map(({ to }) => to);
    expect(new Set(lost).size).toBe(9);

    clock.set(at(33));
    const deps = await restore();
    await deps.db.write((q) =>
      queueMessage(q, deps, {
        ...{ purpose: 'sign_in_code', channel: 'sms', recipient: mobileOf(50), subject: null, body: '123456' },
        ...{ customerId: null, language: 'en', sendBy: at(40), requestId: null },
      }),
    );
    const before = twilio.requests.length;
    await drain(deps);
    expect(twilio.requests).toHaveLength(before);

    expect(await viewArming(deps)()).toMatchObject({ due: 8, tooLate: 0 });
    expect(await armSending(deps)()).toBe(8);
    expect(await armSending(deps)()).toBeNull();
    await drain(deps);
    clock.set(at(34));
    await drain(deps);

    const taken = twilio.messages.map(({ to }) => to).sort();
    expect(taken).toEqual([...Array.from({ length: 13 }, (_, n) => mobileOf(n)), mobileOf(50)].sort());
    const rows = await deps.db.read((q) => q.select().from(q.tables.messages));
    const out = rows.filter(({ status }) => status === 'accepted');
    expect(new Set(out.map(({ providerId }) => providerId)).size).toBe(14);
    expect(rows.filter(({ status }) => !['accepted', 'failed'].includes(status))).toEqual([]);
    const today = twilio.messages
      .filter(({ body }) => body.includes('today'))
      .map(({ to }) => to)
      .sort();
    expect(today).toEqual([8, 9, 10, 11].map(mobileOf));
  });

  it('has a person phone where the provider cannot be asked', async () => {
    const customerId = (await engine.customer({ email: 'aled@waymark.example' })).id;
    const { appointment } = await engine.due({ customerId });
    await backup();
    const deps = await restore();
    await armSending(deps)();
    await drain(deps);
    const calls = await deps.db.read((q) => q.select().from(q.tables.callList));
    expect(calls).toMatchObject([{ appointmentId: appointment.id, reason: 'not_delivered' }]);
    expect((engine.deps.senders[1] as ReturnType<typeof scriptedSender>).sent).toEqual([]);
  });

  it('asks on every channel before it goes on to the next', async () => {
    const customerId = (await engine.customer({ mobile: mobileOf(1), email: 'aled@waymark.example' })).id;
    const { appointment } = await engine.due({ customerId });
    await backup();
    const deps = await restore();
    await armSending(deps)();
    // The original was refused by the number, and wrote an email: the mail server cannot say so.
    twilio.failAlways({ kind: 'error', status: 400, code: 21211 });
    await drain(deps);
    expect((engine.deps.senders[1] as ReturnType<typeof scriptedSender>).sent).toEqual([]);
    const calls = await deps.db.read((q) => q.select().from(q.tables.callList));
    expect(calls).toMatchObject([{ appointmentId: appointment.id }]);
  });

  it('keeps the original sending while and after the copy is made', async () => {
    await backup();
    await engine.due();
    await drain(engine.deps);
    expect(twilio.requests).toHaveLength(1);
  });

  it('is recognised by a worker when nobody said that it is one', async () => {
    const { clock } = engine.deps;
    await showWorkerLife(engine.deps)({ id: 'w1', startedAt: clock.now() });
    await engine.due({ sendBy: at(60), appointment: { startsAt: at(62) } });
    clock.advance(DAY + MINUTE);
    await showWorkerLife(engine.deps)({ id: 'w2', startedAt: clock.now() });
    expect(await viewArming(engine.deps)()).toMatchObject({ since: NINE, due: 1 });
    await drain(engine.deps);
    expect(twilio.requests).toEqual([]);
  });

  it('is not suspected after a short rest, on a first start, with nothing due, or of a worker that lives', async () => {
    const { clock } = engine.deps;
    await engine.due({ sendBy: at(100), appointment: { startsAt: at(102) } });
    const worker = { id: 'w1', startedAt: clock.now() };
    const lives = showWorkerLife(engine.deps);
    await lives(worker);
    clock.advance(DAY - MINUTE);
    await showWorkerLife(engine.deps)({ ...worker, id: 'w2' });
    expect(await viewArming(engine.deps)()).toBeNull();
    // Its clock was put on by a day.
    clock.advance(DAY + MINUTE);
    await lives(worker);
    expect(await viewArming(engine.deps)()).toBeNull();
    await drain(engine.deps);
    clock.advance(2 * DAY);
    await showWorkerLife(engine.deps)({ ...worker, id: 'w3' });
    expect(await viewArming(engine.deps)()).toBeNull();
  });
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listDueIds, updateMessage } from '@db/queries/messages.server';
import { HOUR, MINUTE, SECOND } from '~/domain/clock';
import { claimDue } from '~/services/claim-due.server';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { queueMessage } from '~/services/queue-message.server';
import { recordAnswers } from '~/services/record-answer.server';
import { sendClaimed } from '~/services/send-claimed.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { anEngine, type TestEngine } from '../support/engine';
import { fakeClock } from '../support/fake-clock';
import { fillLedger } from '../support/full-ledger';
import { scriptedSender } from '../support/scripted-sender';

const accepted = (id: string) => ({ kind: 'accepted' as const, providerId: `SM-${id}`, segments: 1 });

describeOnBothDatabases('answers that come in together', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
  });
  afterEach(() => database.drop());

  async function claimed(count: number) {
    for (let n = 0; n < count; n += 1)
      await engine.due({ customerId: (await engine.customer({ mobile: `+44770090010${n}` })).id });
    return (await claimDue(engine.deps)({ worker: 'w', limit: count })).batch;
  }

  /** This one row cannot be changed any more, whoever tries. */
  async function poison(id: string) {
    const { pool, sqlite } = database.db;
    if (!pool)
      return void sqlite!.exec(
        `create trigger poison before update on messages when old.id = '${id}' begin select raise(abort, 'poison'); end`,
      );
    await pool.query(
      `create function poison() returns trigger language plpgsql as $$ begin raise exception 'poison'; end $$;
       create trigger poison before update on messages for each row when (old.id = '${id}') execute function poison();`,
    );
  }

  it('are written in one transaction', async () => {
    const batch = await claimed(6);
    const write = vi.spyOn(engine.deps.db, 'write');
    await sendClaimed(engine.deps)(batch);
    expect(write).toHaveBeenCalledTimes(1);
    for (const { id } of batch)
      expect(await engine.row(id)).toMatchObject({ status: 'accepted', providerId: `SM-${id}`, leaseUntil: null });
    for (const { id } of batch) expect(await engine.events(id)).toEqual(['claimed', 'accepted']);
  });

  it('wait for those of the next hand-overs', async () => {
    const batch = await claimed(9);
    const write = vi.spyOn(engine.deps.db, 'write');
    await sendClaimed(engine.deps, { ...DEFAULT_ENGINE, concurrency: 3, gatherMs: MINUTE })(batch);
    expect(write).toHaveBeenCalledTimes(1);
  });

  it('that say of trouble are written before the next is handed over', async () => {
    const batch = await claimed(9);
    const write = vi.spyOn(engine.deps.db, 'write');
    const told: number[] = [];
    const sms = scriptedSender('sms', {
      answer: () => {
        told.push(write.mock.calls.length);
        return { kind: 'try_later', code: '500', detail: '', retryAfterMs: null };
      },
    });
    await sendClaimed(
      { ...engine.deps, senders: [sms] },
      { ...DEFAULT_ENGINE, concurrency: 3, gatherMs: MINUTE },
    )(batch);
    // The third look sees what the first six came to: the provider is down, and is given no more.
    expect(told).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('do not suffer from one that cannot be written', async () => {
    const batch = await claimed(4);
    await poison(batch[1]!.id);
    await sendClaimed(engine.deps)(batch);
    const rows = await Promise.all(batch.map(({ id }) => engine.row(id)));
    expect(rows.map(({ status }) => status)).toEqual(['accepted', 'claimed', 'accepted', 'accepted']);
    expect(engine.sms.sent).toHaveLength(4);
  });

  it('each count only with the fencing token of the row', async () => {
    const batch = await claimed(3);
    await engine.deps.db.write((q) => updateMessage(q, batch[1]!.id, { fence: batch[1]!.fence + 1 }));
    const answers = batch.map(({ id, fence }) => ({ id, fence, answer: accepted(id) }));
    expect(await recordAnswers(engine.deps)(answers)).toEqual(['recorded', 'lost', 'recorded']);
    expect(await engine.row(batch[1]!.id)).toMatchObject({ status: 'claimed', providerId: null });
  });

  it('of every kind are settled each in its own way', async () => {
    const batch = await claimed(4);
    const [first, second, third, fourth] = batch.map(({ id, fence }) => ({ id, fence }));
    await recordAnswers(engine.deps)([
      { ...first!, answer: accepted(first!.id) },
      { ...second!, answer: { kind: 'rejected', cause: 'person', code: '21211', detail: '' } },
      { ...third!, answer: { kind: 'try_later', code: '503', detail: '', retryAfterMs: null } },
      { ...fourth!, answer: { kind: 'unknown', detail: 'cut off' } },
    ]);
    const rows = await Promise.all(batch.map(({ id }) => engine.row(id)));
    expect(rows.map(({ status, reason }) => `${status} ${reason}`)).toEqual([
      'accepted mobile_works',
      'failed person:21211',
      'failed later:503',
      'unknown mobile_works',
    ]);
    expect(await engine.story(rows[1]!.appointmentId!)).toHaveLength(2);
    expect(await engine.story(rows[2]!.appointmentId!)).toHaveLength(2);
  });

  it('that all fail open the circuit once, at the fifth', async () => {
    const batch = await claimed(7);
    const answer = { kind: 'try_later' as const, code: '500', detail: '', retryAfterMs: null };
    await recordAnswers(engine.deps)(batch.map(({ id, fence }) => ({ id, fence, answer })));
    const [state] = await engine.deps.db.read((q) => q.select().from(q.tables.providerStates));
    expect(state).toMatchObject({ id: 'twilio:sms', failures: 5 });
    expect(state!.openUntil).toBeGreaterThan(engine.deps.clock.now());
  });
});

describeOnBothDatabases('a line of thousands', (dialect) => {
  const NOW = Date.parse('2026-11-24T10:00:00Z');
  let database: TestDatabase;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    await fillLedger(database, 2_400, NOW);
  });
  afterEach(() => database.drop());

  it('is claimed in the order of its urgency, and who comes in more urgent waits a second at most', async () => {
    const deps = testDeps(database.db, { clock: fakeClock(NOW), senders: [scriptedSender('sms')] });
    let passed = 0;
    const time = { now: () => passed, until: async () => undefined };
    const claim = claimDue(deps, undefined, time);
    const next = async () => (await claim({ worker: 'w', limit: 20 })).batch.map(({ id }) => id);
    const order = await deps.db.read((q) => listDueIds(q, NOW, 200, { waiting: [], full: [], near: 0 }));

    expect(await next()).toEqual(order.slice(0, 20));
    // What ended meanwhile, and what another worker has taken, is passed over.
    await deps.db.write((q) => updateMessage(q, order[20]!, { status: 'superseded' }));
    const other = claimDue(deps, undefined, time);
    const others = (await other({ worker: 'other', limit: 5 })).batch.map(({ id }) => id);
    expect(others).toEqual(order.slice(21, 26));
    expect(await next()).toEqual(order.slice(26, 46));

    const code = await deps.db.write((q) =>
      queueMessage(q, deps, {
        purpose: 'sign_in_code',
        channel: 'sms',
        language: 'en',
        recipient: '+447700900999',
        subject: null,
        body: 'Your code is 042917.',
        customerId: null,
        appointmentId: null,
        sendBy: NOW + HOUR,
        requestId: null,
      }),
    );
    expect(await next()).toEqual(order.slice(46, 66));
    passed += SECOND;
    const late = await next();
    expect(late[0]).toBe(code);
    expect(late.slice(1)).toEqual(order.slice(66, 85));
  });

  it('is given a few at a time to a provider that cannot be asked what became of them', async () => {
    const sms = { ...scriptedSender('sms'), cannotBeAsked: true };
    const claim = claimDue(testDeps(database.db, { clock: fakeClock(NOW), senders: [sms] }));
    const ids = (await claim({ worker: 'w', limit: 300 })).batch.map(({ id }) => id);
    const more = await claim({ worker: 'w', limit: 300 });
    expect([ids.length, more.batch.length, more.more]).toEqual([96, 96, true]);
    expect(more.batch.filter(({ id }) => ids.includes(id))).toEqual([]);
  });
});

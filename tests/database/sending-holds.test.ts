import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { claimDue } from '~/services/claim-due.server';
import { queueMessage } from '~/services/queue-message.server';
import { sendClaimed } from '~/services/send-claimed.server';
import { pauseSending, resumeSending } from '~/services/stop-sending.server';
import { viewSending } from '~/services/view-sending.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';

const BOTH = { mobile: '+447700900123', email: 'aled@waymark.example' };
const BY = 'operator';

describeOnBothDatabases('sending that somebody has paused', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
  });
  afterEach(() => database.drop());

  const pause = (scope: 'all' | 'sms' | 'email' = 'all') => pauseSending(engine.deps)({ scope, by: BY });
  const resume = (scope: 'all' | 'sms' | 'email' = 'all') => resumeSending(engine.deps)({ scope, by: BY });
  const aCode = () =>
    database.db.write((q) =>
      queueMessage(q, engine.deps, {
        ...{ purpose: 'sign_in_code', channel: 'sms', recipient: '+447700900124', subject: null, body: '042917' },
        ...{ customerId: null, language: 'en', sendBy: engine.deps.clock.now() + 10 * MINUTE, requestId: null },
      }),
    );

  it('waits, reminders and sign-in codes alike, and goes on when resumed', async () => {
    await pause();
    const { message } = await engine.due();
    const code = await aCode();
    await engine.send();
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect((await engine.row(message.id)).status).toBe('planned');
    expect((await engine.row(code)).status).toBe('planned');
    await resume();
    await engine.send();
    expect(engine.sms.sent).toHaveLength(2);
  });

  it('waits on one channel only: the others go on', async () => {
    await pause('sms');
    const text = await engine.due();
    const email = await engine.due({ customerId: (await engine.customer({ email: BOTH.email })).id });
    await engine.send();
    expect((await engine.row(text.message.id)).status).toBe('planned');
    expect((await engine.row(email.message.id)).status).toBe('accepted');
  });

  it('stops what is claimed already, at the last look before the hand-over', async () => {
    const { message } = await engine.due();
    const { batch } = await claimDue(engine.deps)({ worker: 'w', limit: 10 });
    await pause('sms');
    await sendClaimed(engine.deps)(batch);
    expect(engine.sms.sent).toEqual([]);
    expect(await engine.row(message.id)).toMatchObject({ status: 'failed', reason: 'not_handed_over' });
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    await resume('sms');
    await engine.send();
    expect(engine.sms.sent).toHaveLength(1);
  });

  it('goes by the next channel when the last moment nears, and to the call list when everything is paused', async () => {
    const sendBy = engine.deps.clock.now() + HOUR;
    await pause('sms');
    const both = await engine.due({ customerId: (await engine.customer(BOTH)).id, sendBy });
    await engine.send();
    engine.deps.clock.advance(40 * MINUTE);
    await engine.send();
    expect(engine.email.sent).toEqual([]);
    engine.deps.clock.advance(1);
    await engine.send();
    expect((await engine.story(both.appointment.id)).at(-1)).toMatch(/^email accepted/);
    await pause();
    const late = await engine.due({ customerId: (await engine.customer({ mobile: '+447700900125' })).id, sendBy });
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect(await engine.calls(late.appointment.id)).toEqual(['not_delivered']);
  });

  it('still puts on the call list what only a person can do', async () => {
    await pause();
    const landline = await engine.due({ rule: 'same_day' });
    await engine.send();
    expect(await engine.calls(landline.appointment.id)).toEqual(['not_confirmed']);
  });

  it('does not stand in the way of other messages, however many wait', async () => {
    await pause('sms');
    for (let n = 0; n < 60; n += 1)
      await engine.due({
        customerId: (await engine.customer({ mobile: `+4477009002${String(n).padStart(2, '0')}` })).id,
      });
    const { message } = await engine.due({
      customerId: (await engine.customer({ email: BOTH.email })).id,
      sendBy: engine.deps.clock.now() + 30 * 24 * HOUR,
    });
    while (await engine.send());
    await engine.send();
    expect((await engine.row(message.id)).status).toBe('accepted');
    expect(engine.sms.sent).toEqual([]);
  });

  it('is on record: who, what, since when, and that it goes on', async () => {
    await pause('sms');
    expect(await pause('sms')).toBe(false);
    const seen = await viewSending(engine.deps)();
    expect(seen.holds).toEqual([{ scope: 'sms', reason: 'paused', since: engine.deps.clock.now(), by: BY }]);
    expect((await resume()).pauses).toEqual(['sms']);
    const rows = await database.db.read((q) =>
      q.select().from(q.tables.auditEntries).where(eq(q.tables.auditEntries.chain, 'service')),
    );
    expect(rows.map(({ action, actorKind, subjectId, detail }) => [action, actorKind, subjectId, detail])).toEqual([
      ['sending.paused', 'command', 'sms', BY],
      ['sending.resumed', 'command', 'all', BY],
    ]);
  });

  it('because it is a restored copy sends and changes nothing at all, and no resume changes that', async () => {
    const now = engine.deps.clock.now();
    await database.db.write((q) =>
      q.insert(q.tables.sendingHolds).values({ scope: 'all', reason: 'restored', since: now }),
    );
    const { message, appointment } = await engine.due({ sendBy: now + MINUTE });
    await aCode();
    await resume();
    await engine.send();
    engine.deps.clock.advance(HOUR);
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect((await engine.row(message.id)).status).toBe('planned');
    expect(await engine.calls(appointment.id)).toEqual([]);
  });

  it('counts what is late: due for more than five minutes', async () => {
    await pause();
    await engine.due();
    engine.deps.clock.advance(5 * MINUTE);
    expect(await viewSending(engine.deps)()).toMatchObject({ due: 1, late: 0 });
    engine.deps.clock.advance(1);
    await engine.send();
    expect(await viewSending(engine.deps)()).toMatchObject({ due: 1, late: 1, unknown: 0 });
  });
});

import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { insertCopyHold } from '@db/queries/arming.server';
import { HOUR, MINUTE } from '~/domain/clock';
import { armSending } from '~/services/arm-sending.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { pauseSending, resumeSending } from '~/services/stop-sending.server';
import { viewStoppages } from '~/services/view-stoppages.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';

describeOnBothDatabases('staff are told that messages do not go out', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let sioned: SignedInStaff;
  let working: boolean;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    working = true;
    const answer = () =>
      working
        ? ({ kind: 'accepted', providerId: 'SM1', segments: 1 } as const)
        : ({ kind: 'try_later', code: '503', detail: '', retryAfterMs: null } as const);
    engine = await anEngine(database, { senders: [scriptedSender('sms', { answer })] });
    const { id, officeId, firstName, lastName } = engine.adviser;
    sioned = { kind: 'staff', id, officeId, role: 'adviser', firstName, lastName };
  });
  afterEach(() => database.drop());

  const view = () => viewStoppages(engine.deps)({ staff: sioned });
  const list = async () => (await view())?.list ?? [];
  const start = () => engine.deps.clock.now();

  it('not while all is well', async () => {
    await engine.due();
    await engine.send();
    expect(await view()).toBeNull();
  });

  it('while an operator has paused a channel, or everything; by the clock of their office', async () => {
    await database.db.write((q) => q.update(q.tables.offices).set({ timeZone: 'Europe/Lisbon' }));
    const since = start();
    await pauseSending(engine.deps)({ scope: 'sms', by: 'operator' });
    engine.deps.clock.advance(HOUR);
    expect(await view()).toEqual({
      zone: 'Europe/Lisbon',
      now: since + HOUR,
      list: [{ kind: 'paused', scope: 'sms', since }],
    });
    await pauseSending(engine.deps)({ scope: 'all', by: 'operator' });
    expect(await list()).toEqual([{ kind: 'paused', scope: 'all', since: since + HOUR }]);
    await resumeSending(engine.deps)({ scope: 'all', by: 'operator' });
    expect(await view()).toBeNull();
  });

  it('while this is a copy out of a backup that nobody has armed', async () => {
    const since = start() - HOUR;
    await database.db.write((q) => insertCopyHold(q, { since, by: 'restore' }));
    await pauseSending(engine.deps)({ scope: 'email', by: 'operator' });
    expect(await list()).toEqual([{ kind: 'not_armed', since }]);
    await armSending(engine.deps)();
    expect(await list()).toMatchObject([{ kind: 'paused', scope: 'email' }]);
  });

  it('while the only provider of a channel does not work, and not when it works again', async () => {
    working = false;
    for (let i = 0; i < 5; i += 1)
      await engine.due({ customerId: (await engine.customer({ mobile: `+44770090010${i}` })).id });
    await engine.send();
    expect(await list()).toEqual([{ kind: 'down', scope: 'sms', since: null }]);
    engine.deps.clock.advance(5 * MINUTE);
    // It is being tried.
    expect(await list()).toMatchObject([{ kind: 'down', scope: 'sms' }]);
    working = true;
    await engine.send();
    expect(await view()).toBeNull();
  });

  it('not while another provider does its work', async () => {
    working = false;
    const notify = scriptedSender('sms', { provider: 'notify' });
    engine.deps.senders = [...engine.deps.senders, notify];
    for (let i = 0; i < 6; i += 1)
      await engine.due({ customerId: (await engine.customer({ mobile: `+44770090010${i}` })).id });
    await engine.send();
    engine.deps.clock.advance(2 * MINUTE);
    await engine.send();
    const { providerStates } = database.db.tables;
    const [state] = await database.db.read((q) =>
      q.select().from(providerStates).where(eq(providerStates.id, 'twilio:sms')),
    );
    expect(state?.openUntil).not.toBeNull();
    expect(notify.sent.length).toBeGreaterThan(0);
    expect(await view()).toBeNull();
  });
});

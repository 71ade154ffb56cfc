import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { answerIdentityQuestion, beginDeskHelp, viewHelpDesk } from '~/services/ask-who-it-is.server';
import { verifyAudit } from '~/services/audit.server';
import { recordCall } from '~/services/record-call.server';
import { requestCall } from '~/services/request-call.server';
import { askToRingBack, takeBackRingBack } from '~/services/ring-back.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewCallList } from '~/services/view-call-list.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aContactPoint, aCustomer, anAppointment, aStep } from '../support/factories';
import { aHelpingOffice } from '../support/helping-office';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('a call back to somebody who could not say who they are', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let officeId: string;
  let [priya, rhys, elsewhere]: SignedInStaff[] = [];
  let sam: string;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    ({ officeId, priya, rhys, elsewhere } = await aHelpingOffice(deps));
    sam = await someone({ mobile: '+447700900123' });
  });
  afterEach(async () => {
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
    await database.drop();
  });

  async function someone(overrides: Parameters<typeof aCustomer>[2]): Promise<string> {
    const team = { officeId, adviserId: priya!.id };
    const { id } = await aCustomer(deps, team, { firstName: 'Sam', lastName: 'Jones', ...overrides });
    await aContactPoint(deps, id, 'post', '12 Harbour Row\nBangor\nLL57 2AB');
    await anAppointment(deps, { customerId: id, ...team }, { startsAt: Date.parse('2026-11-27T14:30:00Z') });
    await aStep(deps, id);
    return id;
  }
  async function stop(customerId = sam): Promise<void> {
    for (;;) {
      const { step } = (await viewHelpDesk(deps)({ staff: priya!, customerId }))!;
      if (step.next !== 'ask') return;
      await answerIdentityQuestion(deps)({ staff: priya!, customerId, fact: step.fact, said: 'no idea' });
    }
  }
  const ask = (
    staff = priya!,
    wish: Parameters<ReturnType<typeof askToRingBack>>[0]['wish'] = null,
    customerId = sam,
  ) => askToRingBack(deps)({ staff, customerId, wish });
  const takeBack = (staff = priya!) => takeBackRingBack(deps)({ staff, customerId: sam });
  const calls = () => deps.db.read(async (q) => await q.select().from(q.tables.callList));
  const onRecord = async () =>
    (await deps.db.read(async (q) => await q.select().from(q.tables.auditEntries)))
      .filter(({ action }) => action.startsWith('help.ring_back'))
      .map(({ action, actorId, subjectId }) => [action, actorId, subjectId]);
  const page = async (customerId = sam) => (await viewHelpDesk(deps)({ staff: priya!, customerId }))!.ringBack;

  it('is there only when the questions have stopped, and goes to the numbers on record', async () => {
    expect(await page()).toBeNull();
    expect(await ask()).toEqual({ ok: false, reason: 'not_stopped' });
    await stop();
    expect(await page()).toMatchObject({ can: 'yes', call: null, today: '2026-11-23' });
    expect(await ask()).toEqual({ ok: true, changed: true });
    expect(await calls()).toMatchObject([
      { reason: 'ring_back', ownerId: priya!.id, customerId: sam, dueAt: deps.clock.now() + HOUR, nextTryAt: null },
    ]);
    const list = await viewCallList(deps)({ staff: priya!, show: 'mine' });
    expect(list.calls).toMatchObject([
      { reason: 'ring_back', numbers: [{ href: 'tel:+447700900123' }], appointment: null },
    ]);
    expect(await onRecord()).toEqual([['help.ring_back_asked', priya!.id, sam]]);
  });

  it('is one, by whoever, and also where they have asked for a call', async () => {
    await stop();
    await ask();
    expect(await ask(rhys)).toEqual({ ok: true, changed: false });
    expect(await calls()).toHaveLength(1);
    await takeBack();
    await requestCall(deps)({ customerId: sam, actor: { kind: 'customer', id: sam } });
    expect(await ask()).toEqual({ ok: true, changed: false });
    expect(await page()).toMatchObject({ call: { asked: true, mayTakeBack: false } });
    await takeBack();
    expect((await calls()).filter(({ doneAt }) => doneAt === null)).toMatchObject([{ reason: 'asked_for_call' }]);
  });

  it('can be at a time that suits, and not at one that is over', async () => {
    await stop();
    expect(await ask(priya, { date: '2026-11-28', part: 'any' })).toEqual({ ok: false, reason: 'not_then' });
    expect(await ask(priya, { date: '2026-11-24', part: 'afternoon' })).toEqual({ ok: true, changed: true });
    expect(await calls()).toMatchObject([
      { dueAt: Date.parse('2026-11-24T17:00:00Z'), nextTryAt: Date.parse('2026-11-24T12:00:00Z') },
    ]);
  });

  it('can be taken off the list and put there again, until somebody has rung', async () => {
    await stop();
    expect(await takeBack()).toEqual({ ok: true });
    await ask();
    deps.clock.advance(MINUTE);
    expect(await takeBack(rhys)).toEqual({ ok: true });
    expect(await takeBack()).toEqual({ ok: true });
    expect(await calls()).toMatchObject([{ outcome: 'not_needed', doneBy: rhys!.id }]);
    deps.clock.advance(MINUTE);
    await ask();
    const [call] = await calls();
    expect(call).toMatchObject({ doneAt: null, outcome: null });
    const said = { staff: priya!, callId: call!.id, outcome: 'no_answer' as const, contactPointId: null, seen: null };
    deps.clock.advance(MINUTE);
    expect(await recordCall(deps)(said)).toMatchObject({ ok: true });
    expect(await page()).toMatchObject({ call: { mayTakeBack: false } });
    expect(await takeBack()).toEqual({ ok: false, reason: 'tried' });
    expect((await onRecord()).map(([action]) => action)).toEqual([
      'help.ring_back_asked',
      'help.ring_back_withdrawn',
      'help.ring_back_asked',
    ]);
  });

  it('is settled when they have been seen at the desk', async () => {
    await stop();
    await ask();
    await beginDeskHelp(deps)({ staff: rhys!, customerId: sam });
    expect(await calls()).toMatchObject([{ outcome: 'not_needed', doneBy: rhys!.id }]);
  });

  it('is not for whom nobody rings, or without a number', async () => {
    const careful = await someone({ mobile: '+447700900124', noMessages: true });
    await stop(careful);
    expect(await ask(priya, null, careful)).toEqual({ ok: false, reason: 'in_person' });
    expect(await page(careful)).toMatchObject({ can: 'in_person' });
    const silent = await someone({});
    await stop(silent);
    expect(await ask(priya, null, silent)).toEqual({ ok: false, reason: 'no_number' });
    expect(await calls()).toEqual([]);
  });

  it('is not another office’s', async () => {
    await stop();
    expect(await ask(elsewhere)).toEqual({ ok: false, reason: 'not_found' });
    await ask();
    expect(await takeBack(elsewhere)).toEqual({ ok: false, reason: 'not_found' });
    expect((await calls())[0]).toMatchObject({ doneAt: null });
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import type { CallOutcome } from '~/domain/messaging/call-list';
import { verifyAudit } from '~/services/audit.server';
import { escalateCalls } from '~/services/escalate-calls.server';
import { giveCallTo } from '~/services/give-call.server';
import { recordCall } from '~/services/record-call.server';
import { undoCall } from '~/services/undo-call.server';
import { viewCallList } from '~/services/view-call-list.server';
import { openCall } from '@db/queries/call-list.server';
import { aCallList, type TestCallList } from '../support/calls';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aContactPoint, aMemberOfStaff, anOffice } from '../support/factories';

describeOnBothDatabases('the call list', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let list: TestCallList;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    deps.clock.set('2026-11-24T10:00:00Z');
    list = await aCallList(deps);
  });
  afterEach(async () => {
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
    await database.drop();
  });

  const record = (callId: string, outcome: CallOutcome, seen: number | null = 0, staff = list.sioned) =>
    recordCall(deps)({ staff, callId, outcome, seen, contactPointId: list.mobile.id });
  const undo = (callId: string, attemptId: string | null = null) =>
    undoCall(deps)({ staff: list.sioned, callId, attemptId });

  describe('an outcome', () => {
    it('spoke: closes it, and the number works', async () => {
      const id = await list.entry();
      expect(await record(id, 'spoke')).toMatchObject({ ok: true, closed: true });
      expect(await list.call(id)).toMatchObject({ outcome: 'spoke', doneBy: list.sioned.id });
      expect(await list.point()).toMatchObject({ health: 'working' });
    });

    it('no answer: keeps it for an hour later, and says nothing of the number', async () => {
      const id = await list.entry();
      expect(await record(id, 'no_answer')).toMatchObject({ ok: true, closed: false });
      const now = deps.clock.now();
      expect(await list.call(id)).toMatchObject({ doneAt: null, nextTryAt: now + HOUR, escalatedAt: null });
      expect(await list.point()).toMatchObject({ health: 'untried' });
    });

    it('left word: closes it, but not for someone who shares a phone', async () => {
      const first = await list.entry();
      expect(await record(first, 'left_word')).toMatchObject({ closed: true });
      await deps.db.write((q) => q.update(q.tables.customers).set({ discreet: true }));
      const second = await list.entry();
      expect(await record(second, 'left_word')).toMatchObject({ closed: false });
    });

    it('wrong number: the other one is next; with none left somebody is to ask for a new one', async () => {
      const landline = await aContactPoint(deps, list.customer.id, 'landline', '+441632960123');
      const { startsAt } = await list.appointment();
      const id = await list.entry();
      expect(await record(id, 'wrong_number')).toMatchObject({ closed: false });
      expect(await list.call(id)).toMatchObject({ doneAt: null, nextTryAt: null });
      expect(await list.point()).toMatchObject({ health: 'dead' });
      const again = { staff: list.rhys, callId: id, outcome: 'wrong_number', seen: 1 } as const;
      expect(await recordCall(deps)({ ...again, contactPointId: landline.id })).toMatchObject({ closed: true });
      const [, entry] = await list.calls();
      expect(entry).toMatchObject({ reason: 'wrong_number', ownerId: list.sioned.id, dueAt: startsAt, doneAt: null });
      const { calls } = await viewCallList(deps)({ staff: list.sioned, show: null });
      expect(calls).toMatchObject([{ id: entry!.id, outcomes: ['spoke', 'not_needed'] }]);
      expect(calls[0]!.numbers.map((number) => number.href)).toEqual([null, null]);
    });

    it('written down twice is one try; by a colleague it is another', async () => {
      const id = await list.entry();
      const both = await Promise.all([record(id, 'no_answer'), record(id, 'no_answer')]);
      expect(both.map((one) => one.ok && one.changed).sort()).toEqual([false, true]);
      expect(await record(id, 'no_answer', null)).toMatchObject({ changed: false });
      expect(await record(id, 'no_answer', 0, list.rhys)).toMatchObject({ changed: true });
      expect(await record(id, 'no_answer', 2)).toMatchObject({ changed: true });
      expect(await list.tries()).toEqual(['no_answer', 'no_answer', 'no_answer']);
    });

    it('is kept also when the entry was closed meanwhile', async () => {
      const id = await list.entry();
      await record(id, 'left_word', 0, list.rhys);
      expect(await record(id, 'no_answer')).toMatchObject({ changed: true, closed: true });
      expect(await list.call(id)).toMatchObject({ outcome: 'left_word' });
      expect(await record(id, 'spoke', 2)).toMatchObject({ closed: true });
      expect(await list.call(id)).toMatchObject({ outcome: 'spoke', doneBy: list.sioned.id });
    });
  });

  describe('taking it back', () => {
    it('puts the entry and the number back as they were, once, and keeps the try as taken back', async () => {
      const id = await list.entry();
      await record(id, 'no_answer');
      const before = await list.call(id);
      deps.clock.advance(5 * MINUTE);
      const made = await record(id, 'wrong_number', 1);
      if (!made.ok) throw new Error('not found');
      expect(await list.point()).toMatchObject({ health: 'dead' });
      expect(await undo(id, made.attemptId)).toEqual({ ok: true, changed: true });
      expect(await undo(id, made.attemptId)).toEqual({ ok: true, changed: false });
      expect(await list.call(id)).toEqual(before);
      expect(await list.point()).toMatchObject({ health: 'untried' });
      expect(await list.tries()).toEqual(['no_answer', 'wrong_number undone']);
      // And nobody needs to ask for a new number.
      expect((await list.calls()).filter((call) => call.doneAt === null)).toHaveLength(1);
    });

    it('is refused when there has been another try since', async () => {
      const id = await list.entry();
      const first = await record(id, 'no_answer');
      await record(id, 'spoke', 1, list.rhys);
      const attemptId = first.ok ? first.attemptId : null;
      expect(await undo(id, attemptId)).toEqual({ ok: false, reason: 'changed_since' });
      expect(await list.call(id)).toMatchObject({ outcome: 'spoke' });
    });
  });

  describe('an owner', () => {
    it('is one of two who take the same call at once', async () => {
      const id = await list.entry({ ownerId: null });
      const take = (staff: typeof list.sioned) =>
        giveCallTo(deps)({ staff, callId: id, ownerId: staff.id, seenOwnerId: null });
      const results = await Promise.all([take(list.sioned), take(list.rhys)]);
      expect(results.filter((one) => one.ok)).toHaveLength(1);
      expect(results.filter((one) => !one.ok && one.reason === 'taken')).toHaveLength(1);
      expect(await list.audited()).toEqual(['call.taken']);
    });

    it('hands over to a colleague of the same office, and to nobody else', async () => {
      const id = await list.entry();
      const elsewhere = await aMemberOfStaff(deps, (await anOffice(deps)).id);
      const champion = await aMemberOfStaff(deps, list.office.id, { role: 'champion' });
      const give = (ownerId: string) =>
        giveCallTo(deps)({ staff: list.sioned, callId: id, ownerId, seenOwnerId: list.sioned.id });
      for (const stranger of [elsewhere.id, champion.id, 'nobody'])
        expect(await give(stranger)).toEqual({ ok: false, reason: 'no_such_colleague' });
      expect(await give(list.rhys.id)).toEqual({ ok: true, changed: true });
      expect(await give(list.rhys.id)).toEqual({ ok: true, changed: false });
      const views = await Promise.all(
        [list.sioned, list.rhys].map((staff) => viewCallList(deps)({ staff, show: 'mine' })),
      );
      expect(views.map((view) => view.counts.mine)).toEqual([0, 1]);
    });
  });

  describe('passing on', () => {
    it('happens once, however many workers look, and leaves the owner theirs', async () => {
      const near = await list.entry({ dueAt: deps.clock.now() + 40 * MINUTE });
      const later = await list.entry();
      expect(await escalateCalls(deps)()).toBe(0);
      deps.clock.advance(20 * MINUTE);
      const passed = await Promise.all([escalateCalls(deps)(), escalateCalls(deps)()]);
      expect(passed.sort()).toEqual([0, 1]);
      expect(await list.call(near)).toMatchObject({ escalatedAt: deps.clock.now(), ownerId: list.sioned.id });
      expect(await list.call(later)).toMatchObject({ escalatedAt: null });
      expect(await list.audited()).toEqual(['call.escalated']);
      const { counts } = await viewCallList(deps)({ staff: list.rhys, show: 'escalated' });
      expect(counts).toEqual({ mine: 0, office: 2, escalated: 1 });
    });

    it('follows the third try in vain, and goes when that is taken back', async () => {
      const id = await list.entry({ dueAt: deps.clock.now() + 24 * HOUR });
      for (const seen of [0, 1]) await record(id, 'no_answer', seen);
      expect(await list.call(id)).toMatchObject({ escalatedAt: null });
      const third = await record(id, 'no_answer', 2);
      expect(await list.call(id)).toMatchObject({ escalatedAt: deps.clock.now() });
      await undo(id, third.ok ? third.attemptId : null);
      expect(await list.call(id)).toMatchObject({ escalatedAt: null });
    });

    it('leaves a reminder of a meeting that has begun alone', async () => {
      const appointment = await list.appointment(deps.clock.now() + 30 * MINUTE);
      const id = await list.entry({ appointmentId: appointment.id, dueAt: deps.clock.now() });
      deps.clock.advance(HOUR);
      expect(await escalateCalls(deps)()).toBe(0);
      expect(await list.call(id)).toMatchObject({ escalatedAt: null });
    });
  });

  it('opens again for the same cause with its history, and counts tries anew', async () => {
    const now = deps.clock.now();
    const entry = {
      ...{ id: deps.newId(), officeId: list.office.id, customerId: list.customer.id, appointmentId: null },
      ...{ messageId: null, ownerId: list.sioned.id, reason: 'cannot_come' as const, cause: 'cannot-come:1' },
    };
    const open = () => {
      const at = deps.clock.now();
      return deps.db.write((q) => openCall(q, { ...entry, id: deps.newId(), dueAt: at + HOUR, createdAt: at }));
    };
    await open();
    const id = (await list.calls())[0]!.id;
    for (const seen of [0, 1]) await record(id, 'no_answer', seen);
    await record(id, 'spoke', 2);
    await open();
    expect(await list.call(id)).toMatchObject({ doneAt: null, createdAt: now });
    deps.clock.advance(2 * HOUR);
    await record(id, 'spoke', 3);
    await open();
    expect(await list.call(id)).toMatchObject({ doneAt: null, nextTryAt: null, createdAt: deps.clock.now() });
    await record(id, 'no_answer', 4);
    expect(await list.call(id)).toMatchObject({ escalatedAt: null });
    const { calls } = await viewCallList(deps)({ staff: list.sioned, show: null });
    expect(calls[0]!.tries.map((one) => one.outcome)).toHaveLength(5);
  });

  it('shows one’s own and nobody’s, the earliest due first, and what was done today', async () => {
    const late = await list.entry({ dueAt: deps.clock.now() - MINUTE });
    const nobodys = await list.entry({ ownerId: null });
    const theirs = await list.entry({ ownerId: list.rhys.id, dueAt: deps.clock.now() + HOUR });
    const done = await list.entry();
    await record(done, 'spoke');
    const mine = await viewCallList(deps)({ staff: list.sioned, show: 'nonsense' });
    expect(mine.calls.map(({ id, overdue }) => [id, overdue])).toEqual([
      [late, true],
      [nobodys, false],
    ]);
    expect(mine.done.map(({ id }) => id)).toEqual([done]);
    const office = await viewCallList(deps)({ staff: list.sioned, show: 'office' });
    expect(office.calls.map(({ id }) => id)).toEqual([late, theirs, nobodys]);
    expect(office.calls[0]!.numbers).toMatchObject([{ display: '07700 900123', href: 'tel:+447700900123' }]);
    deps.clock.advance(24 * HOUR);
    expect((await viewCallList(deps)({ staff: list.sioned, show: null })).done).toEqual([]);
  });
});

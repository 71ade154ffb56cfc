import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Dialect } from '@db/client.server';
import { findAppointment, listAppointmentEvents } from '@db/queries/appointments.server';
import { listReminderMessages } from '@db/queries/reminders.server';
import type { Actor } from '~/domain/access/role';
import type { MissedReason, Outcome } from '~/domain/appointment/appointment';
import { HOUR, MINUTE } from '~/domain/clock';
import type { MessageStatus } from '~/domain/messaging/message';
import { giveMissedReason } from '~/services/give-missed-reason.server';
import { recordOutcome } from '~/services/record-outcome.server';
import { saveAppointments } from '~/services/save-appointments.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { undoOutcome } from '~/services/undo-outcome.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aDiary, told, type TestDiary } from '../support/diary';
import { anOffice } from '../support/factories';
import { fakeClock } from '../support/fake-clock';

const STAFF: Actor = { kind: 'staff', id: 'sioned' };
const START = Date.parse('2026-11-23T09:00:00Z');

describeOnBothDatabases('what became of an appointment', (dialect: Dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let diary: TestDiary;
  let id: string;
  beforeAll(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db, { clock: fakeClock(START) });
  });
  beforeEach(async () => {
    deps.clock.set(START);
    diary = await aDiary(deps);
    id = await booked();
    deps.clock.advance(HOUR);
  });
  afterAll(() => database.drop());

  /** In an hour. */
  async function booked() {
    const [saved] = await deps.db.write((q) =>
      saveAppointments(q, deps, [told(deps, diary, { startsAt: START + HOUR })], { kind: 'import', id: null }),
    );
    return saved!.appointmentId;
  }
  const here = () => ({ appointmentId: id, officeId: diary.office.id, actor: STAFF });
  const record = (outcome: Outcome, late = false) => recordOutcome(deps)({ ...here(), outcome, late });
  const row = async () => (await deps.db.read((q) => findAppointment(q, id)))!;
  const calls = async () => {
    const { callList } = database.db.tables;
    return deps.db.read((q) => q.select().from(callList).where(eq(callList.appointmentId, id)));
  };
  const staff = (officeId = diary.office.id): SignedInStaff => ({
    ...{ kind: 'staff', id: STAFF.id!, officeId, role: 'adviser', firstName: 'Sioned', lastName: 'Parry' },
  });
  const giveReason = (reason: MissedReason | null, who = staff()) =>
    giveMissedReason(deps)({ staff: who, appointmentId: id, reason });
  const undo = (eventId?: string) => undoOutcome(deps)({ ...here(), eventId });
  const status = async () => (await deps.db.read((q) => findAppointment(q, id)))!.status;
  const history = async () => (await deps.db.read((q) => listAppointmentEvents(q, id))).map((event) => event.kind);
  const missed = async () =>
    (await deps.db.read((q) => listReminderMessages(q, [id]))).filter((message) => message.rule === 'missed');
  const missedStatuses = async () => (await missed()).map((message) => message.status).sort();
  const setMissed = async (next: MessageStatus) => {
    const [message] = (await missed()).filter((m) => m.status === 'planned');
    await deps.db.write((q) =>
      q.update(q.tables.messages).set({ status: next }).where(eq(q.tables.messages.id, message!.messageId)),
    );
  };

  it('is recorded once, however often it is pressed', async () => {
    const first = await record('attended');
    expect(first).toMatchObject({ ok: true, changed: true });
    expect(await record('attended')).toEqual({ ...first, changed: false });
    expect(await status()).toBe('attended');
    expect(await history()).toEqual(['booked', 'outcome_recorded']);
    expect(await missed()).toEqual([]);
  });

  it('plans a kind text half an hour after a failure to attend', async () => {
    await record('failed_to_attend');
    const [reminder] = await deps.db.read((q) =>
      q.select().from(q.tables.reminders).where(eq(q.tables.reminders.rule, 'missed')),
    );
    expect(reminder).toMatchObject({ notBefore: deps.clock.now() + 30 * MINUTE, appointmentVersion: 1 });
    expect(await missedStatuses()).toEqual(['planned']);
  });

  it('leaves no reminder of the meeting waiting', async () => {
    await record('attended');
    const waiting = (await deps.db.read((q) => listReminderMessages(q, [id]))).filter((m) => m.status === 'planned');
    expect(waiting).toEqual([]);
  });

  it('can be undone, twice to no further effect, and the text is not sent', async () => {
    const recorded = await record('failed_to_attend');
    const eventId = recorded.ok ? recorded.eventId! : '';
    expect(await undo(eventId)).toEqual({ ok: true, changed: true, messageWasOut: false });
    expect(await undo(eventId)).toEqual({ ok: true, changed: false, messageWasOut: false });
    expect(await undo()).toEqual({ ok: true, changed: false, messageWasOut: false });
    expect(await status()).toBe('booked');
    expect(await missedStatuses()).toEqual(['cancelled']);
    expect(await history()).toEqual(['booked', 'outcome_recorded', 'outcome_undone']);
    const events = await deps.db.read((q) => listAppointmentEvents(q, id));
    expect(events[1]!.undoneAt).toBe(deps.clock.now());
  });

  it('plans the text again, at its new time, when it is recorded again', async () => {
    await record('failed_to_attend');
    await undo();
    deps.clock.advance(2 * HOUR);
    await record('failed_to_attend');
    expect(await missedStatuses()).toEqual(['cancelled', 'planned']);
    expect(new Set((await missed()).map((message) => message.reminderId)).size).toBe(1);
    const waiting = await deps.db.read((q) =>
      q.select().from(q.tables.messages).where(eq(q.tables.messages.appointmentId, id)),
    );
    expect(waiting.find((message) => message.status === 'planned')).toMatchObject({
      notBefore: deps.clock.now() + 30 * MINUTE,
      attempt: 1,
    });
    await undo();
    expect(await missedStatuses()).toEqual(['cancelled', 'cancelled']);
  });

  it('says when the text was out before the undo, and never sends a second', async () => {
    await record('failed_to_attend');
    await setMissed('sent');
    expect(await undo()).toEqual({ ok: true, changed: true, messageWasOut: true });
    expect(await undo()).toEqual({ ok: true, changed: false, messageWasOut: true });
    await record('failed_to_attend');
    expect(await missedStatuses()).toEqual(['sent']);
  });

  it('is corrected by another outcome, and the undo of the old one is refused', async () => {
    const first = await record('failed_to_attend');
    await record('attended');
    expect(await missedStatuses()).toEqual(['cancelled']);
    expect(await undo(first.ok ? first.eventId! : '')).toEqual({ ok: false, reason: 'changed_since' });
    expect(await undo()).toMatchObject({ ok: true, changed: true });
    expect(await status()).toBe('failed_to_attend');
    expect(await missedStatuses()).toEqual(['cancelled', 'planned']);
  });

  it('is not there for another office', async () => {
    const elsewhere = { ...here(), officeId: (await anOffice(deps)).id };
    expect(await recordOutcome(deps)({ ...elsewhere, outcome: 'attended' })).toEqual({
      ok: false,
      reason: 'not_found',
    });
    expect(await undoOutcome(deps)(elsewhere)).toEqual({ ok: false, reason: 'not_found' });
    expect(await status()).toBe('booked');
  });

  it('says that they came late, corrects it, and puts each back in turn', async () => {
    await record('attended', true);
    expect(await row()).toMatchObject({ status: 'attended', late: true });
    expect(await record('attended', true)).toMatchObject({ changed: false });
    expect(await record('attended')).toMatchObject({ ok: true, changed: true });
    expect(await row()).toMatchObject({ status: 'attended', late: false });
    await undo();
    expect(await row()).toMatchObject({ status: 'attended', late: true });
    expect(await record('failed_to_attend')).toMatchObject({ changed: true });
    expect(await row()).toMatchObject({ status: 'failed_to_attend', late: false });
    await undo();
    expect(await row()).toMatchObject({ status: 'attended', late: true });
    const events = await deps.db.read((q) => listAppointmentEvents(q, id));
    const standing = events.filter(({ kind, undoneAt }) => kind === 'outcome_recorded' && undoneAt === null);
    expect(standing).toHaveLength(1);
    expect(await undo(standing[0]!.id)).toMatchObject({ ok: true, changed: true });
    expect(await row()).toMatchObject({ status: 'booked', late: false });
  });

  it.each<Outcome>(['attended', 'failed_to_attend', 'excused', 'rearranged', 'cancelled_by_office'])(
    'can be taken back: %s',
    async (outcome) => {
      const before = await row();
      await record(outcome);
      expect(await status()).toBe(outcome);
      expect(await undo()).toMatchObject({ ok: true, changed: true });
      expect(await row()).toEqual({ ...before, updatedAt: deps.clock.now() });
      expect((await calls()).filter((call) => call.doneAt === null)).toEqual([]);
    },
  );

  it('has whoever did not come called the same day, once, until it is taken back or corrected', async () => {
    await record('failed_to_attend');
    await record('failed_to_attend');
    expect(await calls()).toMatchObject([
      { reason: 'missed', doneAt: null, ownerId: diary.adviser.id, dueAt: Date.parse('2026-11-23T17:00:00Z') },
    ]);
    await undo();
    expect(await calls()).toMatchObject([{ doneAt: deps.clock.now(), outcome: 'not_needed' }]);
    await record('failed_to_attend');
    expect(await calls()).toMatchObject([{ reason: 'missed', doneAt: null }]);
    await record('excused');
    expect(await calls()).toMatchObject([{ outcome: 'not_needed' }]);
    await undo();
    expect(await calls()).toMatchObject([{ reason: 'missed', doneAt: null }]);
  });

  it('has nobody called about excused or called-off meetings, nor about what was long ago', async () => {
    await record('excused');
    await record('cancelled_by_office');
    expect(await missedStatuses()).toEqual([]);
    await undo();
    deps.clock.advance(8 * 24 * HOUR);
    await record('failed_to_attend');
    expect(await calls()).toEqual([]);
  });

  it('is asked of nobody again once somebody spoke to them', async () => {
    await record('failed_to_attend');
    const { callList } = database.db.tables;
    const spoke = { doneAt: deps.clock.now(), outcome: 'spoke' as const };
    await deps.db.write((q) => q.update(callList).set(spoke).where(eq(callList.appointmentId, id)));
    await undo();
    await record('failed_to_attend');
    expect(await calls()).toMatchObject([{ outcome: 'spoke' }]);
  });

  it('takes a reason afterwards, which goes with the outcome and comes back with it', async () => {
    expect(await giveReason('unwell')).toEqual({ ok: false, reason: 'changed_since' });
    await record('failed_to_attend');
    expect(await giveReason('unwell')).toEqual({ ok: true, changed: true });
    expect(await giveReason('unwell')).toEqual({ ok: true, changed: false });
    await record('excused');
    expect((await row()).missedReason).toBe('unwell');
    await record('attended');
    expect((await row()).missedReason).toBeNull();
    await undo();
    expect(await row()).toMatchObject({ status: 'excused', missedReason: 'unwell' });
    expect(await giveReason(null)).toEqual({ ok: true, changed: true });
    expect((await row()).missedReason).toBeNull();
    const elsewhere = staff((await anOffice(deps)).id);
    expect(await giveReason('work', elsewhere)).toEqual({ ok: false, reason: 'not_found' });
  });

  it('is one of the two when two colleagues record at once, and the other corrects it', async () => {
    const both = await Promise.all([record('attended'), record('failed_to_attend')]);
    expect(both.every((one) => one.ok && one.changed)).toBe(true);
    expect((await history()).filter((kind) => kind === 'outcome_recorded')).toHaveLength(2);
    const last = await status();
    expect((await calls()).filter((call) => call.doneAt === null)).toHaveLength(last === 'attended' ? 0 : 1);
    await undo();
    expect(await status()).toBe(last === 'attended' ? 'failed_to_attend' : 'attended');
  });

  it('waits until a quarter of an hour before the start', async () => {
    deps.clock.set(START + HOUR - 15 * MINUTE - 1);
    expect(await record('attended')).toEqual({ ok: false, reason: 'not_yet' });
    deps.clock.advance(1);
    expect(await record('attended')).toMatchObject({ ok: true });
  });

  it('is nothing to undo before anything was recorded', async () => {
    expect(await undo()).toEqual({ ok: false, reason: 'nothing_to_undo' });
  });
});

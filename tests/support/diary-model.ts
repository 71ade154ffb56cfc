import { expect } from 'vitest';
import type { Outcome } from '~/domain/appointment/appointment';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import type { DiaryExceptionKind } from '~/domain/office/diary';
import { bookAppointment } from '~/services/book-appointment.server';
import { endException, reopenException, saveException } from '~/services/manage-diary-exceptions.server';
import { saveDiaryHours } from '~/services/manage-diary-hours.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { recordOutcome } from '~/services/record-outcome.server';
import { saveAppointments } from '~/services/save-appointments.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { undoOutcome } from '~/services/undo-outcome.server';
import type { testDeps } from './deps';
import { aCustomer, aMemberOfStaff, anOffice, availableAllWeek } from './factories';

/** A Monday, 6:00 in London, where the clocks show UTC in November: the model need not know of zones. */
export const MODEL_START = Date.parse('2026-11-23T06:00:00Z');
const MIDNIGHT = MODEL_START - 6 * HOUR;
/** Nothing in the model begins or ends between these. */
const TICK = 5 * MINUTE;

interface Meeting {
  id: string;
  adviser: number;
  customer: number;
  startsAt: number;
  endsAt: number;
  buffer: number;
  status: string;
  /** What `undoOutcome` goes back to. */
  before: string | null;
  room: string | null;
}

/** What should be so, kept by simple means: hours tick by tick, and everything that was ever booked. */
export interface Model {
  hours: { weekday: number; from: number; to: number }[][];
  exceptions: {
    id: string;
    adviser: number;
    kind: DiaryExceptionKind;
    day: number;
    from: number | null;
    to: number | null;
    ended: boolean;
  }[];
  meetings: Meeting[];
  sessions: { adviser: number; startsAt: number; endsAt: number }[];
  overlap: number;
  /** The most that was ever allowed: what was booked then stays when less is. */
  mostOverlap: number;
}

/** The real thing: an office with two advisers, two rooms, a venue, and a kind that keeps ten minutes free. */
export type Real = Awaited<ReturnType<typeof aModelOffice>>;

export async function aModelOffice(deps: ReturnType<typeof testDeps>) {
  deps.clock.set(MODEL_START);
  const office = await anOffice(deps);
  const people = [await aMemberOfStaff(deps, office.id), await aMemberOfStaff(deps, office.id)];
  const manager = await aMemberOfStaff(deps, office.id, { role: 'manager' });
  const staff: SignedInStaff = { kind: 'staff', ...manager, role: 'manager' };
  const advisers = people.map(({ id }) => id);
  for (const id of advisers) await availableAllWeek(deps, id);
  const customers = [];
  for (let n = 0; n < 3; n += 1) {
    customers.push((await aCustomer(deps, { officeId: office.id, adviserId: advisers[0]! })).id);
  }
  const rooms = [deps.newId(), deps.newId()];
  const venue = deps.newId();
  await deps.db.write(async (q) => {
    const place = { officeId: office.id, seats: 2 };
    for (const id of rooms) await q.insert(q.tables.places).values({ ...place, id, kind: 'room', name: 'Room' });
    await q.insert(q.tables.places).values({ ...place, id: venue, kind: 'venue', name: 'The hall' });
    const kind = { officeId: office.id, minutes: 30 };
    await q.insert(q.tables.appointmentKinds).values([
      { ...kind, id: deps.newId(), ref: 'review', name: 'Review', bufferMinutes: 0 },
      { ...kind, id: deps.newId(), ref: 'talk', name: 'Talk', bufferMinutes: 10 },
    ]);
  });
  return { deps, office, advisers, customers, rooms, venue, staff };
}

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 9 * 60, to: 17 * 60 }));
export const emptyModel = (): Model => ({
  ...{ hours: [WEEK, WEEK], exceptions: [], meetings: [], sessions: [], overlap: 0, mostOverlap: 0 },
});

/** A quarter of an hour between 8:00 and 18:00 on one of five days. */
export const slotAt = (day: number, quarter: number) => MIDNIGHT + day * DAY + 8 * HOUR + quarter * 15 * MINUTE;
const wall = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const dateOf = (day: number) => new Date(MIDNIGHT + day * DAY).toISOString().slice(0, 10);
const takesTime = ({ status }: Meeting) => ['booked', 'attended', 'failed_to_attend'].includes(status);

/** True when an adviser sees people at that moment. */
function isOpen(model: Model, adviser: number, tick: number): boolean {
  const day = Math.floor((tick - MIDNIGHT) / DAY);
  const minute = (tick - MIDNIGHT - day * DAY) / MINUTE;
  const covers = ({ from, to }: { from: number | null; to: number | null }) =>
    from === null || to === null || (from <= minute && minute < to);
  const today = model.exceptions.filter((one) => one.adviser === adviser && one.day === day && !one.ended);
  const adds = today.filter(({ kind }) => kind === 'extra' || kind === 'outreach');
  const away = today.filter((one) => !adds.includes(one));
  const weekly = model.hours[adviser]!.some((one) => one.weekday === (day % 7) + 1 && covers(one));
  return (weekly || adds.some((one) => one.from !== null && covers(one))) && !away.some(covers);
}

/** How many ticks two times share, and whether one has no tick of its own. */
function clashing(a: { startsAt: number; endsAt: number }, b: typeof a, cap: number): boolean {
  const ticks = ({ startsAt, endsAt }: typeof a) =>
    Array.from({ length: (endsAt - startsAt) / TICK }, (_, n) => startsAt + n * TICK);
  const [mine, theirs] = [ticks(a), new Set(ticks(b))];
  const shared = mine.filter((tick) => theirs.has(tick)).length;
  return shared > 0 && (shared * TICK > cap * MINUTE || shared === mine.length || shared === theirs.size);
}

const kept = ({ startsAt, endsAt, buffer }: Pick<Meeting, 'startsAt' | 'endsAt' | 'buffer'>) => ({
  startsAt,
  endsAt: endsAt + buffer * MINUTE,
});

/** What the model says of a time that somebody wants. */
function judge(
  model: Model,
  wish: Pick<Meeting, 'adviser' | 'customer' | 'startsAt' | 'endsAt' | 'buffer' | 'room'>,
  cap: number,
  except?: Meeting,
) {
  const others = model.meetings.filter((one) => one !== except && takesTime(one));
  const own = others.filter(({ adviser }) => adviser === wish.adviser).map(kept);
  const groups = model.sessions.filter(({ adviser }) => adviser === wish.adviser);
  const taken = [...own, ...groups].some((other) => clashing(kept(wish), other, cap));
  const inRoom = others.filter(({ room, adviser }) => room === wish.room && adviser !== wish.adviser);
  const elsewhere = model.meetings.some(
    (one) => one !== except && one.status === 'booked' && one.customer === wish.customer && clashing(wish, one, 0),
  );
  const roomTaken = wish.room !== null && inRoom.some((other) => clashing(wish, other, 0));
  let open = true;
  for (let tick = wish.startsAt; tick < wish.endsAt; tick += TICK) open &&= isOpen(model, wish.adviser, tick);
  return { taken, roomTaken, elsewhere, open };
}

/** A time was given or refused: the model has to agree, and takes it over. */
function agree(
  model: Model,
  wish: Pick<Meeting, 'adviser' | 'customer' | 'startsAt' | 'endsAt' | 'buffer' | 'room'>,
  answer: { ok: boolean; reason?: string },
  context: { override: boolean; now: number; except?: Meeting; roomIfFree?: boolean },
): void {
  const { taken, roomTaken, elsewhere, open } = judge(model, wish, model.overlap, context.except);
  const seen = JSON.stringify({ ...wish, ...answer, taken, roomTaken, elsewhere, open });
  if (answer.ok) {
    expect(taken, `nobody else has the time: ${seen}`).toBe(false);
    expect(elsewhere, `the customer is nowhere else: ${seen}`).toBe(false);
    if (!context.roomIfFree) expect(roomTaken, `nobody else has the room: ${seen}`).toBe(false);
    if (!context.override) expect(open, `the adviser sees people then: ${seen}`).toBe(true);
    return;
  }
  if (answer.reason === 'taken') expect(taken, `somebody else has it: ${seen}`).toBe(true);
  if (answer.reason === 'customer_busy') expect(elsewhere, `the customer is elsewhere: ${seen}`).toBe(true);
  if (answer.reason === 'room_taken') expect(roomTaken, `somebody else has the room: ${seen}`).toBe(true);
  if (answer.reason === 'not_free') expect(context.override, `staff may: ${seen}`).toBe(false);
  if (answer.reason === 'past') expect(wish.startsAt <= context.now, `it is past: ${seen}`).toBe(true);
}

export type Act = (model: Model, real: Real) => Promise<void>;

export const acts = {
  hours:
    (adviser: number, days: { weekday: number; from: number; to: number }[]): Act =>
    async (model, { deps, advisers, staff }) => {
      const hours = days.map(({ weekday, from, to }) => ({ weekday, fromTime: wall(from), toTime: wall(to) }));
      await saveDiaryHours(deps)({ staff, adviserId: advisers[adviser]!, hours, confirmed: true, shown: null });
      model.hours[adviser] = days;
    },
  exception:
    (adviser: number, kind: DiaryExceptionKind, day: number, hours: { from: number; to: number } | null): Act =>
    async (model, { deps, advisers, staff, venue }) => {
      const times = { fromTime: hours && wall(hours.from), toTime: hours && wall(hours.to) };
      const on = { fromOn: dateOf(day), untilOn: dateOf(day), placeId: kind === 'outreach' ? venue : null };
      const id = deps.newId();
      const saved = { staff, id, isNew: true, exception: { kind, ...on, ...times }, note: '', confirmed: true };
      expect((await saveException(deps)({ ...saved, adviserId: advisers[adviser]! })).ok).toBe(true);
      const [from, to] = [hours?.from ?? null, hours?.to ?? null];
      model.exceptions.push({ id, adviser, kind, day, from, to, ended: false });
    },
  endOrReopen:
    (which: number): Act =>
    async (model, { deps, staff }) => {
      const one = model.exceptions[which % Math.max(1, model.exceptions.length)];
      if (!one) return;
      await (one.ended ? reopenException : endException)(deps)({ staff, id: one.id });
      one.ended = !one.ended;
    },
  book:
    (wish: {
      adviser: number;
      customer: number;
      startsAt: number;
      minutes: number;
      kind: 'review' | 'talk';
      room: number | null;
      override: boolean;
    }): Act =>
    // prettier-ignore
    async (model, { deps, office, advisers, customers, rooms, staff }) => {
      const { adviser, startsAt, minutes, kind, override } = wish;
      const room = wish.room === null ? null : rooms[wish.room]!;
      const answer = await bookAppointment(deps)({
        ...{ customerId: customers[wish.customer]!, adviserId: advisers[adviser]!, officeId: office.id },
        ...{ kind, mode: 'in_person', startsAt, durationMinutes: minutes, purpose: '', details: { placeId: room }, override }, // prettier-ignore
        actor: { kind: 'staff', id: staff.id },
      });
      const endsAt = startsAt + minutes * MINUTE;
      const meeting = { adviser, customer: wish.customer, startsAt, endsAt, buffer: kind === 'talk' ? 10 : 0, room };
      agree(model, meeting, answer, { override, now: deps.clock.now(), roomIfFree: true });
      if (!answer.ok) return;
      // On an outreach day it is at the venue, whatever room was asked for.
      const stored = (await rowsOf({ deps, office })).find(({ id }) => id === answer.appointmentId)!;
      const stays = stored.placeId === room;
      agree(model, { ...meeting, room: stays ? room : null }, answer, { override, now: deps.clock.now() });
      if (!stays) expect(stored).toMatchObject({ mode: 'outreach', venue: 'The hall' });
      model.meetings.push({
        ...meeting,
        room: stored.placeId,
        id: answer.appointmentId,
        status: 'booked',
        before: null,
      });
    },
  move:
    (which: number, startsAt: number, override: boolean): Act =>
    async (model, { deps, office, staff }) => {
      const meeting = model.meetings[which % Math.max(1, model.meetings.length)];
      if (!meeting) return;
      const actor = { kind: 'staff' as const, id: staff.id };
      const answer = await moveAppointment(deps)({ appointmentId: meeting.id, startsAt, override, actor });
      if (!answer.ok && ['not_standing', 'past'].includes(answer.reason)) return;
      const wish = { ...meeting, startsAt, endsAt: startsAt + meeting.endsAt - meeting.startsAt };
      const context = { override, now: deps.clock.now(), except: meeting, roomIfFree: true };
      if (!answer.ok || answer.changed) agree(model, wish, answer, context);
      if (!answer.ok || !answer.changed) return;
      const stored = (await rowsOf({ deps, office })).find(({ id }) => id === meeting.id)!;
      Object.assign(meeting, { startsAt, endsAt: wish.endsAt, room: stored.placeId });
      expect(judge(model, meeting, model.overlap, meeting).roomTaken, 'its room is its own').toBe(false);
    },
  cancel:
    (which: number): Act =>
    async (model, { deps, office }) => {
      const meeting = model.meetings[which % Math.max(1, model.meetings.length)];
      if (meeting?.status !== 'booked') return;
      const row = (await rowsOf({ deps, office })).find(({ id }) => id === meeting.id)!;
      const told = { ...row, status: 'cancelled_by_customer' as const };
      await deps.db.write((q) => saveAppointments(q, deps, [told], { kind: 'customer', id: row.customerId }));
      meeting.status = 'cancelled_by_customer';
    },
  outcome:
    (which: number, outcome: Outcome): Act =>
    async (model, { deps, office, staff }) => {
      const meeting = model.meetings[which % Math.max(1, model.meetings.length)];
      // An outcome that is corrected says what was, whoever's time it has become since; the rule is about what is to be.
      if (meeting?.status !== 'booked') return;
      const actor = { kind: 'staff' as const, id: staff.id };
      const place = { appointmentId: meeting.id, officeId: office.id, actor };
      const answer = await recordOutcome(deps)({ ...place, outcome });
      if (answer.ok) Object.assign(meeting, { before: meeting.status, status: outcome });
    },
  undo:
    (which: number): Act =>
    async (model, { deps, office, staff }) => {
      const meeting = model.meetings[which % Math.max(1, model.meetings.length)];
      if (!meeting?.before) return;
      const actor = { kind: 'staff' as const, id: staff.id };
      const answer = await undoOutcome(deps)({ appointmentId: meeting.id, officeId: office.id, actor });
      if (answer.ok && answer.changed) Object.assign(meeting, { status: meeting.before, before: null });
    },
  group:
    (adviser: number, startsAt: number): Act =>
    async (model, { deps, office, advisers }) => {
      const session = { adviser, startsAt, endsAt: startsAt + HOUR };
      if (judge(model, { ...session, customer: -1, buffer: 0, room: null }, 0).taken) return;
      const { endsAt } = session;
      const row = { id: deps.newId(), officeId: office.id, adviserId: advisers[adviser]!, kind: 'group', title: 'CVs' };
      await deps.db.write((q) =>
        q.insert(q.tables.groupSessions).values({ ...row, startsAt, endsAt, capacity: 8, createdAt: deps.clock.now() }),
      );
      model.sessions.push(session);
    },
  overlap:
    (minutes: number): Act =>
    async (model, { deps, office }) => {
      await deps.db.write((q) => q.update(q.tables.offices).set({ overlapMinutes: minutes }));
      expect(office.id).not.toBe('');
      Object.assign(model, { overlap: minutes, mostOverlap: Math.max(minutes, model.mostOverlap) });
    },
  wait:
    (hours: number): Act =>
    (_model, { deps }) => {
      deps.clock.advance(hours * HOUR);
      return Promise.resolve();
    },
};

const rowsOf = ({ deps, office }: Pick<Real, 'deps' | 'office'>) =>
  deps.db.read(async (q) => {
    const rows = await q.select().from(q.tables.appointments);
    return rows.filter((row) => row.officeId === office.id);
  });

/** Nothing is lost, and no two that are still to be stand in each other's time or room. */
export async function expectSound(model: Model, real: Real): Promise<void> {
  const rows = new Map((await rowsOf(real)).map((row) => [row.id, row]));
  expect(rows.size, 'nothing is lost, and nothing comes from nowhere').toBe(model.meetings.length);
  for (const meeting of model.meetings) {
    const { startsAt, endsAt, status, room } = meeting;
    expect(rows.get(meeting.id)).toMatchObject({ startsAt, endsAt, status, placeId: room });
  }
  const booked = model.meetings.filter(({ status }) => status === 'booked');
  for (const [n, one] of booked.entries()) {
    for (const other of booked.slice(n + 1)) {
      if (one.customer === other.customer) expect(clashing(one, other, 0), 'one place for one customer').toBe(false);
      if (one.adviser === other.adviser) {
        expect(clashing(kept(one), kept(other), model.mostOverlap), 'one time for one meeting').toBe(false);
      } else if (one.room !== null && one.room === other.room && real.rooms.includes(one.room)) {
        expect(clashing(one, other, 0), 'one room for one adviser').toBe(false);
      }
    }
  }
}

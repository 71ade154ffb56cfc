import {
  findLatestEvent,
  insertAppointmentEvents,
  updateAppointments,
  type AppointmentRow,
} from '@db/queries/appointments.server';
import { loadDiary, lockAdviser, lockCustomerTies } from '@db/queries/availability.server';
import { findSeriesCustomer, isCustomerBusy, listSeriesAppointments, lockSeries } from '@db/queries/booking.server';
import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import { dayStateOf, type DayState } from '~/domain/appointment/day-state';
import { whyNotFree } from '~/domain/appointment/why-not-free';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { MINUTE } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import type { Queryable } from '@db/client.server';
import { appendAudit, recordRead } from './audit.server';
import { factsIn, historyEvent, UNANSWERED } from './appointment-history.server';
import { callOff } from './call-off.server';
import type { Deps } from './deps';
import { noteDiaryChanges } from './note-freed-times.server';
import { planReminders } from './plan-reminders.server';
import type { SignedInStaff } from './sessions.server';

interface OneSeries {
  staff: SignedInStaff;
  customerId: string;
  seriesId: string;
}

export interface SeriesView {
  now: number;
  zone: string;
  customer: PersonName;
  appointments: {
    id: string;
    startsAt: number;
    endsAt: number;
    purpose: string;
    adviser: PersonName;
    state: DayState;
  }[];
  /** How many of them stand and are still to come. */
  left: number;
}

/** The appointments of a series, earliest first. On record as read. Null: there is none, or it is another office's. */
export const viewSeries =
  (deps: Deps) =>
  async ({ staff, customerId, seriesId }: OneSeries): Promise<SeriesView | null> => {
    const now = deps.clock.now();
    const { officeId } = staff;
    const found = await deps.db.read(async (q) => ({
      person: await findOfficeCustomer(q, { id: customerId, officeId }),
      rows: await listSeriesAppointments(q, { seriesId, customerId, officeId }),
    }));
    if (!found.person || found.rows.length === 0) return null;
    const read = { reader: staff, action: 'customer.read', subjectKind: 'customer', detail: 'series' } as const;
    await recordRead(deps)({ ...read, subjectId: customerId });
    const { id, firstName, lastName } = found.person.customer;
    return {
      ...{ now, zone: found.person.office.timeZone, customer: { id, firstName, lastName } },
      appointments: found.rows.map(({ appointment: one, adviser }) => ({
        ...{ id: one.id, startsAt: one.startsAt, endsAt: one.endsAt, purpose: one.purpose, adviser },
        state: dayStateOf(one, now),
      })),
      left: found.rows.filter(({ appointment }) => appointment.status === 'booked' && appointment.startsAt > now)
        .length,
    };
  };

export type ChangeSeriesResult =
  { ok: true; customerId: string; changed: number; left: number } | { ok: false; reason: 'not_found' };

/**
 * Calls off what is still to come of a series; what was, stays. The customer is told of each, as of every cancellation.
 * Twice is once. On record.
 */
export const cancelSeries =
  (deps: Deps) =>
  async (input: Omit<OneSeries, 'customerId'> & { requestId: string | null }): Promise<ChangeSeriesResult> =>
    deps.db.write(async (q) => {
      const { staff, requestId } = input;
      const rows = await lockSeries(q, { seriesId: input.seriesId, officeId: staff.officeId });
      const customerId = rows[0]?.customerId;
      if (customerId === undefined) return { ok: false, reason: 'not_found' };
      const now = deps.clock.now();
      const coming = rows.filter(({ status, startsAt }) => status === 'booked' && startsAt > now);
      const actor = { kind: 'staff' as const, id: staff.id };
      await callOff(q, deps, coming, { status: 'cancelled_by_office', untold: 'none', actor, requestId });
      for (const { id } of coming) await note(q, deps, staff, 'appointment.cancelled', id);
      return { ok: true, customerId, changed: coming.length, left: 0 };
    });

/**
 * Takes that back for what can still be had: what is past stays off, and so does a time that somebody else has by now.
 * @returns how many stand again, and how many do not.
 */
export const restoreSeries =
  (deps: Deps) =>
  async (input: Omit<OneSeries, 'customerId'> & { requestId: string | null }): Promise<ChangeSeriesResult> =>
    deps.db.write(async (q) => {
      const { staff, requestId } = input;
      const now = deps.clock.now();
      const series = { seriesId: input.seriesId, officeId: staff.officeId };
      // Whose it is never changes; they are locked first, so that nobody books them elsewhere meanwhile.
      const customerId = await findSeriesCustomer(q, series);
      if (customerId === null) return { ok: false, reason: 'not_found' };
      await lockCustomerTies(q, customerId);
      const rows = await lockSeries(q, series);
      const actor = { kind: 'staff' as const, id: staff.id };
      let changed = 0;
      let left = 0;
      for (const row of await calledOffLast(q, rows)) {
        const { id, adviserId, startsAt } = row;
        const works = await lockAdviser(q, adviserId);
        const endsAt = row.endsAt + row.bufferMinutes * MINUTE;
        const diary = await loadDiary(q, { adviserId, from: startsAt, to: endsAt, exceptId: id });
        const busy = await isCustomerBusy(q, { customerId, from: startsAt, to: row.endsAt, exceptId: id });
        if (!works || busy || whyNotFree({ startsAt, endsAt }, diary, { zone: 'UTC', override: true }, now)) {
          left += 1;
          continue;
        }
        const after = { ...row, ...UNANSWERED, status: 'booked' as const, version: row.version + 1, updatedAt: now };
        await updateAppointments(q, [after]);
        await insertAppointmentEvents(q, [historyEvent(deps, id, 'changed', actor, factsIn(row), factsIn(after))]);
        await planReminders(q, deps, [after], now, requestId);
        await noteDiaryChanges(q, deps, [{ before: row, after }]);
        await note(q, deps, staff, 'appointment.restored', id);
        changed += 1;
      }
      return { ok: true, customerId, changed, left };
    });

/** Those that were called off together, the last time that any were; what was called off by itself before is not meant. */
async function calledOffLast(q: Queryable, rows: readonly AppointmentRow[]): Promise<AppointmentRow[]> {
  const off: { row: AppointmentRow; at: number }[] = [];
  for (const row of rows.filter(({ status }) => status === 'cancelled_by_office')) {
    const event = await findLatestEvent(q, { appointmentId: row.id, kind: 'cancelled' });
    if (event?.after?.version === row.version) off.push({ row, at: event.at });
  }
  const last = Math.max(...off.map(({ at }) => at));
  return off.filter(({ at }) => at === last).map(({ row }) => row);
}

async function note(q: Queryable, deps: Deps, staff: SignedInStaff, action: AuditAction, appointmentId: string) {
  const actor = { kind: 'staff' as const, id: staff.id };
  const fact = { chain: officeChain(staff.officeId), actor, action, subjectKind: 'appointment' };
  await appendAudit(q, deps, { ...fact, subjectId: appointmentId });
}

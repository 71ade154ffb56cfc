import type { Queryable } from '@db/client.server';
import type { Tables } from '@db/schema/tables';
import { DAY, MINUTE } from '~/domain/clock';
import type { Deps } from '~/services/deps';
import type { RowsBy } from './rows-by';

/** What there is to book in, besides an appointment. */
export interface BookingRecord {
  /** An instant (ms) at which nobody has anything. */
  freeStart: number;
  /** Of the owner's office, with a diary. */
  adviserId: string;
  /** The series that their appointment is one of, and a group session of their office. */
  seriesId: string;
  groupSessionId: string;
}

let starts = 0;

/** Ids that nobody has, for an appointment's series and a session. */
export function newBookingRecord(deps: Deps, adviserId: string): BookingRecord {
  const freeStart = Date.parse('2027-06-01T10:00:00Z') + (starts += 1) * DAY;
  return { freeStart, adviserId, seriesId: deps.newId(), groupSessionId: deps.newId() };
}

export async function insertSessionOf(q: Queryable, record: BookingRecord, officeId: string, now: number) {
  const { groupSessionId: id, adviserId } = record;
  const time = { startsAt: now + 3 * DAY, endsAt: now + 3 * DAY + MINUTE, createdAt: now };
  const session = { id, officeId, adviserId, kind: 'group', title: 'Marked words together', capacity: 5, ...time };
  await q.insert(q.tables.groupSessions).values(session);
}

/** The one kind of appointment that the office books. */
export async function insertKindOf(deps: Deps, officeId: string) {
  const kind = { id: deps.newId(), officeId, ref: 'review', name: 'Review', minutes: 30 };
  await deps.db.write((q) => q.insert(q.tables.appointmentKinds).values(kind));
}

/** All that booking could change about the record. */
export async function bookingState(
  by: RowsBy,
  { appointments: a, groupSessions: g }: Tables,
  record: BookingRecord & { customerId: string },
): Promise<unknown[]> {
  return [
    await by(a, a.customerId, record.customerId),
    await by(a, a.seriesId, record.seriesId),
    await by(g, g.id, record.groupSessionId),
  ];
}

import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

/** Diaries of some advisers of an office, between two instants (ms). */
export interface DiaryRange {
  officeId: string;
  adviserIds: string[];
  from: number;
  to: number;
}

/** Appointments that take time, by themselves or in a group, in time order, with whom they are. */
export async function listDiaryMeetings(q: Queryable, range: DiaryRange) {
  const { appointments, customers } = q.tables;
  if (range.adviserIds.length === 0) return [];
  return await q
    .select({
      appointment: appointments,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
    })
    .from(appointments)
    .innerJoin(customers, eq(customers.id, appointments.customerId))
    .where(
      and(
        eq(appointments.officeId, range.officeId),
        inArray(appointments.adviserId, range.adviserIds),
        inArray(appointments.status, ['booked', 'attended', 'failed_to_attend']),
        isNull(appointments.groupId),
        lt(appointments.startsAt, range.to),
        gt(appointments.endsAt, range.from),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id));
}

/** Sessions for groups that are to be, in time order, and how many have a place. */
export async function listDiarySessions(q: Queryable, range: DiaryRange) {
  const { appointments, groupSessions, places } = q.tables;
  if (range.adviserIds.length === 0) return [];
  return await q
    .select({
      session: groupSessions,
      place: places.name,
      taken: q.$count(
        appointments,
        and(
          eq(appointments.groupId, groupSessions.id),
          inArray(appointments.status, ['booked', 'attended', 'failed_to_attend']),
        ),
      ),
    })
    .from(groupSessions)
    .leftJoin(places, eq(places.id, groupSessions.placeId))
    .where(
      and(
        eq(groupSessions.officeId, range.officeId),
        inArray(groupSessions.adviserId, range.adviserIds),
        isNull(groupSessions.cancelledAt),
        lt(groupSessions.startsAt, range.to),
        gt(groupSessions.endsAt, range.from),
      ),
    )
    .orderBy(asc(groupSessions.startsAt), asc(groupSessions.id));
}

/** Exceptions that stand on some of the days, dates included, in the order in which they were made. */
export async function listDiaryExceptions(
  q: Queryable,
  range: { adviserIds: string[]; fromOn: string; untilOn: string },
) {
  const { diaryExceptions, places } = q.tables;
  if (range.adviserIds.length === 0) return [];
  return await q
    .select({ exception: diaryExceptions, place: places.name })
    .from(diaryExceptions)
    .leftJoin(places, eq(places.id, diaryExceptions.placeId))
    .where(
      and(
        inArray(diaryExceptions.adviserId, range.adviserIds),
        isNull(diaryExceptions.endedAt),
        gte(diaryExceptions.untilOn, range.fromOn),
        lte(diaryExceptions.fromOn, range.untilOn),
      ),
    )
    .orderBy(asc(diaryExceptions.createdAt), asc(diaryExceptions.id));
}

/** The weekly hours of some advisers. */
export async function listHoursOf(q: Queryable, adviserIds: string[]) {
  const { availability } = q.tables;
  if (adviserIds.length === 0) return [];
  const { adviserId, weekday, fromTime, toTime } = availability;
  return await q
    .select({ adviserId, weekday, fromTime, toTime })
    .from(availability)
    .where(inArray(adviserId, adviserIds))
    .orderBy(asc(weekday), asc(fromTime));
}

/** Puts an adviser's weekly hours in the place of those there were; the caller has locked the adviser. */
export async function replaceHours(
  q: Queryable,
  adviserId: string,
  rows: InferInsertModel<Tables['availability']>[],
): Promise<void> {
  const { availability } = q.tables;
  await q.delete(availability).where(eq(availability.adviserId, adviserId));
  if (rows.length > 0) await q.insert(availability).values(rows);
}

/** What an office calls its kinds of appointment, in its own order. */
export async function listKindNames(q: Queryable, officeId: string) {
  const { appointmentKinds: kinds } = q.tables;
  return await q
    .select({ ref: kinds.ref, name: kinds.name, nameInWelsh: kinds.nameInWelsh })
    .from(kinds)
    .where(eq(kinds.officeId, officeId))
    .orderBy(asc(kinds.position), asc(kinds.id));
}

/** One exception in the diary of somebody of the office, ended or not, or null: not there and not theirs look the same. */
export async function findOfficeException(q: Queryable, params: { id: string; officeId: string }) {
  const { diaryExceptions, places, staff } = q.tables;
  const [row] = await q
    .select({
      exception: diaryExceptions,
      place: places.name,
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(diaryExceptions)
    .innerJoin(staff, eq(staff.id, diaryExceptions.adviserId))
    .leftJoin(places, eq(places.id, diaryExceptions.placeId))
    .where(and(eq(diaryExceptions.id, params.id), eq(staff.officeId, params.officeId)));
  return row ?? null;
}

/** @returns false when its identifier is taken: nothing is written. */
export async function insertException(
  q: Queryable,
  row: InferInsertModel<Tables['diaryExceptions']>,
): Promise<boolean> {
  const { diaryExceptions } = q.tables;
  const inserted = await q
    .insert(diaryExceptions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: diaryExceptions.id });
  return inserted.length > 0;
}

export async function updateException(
  q: Queryable,
  id: string,
  change: Partial<InferInsertModel<Tables['diaryExceptions']>>,
): Promise<void> {
  const { diaryExceptions } = q.tables;
  await q.update(diaryExceptions).set(change).where(eq(diaryExceptions.id, id));
}

/** The newest entry of an office's audit trail about a subject, of one kind of action. */
export async function findLatestEntry(
  q: Queryable,
  params: { chain: string; action: string; subjectId: string },
): Promise<{ id: string; detail: string } | null> {
  const { auditEntries: entry } = q.tables;
  const [row] = await q
    .select({ id: entry.id, detail: entry.detail })
    .from(entry)
    .where(and(eq(entry.chain, params.chain), eq(entry.action, params.action), eq(entry.subjectId, params.subjectId)))
    .orderBy(desc(entry.seq))
    .limit(1);
  return row ?? null;
}

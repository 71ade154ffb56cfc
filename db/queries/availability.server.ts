import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, ne, sql } from 'drizzle-orm';
import type { Diary } from '~/domain/appointment/why-not-free';
import { DAY, MINUTE } from '~/domain/clock';
import { ADVISING_ROLES } from '~/domain/office/office-form';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';
import { listDivisionHolidays } from './bank-holidays.server';

/**
 * An adviser's row, locked: whoever changes a diary goes through here, one at a time. Null for somebody who has left or has a
 * role without a diary, also since while one waited for the lock: nothing is booked with them any more.
 */
export async function lockAdviser(q: Queryable, id: string): Promise<{ id: string; officeId: string } | null> {
  const { staff } = q.tables;
  const advising = () =>
    forChange(
      q,
      q
        .select({ id: staff.id, officeId: staff.officeId })
        .from(staff)
        .where(
          and(eq(staff.id, sql.placeholder('id')), eq(staff.active, true), inArray(staff.role, [...ADVISING_ROLES])),
        ),
    );
  const [row] = await runPrepared(q, 'adviser, locked', advising, { id });
  return row ?? null;
}

/**
 * An adviser's hours, and what takes up time between two instants (ms), with the time that is kept free after it. Cancelled,
 * excused and rearranged appointments take none; one whose customer cannot come still does, until they pick another. A group
 * session takes its time once, however many come.
 */
export async function loadDiary(
  q: Queryable,
  params: { adviserId: string; from: number; to: number; exceptId: string | null },
): Promise<Diary> {
  const { availability, appointments, groupSessions } = q.tables;
  const { adviserId, from, to } = params;
  const week = () =>
    q
      .select({ weekday: availability.weekday, fromTime: availability.fromTime, toTime: availability.toTime })
      .from(availability)
      .where(eq(availability.adviserId, sql.placeholder('adviserId')));
  const taken = () =>
    q
      .select({ startsAt: appointments.startsAt, endsAt: appointments.endsAt, buffer: appointments.bufferMinutes })
      .from(appointments)
      .where(
        and(
          eq(appointments.adviserId, sql.placeholder('adviserId')),
          inArray(appointments.status, ['booked', 'attended', 'failed_to_attend']),
          isNull(appointments.groupId),
          lt(appointments.startsAt, sql.placeholder('to')),
          gt(appointments.startsAt, sql.placeholder('dayBefore')),
          gt(appointments.endsAt, sql.placeholder('from')),
          ne(appointments.id, sql.placeholder('exceptId')),
        ),
      );
  const groups = () =>
    q
      .select({ startsAt: groupSessions.startsAt, endsAt: groupSessions.endsAt })
      .from(groupSessions)
      .where(
        and(
          eq(groupSessions.adviserId, sql.placeholder('adviserId')),
          isNull(groupSessions.cancelledAt),
          lt(groupSessions.startsAt, sql.placeholder('to')),
          gt(groupSessions.endsAt, sql.placeholder('from')),
        ),
      );
  const hours = await runPrepared(q, 'hours of the week', week, { adviserId });
  const meetings = await runPrepared(q, 'meetings in a diary', taken, {
    ...{ adviserId, to, exceptId: params.exceptId ?? '' },
    // The longest buffer there is: what ended before still keeps its time free after it.
    from: from - LONGEST_BUFFER,
    // No meeting lasts a day: without this the whole past of the diary would be read.
    dayBefore: from - DAY - LONGEST_BUFFER,
  });
  const sessions = await runPrepared(q, 'sessions in a diary', groups, { adviserId, from, to });
  const { holidays, overlapMinutes } = await loadOfficeRules(q, params.adviserId);
  return {
    ...{ availability: hours, exceptions: await listExceptions(q, params), holidays, overlapMinutes },
    busy: [
      ...meetings.map(({ startsAt, endsAt, buffer }) => ({ startsAt, endsAt: endsAt + buffer * MINUTE })),
      ...sessions,
    ],
  };
}

/** The longest time that a kind of appointment may keep free after it (ms). */
const LONGEST_BUFFER = 60 * MINUTE;

/** Exceptions that may touch a time: by date, a day to spare for the time zone. */
async function listExceptions(q: Queryable, params: { adviserId: string; from: number; to: number }) {
  const { diaryExceptions } = q.tables;
  const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  const touching = () =>
    q
      .select({
        kind: diaryExceptions.kind,
        fromOn: diaryExceptions.fromOn,
        untilOn: diaryExceptions.untilOn,
        fromTime: diaryExceptions.fromTime,
        toTime: diaryExceptions.toTime,
        placeId: diaryExceptions.placeId,
      })
      .from(diaryExceptions)
      .where(
        and(
          eq(diaryExceptions.adviserId, sql.placeholder('adviserId')),
          isNull(diaryExceptions.endedAt),
          gte(diaryExceptions.untilOn, sql.placeholder('fromOn')),
          lte(diaryExceptions.fromOn, sql.placeholder('untilOn')),
        ),
      )
      .orderBy(asc(diaryExceptions.createdAt), asc(diaryExceptions.id));
  return runPrepared(q, 'exceptions in a diary', touching, {
    ...{ adviserId: params.adviserId, fromOn: dateOf(params.from - DAY), untilOn: dateOf(params.to + DAY) },
  });
}

async function loadOfficeRules(q: Queryable, adviserId: string) {
  const { staff, offices } = q.tables;
  const rules = () =>
    q
      .select({ division: offices.division, overlapMinutes: offices.overlapMinutes })
      .from(staff)
      .innerJoin(offices, eq(offices.id, staff.officeId))
      .where(eq(staff.id, sql.placeholder('adviserId')));
  const [office] = await runPrepared(q, 'office rules of an adviser', rules, { adviserId });
  if (!office) throw new Error('no such adviser');
  return { holidays: await listDivisionHolidays(q, office.division), overlapMinutes: office.overlapMinutes };
}

/** The time zone of an office. @throws when there is no such office. */
export async function getTimeZone(q: Queryable, officeId: string): Promise<string> {
  const { offices } = q.tables;
  const zone = () =>
    q
      .select({ timeZone: offices.timeZone })
      .from(offices)
      .where(eq(offices.id, sql.placeholder('officeId')));
  const [office] = await runPrepared(q, 'time zone of an office', zone, { officeId });
  if (!office) throw new Error('no such office');
  return office.timeZone;
}

/** A customer's office and named adviser, locked, so that one request at a time is made for them. */
export async function lockCustomerTies(
  q: Queryable,
  customerId: string,
): Promise<{ officeId: string; adviserId: string | null } | null> {
  const { customers } = q.tables;
  const ties = () =>
    forChange(
      q,
      q
        .select({ officeId: customers.officeId, adviserId: customers.adviserId })
        .from(customers)
        .where(eq(customers.id, sql.placeholder('customerId'))),
    );
  const [row] = await runPrepared(q, 'ties of a customer, locked', ties, { customerId });
  return row ?? null;
}

import { and, asc, eq, gt, gte, inArray, isNull, lt, lte } from 'drizzle-orm';
import type { Diary } from '~/domain/appointment/why-not-free';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { groupBy } from '~/domain/group-by';
import type { Queryable } from '../client.server';
import { listDivisionHolidays } from './bank-holidays.server';
import { listAdvisers } from './office-day.server';

/** A colleague with a diary. */
export interface DiaryOwner {
  id: string;
  firstName: string;
  lastName: string;
}

/**
 * What `loadDiary` says of one adviser, of everybody in an office at once: as many queries for thirty advisers as for one.
 * By the adviser's last name; somebody who has no weekly hours has a diary too, with nothing open in it.
 */
export async function loadOfficeDiaries(
  q: Queryable,
  params: { officeId: string; from: number; to: number },
): Promise<{ adviser: DiaryOwner; diary: Diary }[]> {
  const { officeId } = params;
  const advisers = await listAdvisers(q, officeId);
  const hours = groupBy(await listHours(q, officeId), ({ adviserId }) => adviserId);
  const exceptions = groupBy(await listExceptions(q, params), ({ adviserId }) => adviserId);
  const busy = groupBy(await listBusy(q, params), ({ adviserId }) => adviserId);
  const { division, overlapMinutes } = await getRules(q, officeId);
  const holidays = await listDivisionHolidays(q, division);
  return advisers.map((adviser) => ({
    adviser,
    diary: {
      ...{ holidays, overlapMinutes },
      availability: hours.get(adviser.id) ?? [],
      exceptions: exceptions.get(adviser.id) ?? [],
      busy: busy.get(adviser.id) ?? [],
    },
  }));
}

/** The longest time that a kind of appointment may keep free after it. */
const LONGEST_BUFFER = HOUR;

async function listHours(q: Queryable, officeId: string) {
  const { availability, staff } = q.tables;
  return await q
    .select({
      adviserId: availability.adviserId,
      weekday: availability.weekday,
      fromTime: availability.fromTime,
      toTime: availability.toTime,
    })
    .from(availability)
    .innerJoin(staff, eq(staff.id, availability.adviserId))
    .where(eq(staff.officeId, officeId));
}

async function listExceptions(q: Queryable, { officeId, from, to }: { officeId: string; from: number; to: number }) {
  const { diaryExceptions: e, staff } = q.tables;
  // By date, a day to spare for the time zone.
  const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return await q
    .select({
      ...{ adviserId: e.adviserId, kind: e.kind, fromOn: e.fromOn, untilOn: e.untilOn },
      ...{ fromTime: e.fromTime, toTime: e.toTime, placeId: e.placeId },
    })
    .from(e)
    .innerJoin(staff, eq(staff.id, e.adviserId))
    .where(
      and(
        eq(staff.officeId, officeId),
        isNull(e.endedAt),
        gte(e.untilOn, dateOf(from - DAY)),
        lte(e.fromOn, dateOf(to + DAY)),
      ),
    )
    .orderBy(asc(e.createdAt), asc(e.id));
}

async function listBusy(q: Queryable, { officeId, from, to }: { officeId: string; from: number; to: number }) {
  const { appointments: a, groupSessions: g, staff } = q.tables;
  const meetings = await q
    .select({ adviserId: a.adviserId, startsAt: a.startsAt, endsAt: a.endsAt, buffer: a.bufferMinutes })
    .from(a)
    .innerJoin(staff, eq(staff.id, a.adviserId))
    .where(
      and(
        eq(staff.officeId, officeId),
        inArray(a.status, ['booked', 'attended', 'failed_to_attend']),
        isNull(a.groupId),
        lt(a.startsAt, to),
        gt(a.endsAt, from - LONGEST_BUFFER),
      ),
    );
  const sessions = await q
    .select({ adviserId: g.adviserId, startsAt: g.startsAt, endsAt: g.endsAt })
    .from(g)
    .innerJoin(staff, eq(staff.id, g.adviserId))
    .where(and(eq(staff.officeId, officeId), isNull(g.cancelledAt), lt(g.startsAt, to), gt(g.endsAt, from)));
  return [...meetings.map(({ buffer, ...one }) => ({ ...one, endsAt: one.endsAt + buffer * MINUTE })), ...sessions];
}

async function getRules(q: Queryable, officeId: string) {
  const { offices } = q.tables;
  const [office] = await q
    .select({ division: offices.division, overlapMinutes: offices.overlapMinutes })
    .from(offices)
    .where(eq(offices.id, officeId));
  if (!office) throw new Error('no such office');
  return office;
}

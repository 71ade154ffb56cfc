import type { Queryable } from '@db/client.server';
import {
  listDiaryExceptions,
  listDiaryMeetings,
  listDiarySessions,
  listHoursOf,
  listKindNames,
} from '@db/queries/diary.server';
import { listHolidayTitles } from '@db/queries/bank-holidays.server';
import type { AppointmentMode } from '~/domain/appointment/appointment';
import type { DiaryTime } from '~/domain/appointment/clashes';
import { dayStateOf, type DayState } from '~/domain/appointment/day-state';
import { openStretches, type DiaryHours, type OpenStretch } from '~/domain/appointment/open-stretches';
import { MINUTE } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import type { Division } from '~/domain/time/division';
import { dayBounds } from '~/domain/time/wall-clock';

/** What an office calls a kind of appointment. */
export interface KindName {
  ref: string;
  name: string;
  nameInWelsh: string;
}

/** An appointment in a diary. */
export interface DiaryMeeting extends DiaryTime {
  id: string;
  customer: PersonName;
  kind: string;
  mode: AppointmentMode;
  state: DayState;
  /** Kept free after it (minutes). */
  bufferMinutes: number;
  placeId: string | null;
}

/** A session for a group in a diary. */
export interface DiarySession extends DiaryTime {
  id: string;
  title: string;
  titleInWelsh: string;
  place: string | null;
  taken: number;
  capacity: number;
}

export type ExceptionRow = Awaited<ReturnType<typeof listDiaryExceptions>>[number];

/** What is in the diary of one adviser, some days long. */
export interface DiaryOf {
  adviser: PersonName;
  hours: DiaryHours & { holidays: ReadonlySet<string> };
  exceptions: readonly ExceptionRow[];
  meetings: readonly DiaryMeeting[];
  sessions: readonly DiarySession[];
}

export interface ListedDiaries {
  diaries: DiaryOf[];
  kinds: KindName[];
  holidayTitles: ReadonlyMap<string, string>;
}

/** The diaries of some advisers of an office from one date to another, both included, in a fixed number of queries. */
export async function listDiaries(
  q: Queryable,
  params: {
    office: { id: string; zone: string; division: Division };
    advisers: readonly PersonName[];
    fromOn: string;
    untilOn: string;
    now: number;
  },
): Promise<ListedDiaries> {
  const { office, advisers, fromOn, untilOn, now } = params;
  const adviserIds = advisers.map(({ id }) => id);
  const [from, to] = [dayBounds(fromOn, office.zone).from, dayBounds(untilOn, office.zone).to];
  const range = { officeId: office.id, adviserIds, from, to };
  const meetingsOf = groupBy(await listDiaryMeetings(q, range), ({ appointment }) => appointment.adviserId);
  const sessionsOf = groupBy(await listDiarySessions(q, range), ({ session }) => session.adviserId);
  const exceptions = await listDiaryExceptions(q, { adviserIds, fromOn, untilOn });
  const exceptionsOf = groupBy(exceptions, ({ exception }) => exception.adviserId);
  const hoursOf = groupBy(await listHoursOf(q, adviserIds), ({ adviserId }) => adviserId);
  const holidayTitles = await listHolidayTitles(q, office.division);
  const holidays = new Set(holidayTitles.keys());
  return {
    kinds: await listKindNames(q, office.id),
    holidayTitles,
    diaries: advisers.map((adviser) => {
      const own = exceptionsOf.get(adviser.id) ?? [];
      return {
        adviser,
        hours: {
          availability: hoursOf.get(adviser.id) ?? [],
          exceptions: own.map(({ exception }) => exception),
          holidays,
        },
        exceptions: own,
        meetings: (meetingsOf.get(adviser.id) ?? []).map(({ appointment, customer }) => {
          const { id, startsAt, endsAt, kind, mode, bufferMinutes, placeId } = appointment;
          const facts = { id, startsAt, endsAt, kind, mode, bufferMinutes, placeId };
          return { ...facts, customer, state: dayStateOf(appointment, now) };
        }),
        sessions: (sessionsOf.get(adviser.id) ?? []).map(({ session, place, taken }) => {
          const { id, startsAt, endsAt, title, titleInWelsh, capacity } = session;
          return { id, startsAt, endsAt, title, titleInWelsh, capacity, place, taken };
        }),
      };
    }),
  };
}

/** When an adviser sees people on a date. */
export function openOn(diary: DiaryOf, date: string, zone: string): OpenStretch[] {
  return openStretches(diary.hours, date, zone);
}

/** What takes up time in a diary, with the time that is kept free after it. */
export function busyTimes(diary: DiaryOf): DiaryTime[] {
  return [
    ...diary.meetings.map(({ startsAt, endsAt, bufferMinutes }) => ({
      startsAt,
      endsAt: endsAt + bufferMinutes * MINUTE,
    })),
    ...diary.sessions,
  ];
}

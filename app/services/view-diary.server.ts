import { chosenWeek, freeGaps, overlap } from '~/domain/office/diary-week';
import type { DiaryExceptionKind } from '~/domain/office/diary';
import type { OpenStretch } from '~/domain/appointment/open-stretches';
import type { PersonName } from '~/domain/contact/person-name';
import { addDays, dayBounds, weekdayOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { loadDiaryOffice, mayChangeDiary } from './diary-access.server';
import {
  busyTimes,
  listDiaries,
  openOn,
  type DiaryMeeting,
  type DiaryOf,
  type DiarySession,
  type KindName,
} from './list-diary.server';
import type { SignedInStaff } from './sessions.server';

/** A day or some hours that are not as in other weeks, as whoever looks may know it. */
export interface ShownException {
  id: string;
  /** `away` to colleagues where it is nobody else's business why. */
  kind: DiaryExceptionKind | 'away';
  fromOn: string;
  untilOn: string;
  fromTime: string | null;
  toTime: string | null;
  place: string | null;
  /** For the adviser and managers; empty for colleagues. */
  note: string;
}

/** One date in the diary of one adviser. */
export interface DiaryDay {
  date: string;
  exceptions: ShownException[];
  meetings: DiaryMeeting[];
  sessions: DiarySession[];
  free: OpenStretch[];
  /** The adviser sees nobody at all on that day, whatever the reason. */
  closed: boolean;
}

export interface DiaryWeek {
  office: { name: string; zone: string };
  now: number;
  today: string;
  /** "2026-W48", its Monday, and the weeks on either side. */
  week: string;
  monday: string;
  previous: string;
  next: string;
  weekFault: boolean;
  /** `all`, `me` or an adviser's id. */
  adviser: string;
  advisers: PersonName[];
  dates: { date: string; holiday: string | null }[];
  diaries: { adviser: PersonName; mayChange: boolean; days: DiaryDay[] }[];
  kinds: KindName[];
}

/**
 * A week of one adviser, or of the whole office: appointments, groups, who is away or elsewhere, bank holidays, and what is
 * free. Weekends are shown when something is in them. A fixed number of queries. On record as read.
 * @param input.adviser `me`, `all` or an adviser's id; an adviser sees their own, a manager everybody's, unless they ask otherwise.
 */
export const viewDiary =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    week: string | null;
    date: string | null;
    adviser: string | null;
  }): Promise<DiaryWeek> => {
    const { staff } = input;
    const view = await deps.db.read(async (q) => {
      const { office, division, now, today, advisers } = await loadDiaryOffice(q, deps, staff);
      const { monday, week, fault } = chosenWeek(input, today);
      const adviser = chosen(input.adviser, staff, advisers);
      const wanted = adviser === 'all' ? advisers : advisers.filter(({ id }) => id === idOf(adviser, staff));
      const about = { id: staff.officeId, zone: office.zone, division };
      const days = { fromOn: monday, untilOn: addDays(monday, 6) };
      const listed = await listDiaries(q, { office: about, advisers: wanted, ...days, now });
      const dates = Array.from({ length: 7 }, (_, n) => addDays(monday, n)).map((date) => ({
        date,
        holiday: listed.holidayTitles.get(date) ?? null,
      }));
      const diaries = listed.diaries.map((diary) => {
        const mayChange = mayChangeDiary(staff, diary.adviser.id);
        const open = (sealed: string) => (mayChange && sealed !== '' ? deps.vault.open(sealed) : '');
        const show = { zone: office.zone, now, mayChange, open };
        return { adviser: diary.adviser, mayChange, days: dates.map(({ date }) => dayOf(diary, date, show)) };
      });
      const used = dates.map(({ date }, n) => weekdayOf(date) <= 5 || diaries.some(({ days }) => isUsed(days[n]!)));
      return {
        ...{ office, now, today, week, monday, adviser, advisers, kinds: listed.kinds, weekFault: fault },
        previous: chosenWeek({ week: null, date: addDays(monday, -7) }, today).week,
        next: chosenWeek({ week: null, date: addDays(monday, 7) }, today).week,
        dates: dates.filter((_, n) => used[n]),
        diaries: diaries.map((one) => ({ ...one, days: one.days.filter((_, n) => used[n]) })),
      };
    });
    await recordRead(deps)({
      ...{ reader: staff, action: 'diary.read', subjectKind: view.adviser === 'all' ? 'office' : 'staff' },
      subjectId: view.adviser === 'all' ? staff.officeId : idOf(view.adviser, staff),
      detail: view.week,
    });
    return view;
  };

const idOf = (adviser: string, staff: SignedInStaff) => (adviser === 'me' ? staff.id : adviser);

function chosen(asked: string | null, staff: SignedInStaff, advisers: readonly PersonName[]): string {
  if (asked === 'all') return 'all';
  if (asked === 'me' || asked === staff.id) return 'me';
  if (asked && advisers.some(({ id }) => id === asked)) return asked;
  return staff.role === 'adviser' ? 'me' : 'all';
}

const isUsed = (day: DiaryDay) => day.meetings.length + day.sessions.length + day.free.length > 0 || !day.closed;

/** Kinds that colleagues see as being away. */
const PRIVATE: readonly DiaryExceptionKind[] = ['leave', 'sick'];

interface Show {
  zone: string;
  now: number;
  mayChange: boolean;
  open: (sealed: string) => string;
}

function dayOf(diary: DiaryOf, date: string, { zone, now, mayChange, open }: Show): DiaryDay {
  const { from, to } = dayBounds(date, zone);
  const today = { startsAt: from, endsAt: to };
  const stretches = openOn(diary, date, zone);
  return {
    date,
    exceptions: diary.exceptions
      .filter(({ exception }) => exception.fromOn <= date && date <= exception.untilOn)
      .map(({ exception, place }) => {
        const { id, kind, fromOn, untilOn, fromTime, toTime, note } = exception;
        // Who is ill need not tell everybody: to colleagues being ill looks as being on leave does.
        const shown = mayChange || !PRIVATE.includes(kind) ? kind : ('away' as const);
        return { id, kind: shown, fromOn, untilOn, fromTime, toTime, place, note: open(note) };
      }),
    meetings: diary.meetings.filter((meeting) => overlap(meeting, today)),
    sessions: diary.sessions.filter((session) => overlap(session, today)),
    free: freeGaps(stretches, busyTimes(diary), now),
    closed: stretches.length === 0,
  };
}

import type { DiaryExceptionKind } from '../office/diary';
import { instantAt, weekdayOf } from '../time/wall-clock';
import type { BankHolidays } from '../time/working-days';

/** A weekly stretch in which an adviser sees people; times by the wall clock of the office. */
export interface WeeklyAvailability {
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  fromTime: string;
  toTime: string;
}

/** Days on which a diary is not as in other weeks; dates included, times by the wall clock, both null for the whole day. */
export interface DiaryException {
  kind: DiaryExceptionKind;
  fromOn: string;
  untilOn: string;
  fromTime: string | null;
  toTime: string | null;
  /** Where the adviser is then; null: at the office. */
  placeId: string | null;
}

/** What makes up the hours in which an adviser sees people. */
export interface DiaryHours {
  availability: readonly WeeklyAvailability[];
  exceptions?: readonly DiaryException[];
  /** Dates on which the office is closed; the weekly hours do not hold then. */
  holidays?: BankHolidays;
}

/** Hours in which an adviser sees people on one day, in ms; the end is not part of them. */
export interface OpenStretch {
  startsAt: number;
  endsAt: number;
  placeId: string | null;
}

/**
 * When an adviser sees people on a date of the office, earliest first: the weekly hours (none on a bank holiday), and those
 * added for the day, without those in which they are away. On an outreach day they are at the venue: for the hours given, or
 * for all of that day's.
 * @param zone IANA zone of the office.
 */
export function openStretches(hours: DiaryHours, date: string, zone: string): OpenStretch[] {
  const { availability, exceptions = [], holidays } = hours;
  const stretch = (fromTime: string, toTime: string, placeId: string | null): OpenStretch => ({
    ...{ startsAt: instantAt(date, fromTime, zone), endsAt: instantAt(date, toTime, zone), placeId },
  });
  const weekday = weekdayOf(date);
  let open = holidays?.has(date)
    ? []
    : availability.filter((one) => one.weekday === weekday).map((one) => stretch(one.fromTime, one.toTime, null));
  const today = exceptions.filter(({ fromOn, untilOn }) => fromOn <= date && date <= untilOn);
  for (const { kind, fromTime, toTime, placeId } of today.filter(addsHours)) {
    if (fromTime === null || toTime === null) {
      if (kind === 'outreach') open = open.map((one) => ({ ...one, placeId }));
      continue;
    }
    const added = stretch(fromTime, toTime, placeId);
    open = [...without(open, added), added];
  }
  for (const { fromTime, toTime } of today.filter((one) => !addsHours(one))) {
    open = fromTime === null || toTime === null ? [] : without(open, stretch(fromTime, toTime, null));
  }
  return open.filter(({ startsAt, endsAt }) => startsAt < endsAt).sort((a, b) => a.startsAt - b.startsAt);
}

function addsHours({ kind }: DiaryException): boolean {
  return kind === 'extra' || kind === 'outreach';
}

function without(open: readonly OpenStretch[], gap: { startsAt: number; endsAt: number }): OpenStretch[] {
  return open
    .flatMap((one) => [
      { ...one, endsAt: Math.min(one.endsAt, gap.startsAt) },
      { ...one, startsAt: Math.max(one.startsAt, gap.endsAt) },
    ])
    .filter(({ startsAt, endsAt }) => startsAt < endsAt);
}

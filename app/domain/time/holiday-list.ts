import { isDate } from '../appointment/chosen-day';
import { DIVISIONS, type Division } from './division';

export interface BankHoliday {
  division: Division;
  /** "2026-12-25". */
  date: string;
  title: string;
}

export type HolidayListRead = { ok: true; holidays: BankHoliday[] } | { ok: false; problem: string };

/**
 * Reads the government's list of bank holidays, as https://www.gov.uk/bank-holidays.json has it: for each division its
 * `events`, with `title` and `date`. All three divisions have to be there, and every date to exist once.
 * @param input JSON that anybody may have written.
 * @returns the holidays, or what is wrong in words for an operator.
 */
export function readHolidayList(input: unknown): HolidayListRead {
  const holidays: BankHoliday[] = [];
  for (const division of DIVISIONS) {
    const events = fieldOf(fieldOf(input, division), 'events');
    if (!Array.isArray(events)) return { ok: false, problem: `"${division}" has no list of events` };
    if (events.length === 0) return { ok: false, problem: `"${division}" has no holidays at all` };
    const seen = new Set<string>();
    for (const event of events as unknown[]) {
      const [date, title] = [fieldOf(event, 'date'), fieldOf(event, 'title')];
      if (typeof date !== 'string' || !isDate(date))
        return { ok: false, problem: `"${division}" has a date that does not exist` };
      if (typeof title !== 'string' || title.trim() === '' || title.length > 200)
        return { ok: false, problem: `"${division}" has no title for ${date}` };
      if (seen.has(date)) return { ok: false, problem: `"${division}" has ${date} twice` };
      seen.add(date);
      holidays.push({ division, date, title: title.trim() });
    }
  }
  return { ok: true, holidays };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** What a new list changes: holidays that were not there, or are called otherwise, and those that are gone. */
export function compareHolidays(old: readonly BankHoliday[], wanted: readonly BankHoliday[]) {
  const keyOf = ({ division, date, title }: BankHoliday) => `${division} ${date} ${title}`;
  const [before, after] = [new Set(old.map(keyOf)), new Set(wanted.map(keyOf))];
  return {
    added: wanted.filter((holiday) => !before.has(keyOf(holiday))),
    removed: old.filter((holiday) => !after.has(keyOf(holiday))),
  };
}

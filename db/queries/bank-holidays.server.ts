import { asc, eq, sql } from 'drizzle-orm';
import { groupBy } from '~/domain/group-by';
import type { Division } from '~/domain/time/division';
import { readHolidayList, type BankHoliday } from '~/domain/time/holiday-list';
import type { BankHolidays } from '~/domain/time/working-days';
import type { Queryable } from '../client.server';
import { runPrepared } from '../dialect/prepared';
import shipped from '../data/bank-holidays.json';

/** The list that comes with the service. @throws when somebody broke the file: a test reads it. */
export function shippedHolidays(): readonly BankHoliday[] {
  if (known) return known;
  const read = readHolidayList(shipped);
  if (!read.ok) throw new Error(`db/data/bank-holidays.json: ${read.problem}`);
  return (known = read.holidays);
}

let known: readonly BankHoliday[] | null = null;

/** Every bank holiday that was loaded; until some were, those that come with the service. */
export async function listHolidays(q: Queryable): Promise<readonly BankHoliday[]> {
  const loaded = await listLoadedHolidays(q);
  return loaded.length > 0 ? loaded : shippedHolidays();
}

export async function listLoadedHolidays(q: Queryable): Promise<BankHoliday[]> {
  const { bankHolidays } = q.tables;
  const loaded = () => q.select().from(bankHolidays).orderBy(asc(bankHolidays.division), asc(bankHolidays.date));
  return runPrepared(q, 'bank holidays', loaded);
}

/** The dates that a division keeps free: as loaded, or, until some were, as they come with the service. */
export async function listDivisionHolidays(q: Queryable, division: Division): Promise<BankHolidays> {
  const { bankHolidays } = q.tables;
  const ofDivision = () =>
    q
      .select({ date: bankHolidays.date })
      .from(bankHolidays)
      .where(eq(bankHolidays.division, sql.placeholder('division')));
  const loaded = await runPrepared(q, 'bank holidays of a division', ofDivision, { division });
  const dates = loaded.length > 0 ? loaded : shippedHolidays().filter((holiday) => holiday.division === division);
  return new Set(dates.map(({ date }) => date));
}

/** What the bank holidays of a division are called, by date. */
export async function listHolidayTitles(q: Queryable, division: Division): Promise<Map<string, string>> {
  const holidays = (await listHolidays(q)).filter((holiday) => holiday.division === division);
  return new Map(holidays.map(({ date, title }) => [date, title]));
}

/** Puts a whole list in the place of the one that was loaded. */
export async function replaceHolidays(q: Queryable, holidays: readonly BankHoliday[]): Promise<void> {
  const { bankHolidays } = q.tables;
  await q.delete(bankHolidays);
  await q.insert(bankHolidays).values([...holidays]);
}

/** The dates that each division keeps free, in one query. */
export async function listHolidayDates(q: Queryable): Promise<Map<Division, Set<string>>> {
  const dates = groupBy(await listHolidays(q), ({ division }) => division);
  return new Map([...dates].map(([division, holidays]) => [division, new Set(holidays.map(({ date }) => date))]));
}

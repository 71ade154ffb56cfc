import type { InferSelectModel } from 'drizzle-orm';
import { addDays, weekdayOf } from '~/domain/time/wall-clock';
import type { Tables } from '../schema/tables';
import { CLUBS } from './clubs';
import type { Ids, RowMaking } from './rows';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;

/** The first clubs are near Bangor, the next near Wrexham, the others near Shrewsbury. */
const officeOf = (n: number) => (n < 6 ? 'BAN' : n < 10 ? 'WRE' : 'SHR');

/** A few do not meet every week, and nobody has looked at some for a long time. @param today a date of the district. */
export function clubRows(ids: Ids, make: RowMaking, today: string): Row<'clubs'>[] {
  return CLUBS.map((club, n) => {
    const rhythm = n === 3 ? 'fortnightly' : n === 5 ? 'monthly' : n === 7 ? 'term_time' : 'weekly';
    // The last of its weekdays: a week in which it met.
    const met = addDays(today, -((weekdayOf(today) - club.weekday + 7) % 7));
    return {
      ...{ ...club, id: make.id(), ref: `CLUB-${n + 1}`, phone: `01632 960${800 + n}`, rhythm },
      ...{ anchorOn: rhythm === 'fortnightly' ? met : null, weekOfMonth: rhythm === 'monthly' ? 1 : null },
      ...{ officeId: ids.offices.get(officeOf(n))!, active: true, checkedBy: null },
      checkedOn: n % 4 === 2 ? null : addDays(today, n % 4 === 3 ? -140 : -7 * n),
    };
  });
}

/** The organiser keeps two clubs, one of which needs a look. */
export function organiserRows(clubs: readonly Row<'clubs'>[], ids: Ids): Row<'clubOrganisers'>[] {
  const staffId = [...ids.staff].find(([ref]) => ref.includes('organiser') || ref.startsWith('ORG'))?.[1];
  return staffId ? [clubs[0]!, clubs[2]!].map(({ id }) => ({ clubId: id, staffId })) : [];
}

/** One club is away the week after next. */
export function closureRows(clubs: readonly Row<'clubs'>[], make: RowMaking, today: string): Row<'clubClosures'>[] {
  const days = { fromOn: addDays(today, 12), untilOn: addDays(today, 18) };
  return [{ id: make.id(), clubId: clubs[0]!.id, ...days, reason: 'The hall is being painted', endedAt: null }];
}

/** Two weeks without school, a month from now. */
export function schoolHolidayRows(ids: Ids, make: RowMaking, today: string): Row<'schoolHolidays'>[] {
  const days = { fromOn: addDays(today, 25), untilOn: addDays(today, 39) };
  return [...ids.offices.values()].map((officeId) => ({ id: make.id(), officeId, name: 'School holidays', ...days }));
}

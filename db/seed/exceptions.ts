import type { InferInsertModel } from 'drizzle-orm';
import { eq } from 'drizzle-orm';
import { addDays, weekdayOf } from '~/domain/time/wall-clock';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';
import { createRandom } from './random';
import type { Ids, RowMaking } from './rows';

/** Days from today; those that fall on a weekend are on the Monday after it. */
const EXCEPTIONS = [
  // Those who are covered are on leave; see advisers.ts.
  { adviser: 'ADV-BAN-2', kind: 'leave', from: -1, until: 3 },
  { adviser: 'ADV-BAN-1', kind: 'leave', from: 7, until: 11, note: 'Back on the Monday' },
  { adviser: 'ADV-BAN-1', kind: 'extra', from: 1, hours: ['17:30', '19:00'] },
  { adviser: 'ADV-BAN-1', kind: 'outreach', from: 3, hours: ['13:45', '17:00'] },
  { adviser: 'ADV-BAN-1', kind: 'meeting', from: 2, hours: ['12:00', '12:45'], note: 'Team meeting' },
  { adviser: 'ADV-BAN-3', kind: 'outreach', from: 2 },
  { adviser: 'ADV-BAN-4', kind: 'training', from: 1, hours: ['13:45', '17:00'] },
  { adviser: 'ADV-WRE-2', kind: 'sick', from: 0 },
  { adviser: 'ADV-WRE-1', kind: 'outreach', from: 2 },
  { adviser: 'ADV-SHR-3', kind: 'leave', from: 4, until: 8 },
] as const;

/** Advisers' leave, evenings and outreach days. Has its own "chance", so that nothing else of the district changes with it. */
export async function insertExceptions(q: Queryable, ids: Ids, make: RowMaking, today: string): Promise<void> {
  const { diaryExceptions, places, staff } = q.tables;
  const { id } = createRandom(1897);
  const venues = await q
    .select({ id: places.id, officeId: places.officeId })
    .from(places)
    .where(eq(places.kind, 'venue'));
  const people = await q.select({ id: staff.id, officeId: staff.officeId }).from(staff);
  const rows = EXCEPTIONS.map((one): InferInsertModel<Tables['diaryExceptions']> => {
    const adviserId = ids.staff.get(one.adviser)!;
    const officeId = people.find((person) => person.id === adviserId)?.officeId;
    const fromOn = 'until' in one ? addDays(today, one.from) : workday(addDays(today, one.from));
    const [fromTime, toTime] = 'hours' in one ? one.hours : [null, null];
    return {
      ...{ id: id(), adviserId, kind: one.kind, fromOn, fromTime, toTime, createdAt: make.now, createdBy: adviserId },
      untilOn: 'until' in one ? addDays(today, one.until) : fromOn,
      placeId: one.kind === 'outreach' ? (venues.find((venue) => venue.officeId === officeId)?.id ?? null) : null,
      note: 'note' in one ? make.seal(one.note) : '',
    };
  });
  await q.insert(diaryExceptions).values(rows);
}

const workday = (date: string) => (weekdayOf(date) > 5 ? addDays(date, 8 - weekdayOf(date)) : date);

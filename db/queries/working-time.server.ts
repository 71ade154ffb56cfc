import { eq } from 'drizzle-orm';
import type { WorkingTime } from '~/domain/time/working-time';
import type { Queryable } from '../client.server';
import { listDivisionHolidays } from './bank-holidays.server';

/** When somebody of an office can ring: its hours and the bank holidays it keeps. @throws when there is no such office. */
export async function getWorkingTime(q: Queryable, officeId: string): Promise<WorkingTime> {
  const { offices } = q.tables;
  const [office] = await q
    .select({
      zone: offices.timeZone,
      opensAt: offices.opensAt,
      closesAt: offices.closesAt,
      division: offices.division,
    })
    .from(offices)
    .where(eq(offices.id, officeId));
  if (!office) throw new Error('no such office');
  const { division, ...hours } = office;
  return { ...hours, holidays: await listDivisionHolidays(q, division) };
}

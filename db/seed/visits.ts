import type { InferSelectModel } from 'drizzle-orm';
import { TASK_RESULTS, VISIT_TASKS, type TaskResult } from '~/domain/assisted/visit';
import { SERVICE_OF_TASK, visitMinutes } from '~/domain/assisted/visit-rules';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import type { Tables } from '../schema/tables';
import type { Customer, StaffMember } from './people';
import { createRandom } from './random';
import type { Ids, RowMaking } from './rows';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;

/** Over how many days back people were helped. */
const PAST_DAYS = 150;
/** One in so many customers of the office came to the champion. */
const ONE_IN = 5;

/**
 * The champion's desk in the office that has a champion: four people who want help now, and the visits of some months, in which
 * people come two or three times and more of them can do it alone each time.
 */
export function visitRows(
  { customers, staff, zone }: { customers: readonly Customer[]; staff: readonly StaffMember[]; zone: string },
  ids: Ids,
  make: RowMaking,
) {
  const visits: Row<'visits'>[] = [];
  const visitTasks: Row<'visitTasks'>[] = [];
  const contactRecords: Row<'contactRecords'>[] = [];
  const champion = staff.find(({ role }) => role === 'champion');
  if (!champion) return { visits, visitTasks, contactRecords };
  const random = createRandom(36);
  const [officeId, championId] = [ids.offices.get(champion.officeRef)!, ids.staff.get(champion.ref)!];
  const theirs = customers.filter(({ officeRef }) => officeRef === champion.officeRef);
  const midnight = dayBounds(wallClockOf(make.now, zone).date, zone).from;
  const nothing = { agreedAt: null, agreementEndedAt: null, agreementEndedBy: null, kioskId: null };

  for (const [n, customer] of theirs.entries()) {
    if (n === 0 || n % ONE_IN !== 0) continue;
    const customerId = ids.customers.get(customer.ref)!;
    const task = random.pick(VISIT_TASKS);
    const times = random.between(1, 3);
    const last = midnight - random.between(1, PAST_DAYS / 2) * DAY;
    for (let time = 0; time < times; time += 1) {
      const askedAt = last - (times - 1 - time) * 21 * DAY + random.between(10 * 60, 15 * 60) * MINUTE;
      const takenAt = askedAt + random.between(1, 20) * MINUTE;
      const endedAt = takenAt + random.between(8, 35) * MINUTE;
      const id = make.id();
      visits.push({
        ...{ id, customerId, officeId, wants: task, askedAt, askedFrom: 'desk', championId, takenAt, ...nothing },
        ...{ endedAt, endedBy: 'staff' },
      });
      const result: TaskResult = time === 0 ? random.pick(TASK_RESULTS) : random.chance(0.7) ? 'alone' : 'with_help';
      visitTasks.push({ id: make.id(), visitId: id, task, at: endedAt, result, agreedAt: null, profileId: null });
      contactRecords.push({
        ...{ id, customerId, officeId, at: takenAt, channel: 'desk', direction: 'in', helped: true, note: null },
        ...{ service: SERVICE_OF_TASK[task], minutes: visitMinutes(takenAt, endedAt), staffId: championId },
        ...{ createdAt: endedAt, withdrawnAt: null },
      });
    }
  }
  // Nobody has asked before the day began.
  const ago = (minutes: number) => Math.max(midnight, make.now - minutes * MINUTE);
  const wishes = [
    ['sign_in', 'desk', ago(24)],
    ['find_club', 'desk', ago(11)],
    ['change_meeting', 'desk', ago(3)],
    ['use_email', 'portal', make.now - 26 * HOUR],
  ] as const;
  const waiting = theirs.filter((_one, n) => n % ONE_IN === 3);
  for (const [n, [wants, askedFrom, askedAt]] of wishes.entries()) {
    visits.push({
      ...{ id: make.id(), customerId: ids.customers.get(waiting[n]!.ref)!, officeId, wants, askedAt, askedFrom },
      ...{ championId: null, takenAt: null, ...nothing, endedAt: null, endedBy: null },
    });
  }
  return { visits, visitTasks, contactRecords };
}

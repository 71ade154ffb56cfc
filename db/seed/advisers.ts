import type { InferInsertModel, InferSelectModel } from 'drizzle-orm';
import { DAY } from '~/domain/clock';
import { addDays } from '~/domain/time/wall-clock';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';
import type { Customer, StaffMember } from './people';
import type { Ids, RowMaking } from './rows';

/** What the twelve advisers help with, and the languages they speak. */
const PROFILES: Record<string, readonly [helpsWith: string, speaks: string, phone?: string]> = {
  'ADV-BAN-1': ['job search, CVs, going back to work after a break', 'en,cy', '01632 960111'],
  'ADV-BAN-2': ['training, college courses, work outdoors', 'cy,en'],
  'ADV-BAN-3': ['health and work, adjusting a job to fit you', 'en,bfi'],
  'ADV-BAN-4': ['driving jobs, warehouses, starting a business', 'en,ur,pa'],
  'ADV-WRE-1': ['care work, childcare, working part time', 'cy,en'],
  'ADV-WRE-2': ['building trades, forklift and site cards', 'en'],
  'ADV-WRE-3': ['first jobs in the UK, proving what you can do', 'en,pl'],
  'ADV-WRE-4': ['farm and food jobs, confidence', 'cy,en'],
  'ADV-SHR-1': ['shops, hotels and kitchens', 'en', '01632 960311'],
  'ADV-SHR-2': ['office jobs, computers', 'en,hi,pa'],
  'ADV-SHR-3': ['money worries, careers after 50', 'en'],
  'ADV-SHR-4': ['apprenticeships, jobs for school leavers', 'en,cy'],
};

/** How an adviser is shown to customers; nothing for those who have none. */
export function profileOf(ref: string): { helpsWith: string; speaks: string; phone: string } {
  const [helpsWith = '', speaks = '', phone = ''] = PROFILES[ref] ?? [];
  return { helpsWith, speaks, phone };
}

/** Days from today, both included. */
export const COVERS = [
  // The visitor's adviser stands in for a colleague, and is away herself the week after.
  { adviser: 'ADV-BAN-2', standIn: 'ADV-BAN-1', from: -1, until: 3 },
  { adviser: 'ADV-BAN-1', standIn: 'ADV-BAN-3', from: 7, until: 11 },
  { adviser: 'ADV-SHR-4', standIn: 'ADV-SHR-1', from: -20, until: -12 },
  { adviser: 'ADV-BAN-4', standIn: 'ADV-BAN-1', from: -40, until: -31 },
  { adviser: 'ADV-WRE-3', standIn: 'ADV-WRE-2', from: -54, until: -44 },
] as const;

/** Who stands in for whom. @param today a date of the district. */
export async function insertCovers(q: Queryable, ids: Ids, make: RowMaking, today: string): Promise<void> {
  const rows: InferInsertModel<Tables['covers']>[] = COVERS.map(({ adviser, standIn, from, until }) => ({
    ...{ id: make.id(), adviserId: ids.staff.get(adviser)!, standInId: ids.staff.get(standIn)! },
    ...{ fromOn: addDays(today, from), untilOn: addDays(today, until), createdAt: make.now },
  }));
  await q.insert(q.tables.covers).values(rows);
}

type Term = InferSelectModel<Tables['adviserTerms']>;

/** Why customers have changed hands in this district, in turn. */
const WHY: readonly Pick<Term, 'reason' | 'note'>[] = [
  { reason: 'caseload', note: '' },
  { reason: 'asked', note: 'Would rather be seen near the bus station.' },
  { reason: 'specialist', note: 'Wants to start a business.' },
  { reason: 'moved', note: '' },
];

/**
 * Whose customer everybody was: most have had the adviser that they have since they came; every tenth has changed hands in
 * the last months.
 */
export function termRows(
  district: { staff: readonly StaffMember[]; customers: readonly Customer[] },
  ids: Ids,
  make: RowMaking,
): Term[] {
  return district.customers.flatMap((customer, i) => {
    const customerId = ids.customers.get(customer.ref)!;
    const adviserId = ids.staff.get(customer.adviserRef)!;
    const cameAt = make.now - 400 * DAY;
    const since = { id: make.id(), customerId, adviserId, fromAt: cameAt, untilAt: null, namedBy: null, note: '' };
    if (i % 10 !== 4) return [{ ...since, reason: 'first' as const }];
    const team = district.staff.filter(({ officeRef }) => officeRef === customer.officeRef);
    const before = team.filter(({ role, ref }) => role === 'adviser' && ref !== customer.adviserRef)[i % 3]!;
    const changedAt = make.now - (2 + ((i * 5) % 60)) * DAY;
    const { reason, note } = WHY[i % WHY.length]!;
    const manager = team.find(({ role }) => role === 'manager');
    const named = { reason, note: note && make.seal(note), namedBy: (manager && ids.staff.get(manager.ref)) ?? null };
    return [
      { ...since, adviserId: ids.staff.get(before.ref)!, untilAt: changedAt, reason: 'first' as const },
      { ...since, ...named, id: make.id(), fromAt: changedAt },
    ];
  });
}

import { eq, getTableColumns, inArray } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

type CustomerTable = {
  [T in keyof Tables]: Tables[T] extends { customerId: SQLiteColumn } ? T : never;
}[keyof Tables];

/** Tables with rows of a customer's that are handed to them, in the order of the file. */
export const HANDED_OVER = [
  'contactPoints',
  'contactChanges',
  'appointments',
  'appointmentFeedback',
  'earlierWishes',
  'messages',
  'replies',
  'callList',
  'goals',
  'steps',
  'planAgreements',
  'journalEntries',
  'barriers',
  'accessNeeds',
  'consents',
  'clubGoings',
  'signInRecords',
  'signInCards',
  'passkeys',
  'calendarFeeds',
  'adviserTerms',
  'contactRecords',
  'followUps',
  'slotOffers',
  'profiles',
  'otherWays',
  'reasks',
  'outlooks',
  'signposts',
  'visits',
  'helps',
  'identityChecks',
  'customerActs',
  'formatRequests',
  'formDrafts',
] as const satisfies readonly CustomerTable[];

/** Tables with rows of a customer's that are not, and why. A table is here or above: a test counts them. */
export const KEPT_BACK: Partial<Record<CustomerTable, string>> = {
  sessions: 'ends by itself within hours and holds only a hash of a secret; sign-ins are in signInRecords',
  signInCodes: 'lives ten minutes and holds only hashes',
  oneTimeSignIns: 'holds only the hash of an address of the demo',
  passkeyChallenges: 'lives minutes and holds only a random number',
};

/** What hangs from those rows: by which column, and from which table's ids. */
export const HANGING = {
  appointmentEvents: { from: 'appointments', by: 'appointmentId' },
  stepEvents: { from: 'steps', by: 'stepId' },
  callAttempts: { from: 'callList', by: 'callId' },
  visitTasks: { from: 'visits', by: 'visitId' },
  helpedThings: { from: 'helps', by: 'helpId' },
} as const;

export type OwnTable = 'customers' | (typeof HANDED_OVER)[number] | keyof typeof HANGING | 'optOuts';
export type OwnRow = Record<string, unknown>;

/** Every row that is held about a customer and handed to them, table by table, as it is in the database. */
export async function listOwnRows(q: Queryable, customerId: string): Promise<Map<OwnTable, OwnRow[]>> {
  const { tables: t } = q;
  const rows = new Map<OwnTable, OwnRow[]>();
  rows.set('customers', await q.select().from(t.customers).where(eq(t.customers.id, customerId)));
  for (const name of HANDED_OVER) {
    const table = t[name];
    rows.set(name, await q.select().from(table).where(eq(table.customerId, customerId)));
  }
  for (const [name, { from, by }] of Object.entries(HANGING) as [
    keyof typeof HANGING,
    { from: OwnTable; by: string },
  ][]) {
    const ids = (rows.get(from) ?? []).map(({ id }) => String(id));
    const table = t[name];
    const column = getTableColumns(table)[by as never] as SQLiteColumn;
    rows.set(name, ids.length === 0 ? [] : await q.select().from(table).where(inArray(column, ids)));
  }
  const values = (rows.get('contactPoints') ?? []).map(({ valueIndex }) => String(valueIndex));
  rows.set(
    'optOuts',
    values.length === 0 ? [] : await q.select().from(t.optOuts).where(inArray(t.optOuts.valueIndex, values)),
  );
  return rows;
}

/** What the ids in those rows stand for: staff, offices, partners and clubs by name. */
export async function listNames(q: Queryable): Promise<Map<string, string>> {
  const { staff, offices, partners, clubs } = q.tables;
  const members = await q.select({ id: staff.id, first: staff.firstName, last: staff.lastName }).from(staff);
  const named = [
    ...(await q.select({ id: offices.id, name: offices.name }).from(offices)),
    ...(await q.select({ id: partners.id, name: partners.name }).from(partners)),
    ...(await q.select({ id: clubs.id, name: clubs.name }).from(clubs)),
  ];
  return new Map([
    ...members.map(({ id, first, last }) => [id, `${first} ${last}`.trim()] as const),
    ...named.map(({ id, name }) => [id, name] as const),
  ]);
}

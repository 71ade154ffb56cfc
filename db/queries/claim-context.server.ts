import { getTableName, type InferSelectModel } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { groupBy } from '~/domain/group-by';
import type { Level } from '~/domain/capability/assess-capability';
import type { Channel } from '~/domain/messaging/channel';
import type { PolicyRules } from '~/domain/reminder/policy';
import type { Division } from '~/domain/time/division';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOfNamed } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';
import { listLetterNeeds } from './format-letters.server';
import { listHolidayDates } from './bank-holidays.server';
import { listAppointmentAttempts, type MessageRow } from './messages.server';
import { listLevels } from './profile-checks.server';
import { listOptOuts } from './opt-outs.server';
import { listPolicyRules } from './reminder-policies.server';
import { listContactPoints, listSharedValues, listSilentValues, type ContactPointRow } from './reach.server';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;
export type AttemptRow = Awaited<ReturnType<typeof listAppointmentAttempts>>[number];

/** What claiming a batch has to know, read in a handful of queries however large the batch is. */
export interface ClaimContext {
  reminders: Map<string, Row<'reminders'>>;
  /** Locked. One that is missing is being changed by somebody at this moment. */
  appointments: Map<string, Row<'appointments'>>;
  customers: Map<string, Row<'customers'>>;
  advisers: Map<string, Row<'staff'>>;
  offices: Map<string, Row<'offices'>>;
  /** How each of them is best served; who has no profile is not in it. */
  levels: Map<string, Level>;
  contactPoints: Map<string, ContactPointRow[]>;
  /** What customers need, as far as it decides how a letter is; read only where one may be meant. */
  letterNeeds: Map<string, string[]>;
  attempts: Map<string, AttemptRow[]>;
  shared: Set<string>;
  /** The bank holidays of each division that one of the offices keeps, as dates; read only where a letter may be meant. */
  holidays: Map<Division, Set<string>>;
  /** The rules of every version of the offices' policies, by the name that reminders keep. */
  policies: Map<string, PolicyRules>;
  optedOut: Map<string, Channel[]>;
  /** Those of them that are a choice made on a page, not a STOP; see `SENT_ALL_THE_SAME`. */
  turnedOff: Map<string, Channel[]>;
  /** Numbers and email addresses of people whom nothing may be sent. */
  silent: Set<string>;
}

/** Reads all that decides about these messages, and locks the appointments they are about. */
export async function loadClaimContext(q: Queryable, messages: MessageRow[]): Promise<ClaimContext> {
  const { appointments, customers, offices, reminders, staff } = q.tables;
  const appointmentIds = idsOf(messages.map((message) => message.appointmentId));
  const locked = await listByIds(q, appointments, appointmentIds, { lock: true });
  const customerIds = idsOf([...messages.map((one) => one.customerId), ...locked.map((one) => one.customerId)]);
  const people = await listByIds(q, customers, customerIds);
  const officeIds = idsOf([...locked.map((one) => one.officeId), ...people.map((one) => one.officeId)]);
  const adviserIds = idsOf(locked.map((one) => one.adviserId));
  const reminderIds = idsOf(messages.map((one) => one.reminderId));
  const points = await listContactPoints(q, customerIds);
  const values = idsOf([...points.map((one) => one.valueIndex), ...messages.map((one) => one.recipientIndex)]);
  const refusals = await listOptOuts(q, values);
  return {
    reminders: byId(await listByIds(q, reminders, reminderIds)),
    appointments: byId(locked),
    customers: byId(people),
    advisers: byId(await listByIds(q, staff, adviserIds)),
    offices: byId(await listByIds(q, offices, officeIds)),
    levels: await listLevels(q, customerIds),
    contactPoints: groupBy(points, (point) => point.customerId),
    attempts: groupBy(await listAppointmentAttempts(q, appointmentIds), (attempt) => attempt.appointmentId ?? ''),
    shared: new Set(await listSharedValues(q, values)),
    silent: new Set(await listSilentValues(q, values)),
    letterNeeds: await letterNeedsOf(q, points),
    holidays: points.some((point) => point.kind === 'post')
      ? await listHolidayDates(q)
      : new Map<Division, Set<string>>(),
    policies: await listPolicyRules(q, officeIds),
    optedOut: channelsByValue(refusals),
    turnedOff: channelsByValue(refusals.filter(({ source }) => source === 'preference')),
  };
}

async function letterNeedsOf(q: Queryable, points: readonly ContactPointRow[]): Promise<Map<string, string[]>> {
  const ids = idsOf(points.filter(({ kind }) => kind === 'post').map(({ customerId }) => customerId));
  const needs = groupBy(await listLetterNeeds(q, ids), ({ customerId }) => customerId);
  return new Map([...needs].map(([customerId, found]) => [customerId, found.map(({ need }) => need)]));
}

function channelsByValue(refusals: Awaited<ReturnType<typeof listOptOuts>>): Map<string, Channel[]> {
  const byValue = groupBy(refusals, ({ valueIndex }) => valueIndex);
  return new Map([...byValue].map(([value, found]) => [value, found.map(({ channel }) => channel)]));
}

type TableWithId = { [T in keyof Tables]: Tables[T] extends { id: SQLiteColumn } ? Tables[T] : never }[keyof Tables];

async function listByIds<T extends TableWithId>(
  q: Queryable,
  table: T,
  ids: string[],
  { lock = false } = {},
): Promise<InferSelectModel<T>[]> {
  if (ids.length === 0) return [];
  const wanted = () => {
    const rows = q
      .select()
      .from(table)
      .where(isOneOfNamed(q, table.id, 'ids'));
    return lock ? forChange(q, rows, { skipLocked: true }) : rows;
  };
  const name = `${getTableName(table)} by id${lock ? ', locked' : ''}`;
  return runPrepared(q, name, wanted, { ids: asOneValue(q, ids) }) as Promise<InferSelectModel<T>[]>;
}

function idsOf(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

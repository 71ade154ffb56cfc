import { and, eq, type InferSelectModel } from 'drizzle-orm';
import type { Language } from '~/domain/language';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOf, isOneOfNamed, rowsOf } from '../dialect/bulk';
import { insertRows } from '../dialect/insert-rows';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type ReminderRow = InferSelectModel<Tables['reminders']>;
export type PlannedMessage = InferSelectModel<Tables['messages']>;
type MessageEventRow = InferSelectModel<Tables['messageEvents']>;

/** Every reminder of these appointments with each of its messages: one row per message. */
export async function listReminderMessages(q: Queryable, appointmentIds: string[]) {
  if (appointmentIds.length === 0) return [];
  const { messages, reminders } = q.tables;
  const ofAppointments = () =>
    q
      .select({
        appointmentId: reminders.appointmentId,
        version: reminders.appointmentVersion,
        rule: reminders.rule,
        reminderId: reminders.id,
        messageId: messages.id,
        channel: messages.channel,
        status: messages.status,
      })
      .from(reminders)
      .innerJoin(messages, eq(messages.reminderId, reminders.id))
      .where(isOneOfNamed(q, reminders.appointmentId, 'ids'));
  return runPrepared(q, 'messages of appointments', ofAppointments, { ids: asOneValue(q, appointmentIds) });
}

/** True when a reminder is about its appointment as that now stands. */
export async function isAboutPresentVersion(q: Queryable, reminderId: string): Promise<boolean> {
  const { appointments, reminders } = q.tables;
  const [row] = await q
    .select({ id: reminders.id })
    .from(reminders)
    .innerJoin(
      appointments,
      and(eq(appointments.id, reminders.appointmentId), eq(appointments.version, reminders.appointmentVersion)),
    )
    .where(eq(reminders.id, reminderId));
  return row !== undefined;
}

/** Writes reminders; one that is there takes the new times. */
export async function saveReminders(q: Queryable, rows: ReminderRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { reminders } = q.tables;
  await insertRows(q, reminders, rows, { target: ['id'], take: ['policy', 'notBefore', 'sendBy'] });
}

export async function insertPlannedMessages(q: Queryable, rows: PlannedMessage[]): Promise<void> {
  if (rows.length === 0) return;
  const { messages } = q.tables;
  await insertRows(q, messages, rows);
}

/**
 * Ends messages that nobody has started to send.
 * @returns the ids that it ended; one that a worker took in the meantime is left to the worker.
 */
export async function endPlannedMessages(
  q: Queryable,
  params: { ids: string[]; status: 'superseded' | 'cancelled'; reason?: string; now: number },
): Promise<string[]> {
  if (params.ids.length === 0) return [];
  const { messages } = q.tables;
  const ended = await q
    .update(messages)
    .set({ status: params.status, reason: params.reason, finishedAt: params.now })
    .where(and(isOneOf(q, messages.id, params.ids), eq(messages.status, 'planned')))
    .returning({ id: messages.id });
  return ended.map((row) => row.id);
}

export async function insertBookingNews(q: Queryable, rows: MessageEventRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { messageEvents } = q.tables;
  await q
    .insert(messageEvents)
    .select(rowsOf(q, messageEvents, rows))
    .onConflictDoNothing();
}

/** What planning has to know about customers: the language each reads. */
export async function listLanguages(q: Queryable, customerIds: string[]): Promise<Map<string, Language>> {
  if (customerIds.length === 0) return new Map();
  const { customers } = q.tables;
  const read = () =>
    q
      .select({ id: customers.id, language: customers.language })
      .from(customers)
      .where(isOneOfNamed(q, customers.id, 'ids'));
  const rows = await runPrepared(q, 'languages of customers', read, { ids: asOneValue(q, customerIds) });
  return new Map(rows.map((row) => [row.id, row.language]));
}

/** Where and when each office is: its time zone, and whose bank holidays it keeps. */
export async function listPlaces(q: Queryable, officeIds: string[]) {
  if (officeIds.length === 0) return new Map<string, never>();
  const { offices } = q.tables;
  const where = () =>
    q
      .select({ id: offices.id, timeZone: offices.timeZone, division: offices.division })
      .from(offices)
      .where(isOneOfNamed(q, offices.id, 'ids'));
  const rows = await runPrepared(q, 'places of offices', where, { ids: asOneValue(q, officeIds) });
  return new Map(rows.map((row) => [row.id, row]));
}

import { and, eq, like } from 'drizzle-orm';
import { CALL_MARKS, type CallMark } from '~/domain/messaging/call-status';
import type { Queryable } from '../client.server';

const PREFIX = 'call:';

/** Under which key the news of a mark is kept, once. */
export function markKey(mark: CallMark): string {
  return PREFIX + mark;
}

/** What the keys that were pressed in a voice call have shown so far. */
export async function listCallMarks(q: Queryable, messageId: string): Promise<CallMark[]> {
  const { messageEvents } = q.tables;
  const rows = await q
    .select({ key: messageEvents.newsKey })
    .from(messageEvents)
    .where(and(eq(messageEvents.messageId, messageId), like(messageEvents.newsKey, `${PREFIX}%`)));
  return CALL_MARKS.filter((mark) => rows.some((row) => row.key === markKey(mark)));
}

/** All that a voice call has to know to speak for a message: whom it is for, what it is about, and whether that stands. */
export async function findVoiceCall(q: Queryable, messageId: string) {
  const { appointments, customers, messages, offices, reminders, staff } = q.tables;
  const [row] = await q
    .select({
      message: messages,
      customer: {
        id: customers.id,
        firstName: customers.firstName,
        knownAs: customers.knownAs,
        discreet: customers.discreet,
      },
      officePhone: offices.phone,
      rule: reminders.rule,
      version: reminders.appointmentVersion,
      appointment: appointments,
      adviserFirstName: staff.firstName,
    })
    .from(messages)
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .innerJoin(reminders, eq(reminders.id, messages.reminderId))
    .innerJoin(appointments, eq(appointments.id, reminders.appointmentId))
    .innerJoin(offices, eq(offices.id, appointments.officeId))
    .innerJoin(staff, eq(staff.id, appointments.adviserId))
    .where(and(eq(messages.id, messageId), eq(messages.channel, 'voice')));
  return row ?? null;
}

/** A voice call that says a sign-in code, and the telephone that it rings at. */
export async function findCodeCall(q: Queryable, messageId: string) {
  const { messages } = q.tables;
  const [row] = await q
    .select()
    .from(messages)
    .where(and(eq(messages.id, messageId), eq(messages.channel, 'voice'), eq(messages.purpose, 'sign_in_code')));
  return row ?? null;
}

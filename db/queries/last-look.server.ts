import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/**
 * The last look at a claimed message before it is handed over: whose it is, whether its appointment is still as it
 * says, and whether its recipient has opted out since. Null when it is not claimed any more.
 */
export async function findLastLook(q: Queryable, messageId: string) {
  const { appointments, messages, optOuts, reminders } = q.tables;
  const [row] = await q
    .select({
      fence: messages.fence,
      rule: reminders.rule,
      version: reminders.appointmentVersion,
      appointmentVersion: appointments.version,
      status: appointments.status,
      optOutId: optOuts.id,
    })
    .from(messages)
    .leftJoin(reminders, eq(reminders.id, messages.reminderId))
    .leftJoin(appointments, eq(appointments.id, reminders.appointmentId))
    .leftJoin(
      optOuts,
      and(
        eq(optOuts.valueIndex, messages.recipientIndex),
        eq(optOuts.channel, messages.channel),
        isNull(optOuts.liftedAt),
      ),
    )
    .where(and(eq(messages.id, messageId), eq(messages.status, 'claimed')));
  if (!row) return null;
  const { fence, rule, version, appointmentVersion, status, optOutId } = row;
  const reminder =
    rule !== null && version !== null && appointmentVersion !== null && status !== null
      ? { rule, version, appointmentVersion, status }
      : null;
  return { fence, reminder, optedOut: optOutId !== null };
}

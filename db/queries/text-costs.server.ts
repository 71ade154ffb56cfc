import { and, desc, eq, gte, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** More than this many bills say no more about the average. */
const ENOUGH = 5_000;

/** What was charged for texts made since `since` (ms), the sum of each currency, over the newest few thousand. */
export async function listCharged(q: Queryable, since: number) {
  const { messages } = q.tables;
  // Identifiers begin with their instant, so that this reads a part of the primary key and not the whole ledger.
  const first = `${since.toString(16).padStart(12, '0').slice(0, 8)}-${since.toString(16).padStart(12, '0').slice(8)}`;
  const billed = q
    .select({ price: messages.price, currency: messages.currency, segments: messages.segments })
    .from(messages)
    .where(
      and(
        gte(messages.id, first),
        eq(messages.channel, 'sms'),
        isNotNull(messages.price),
        isNotNull(messages.currency),
        isNotNull(messages.segments),
      ),
    )
    .orderBy(desc(messages.id))
    .limit(ENOUGH)
    .as('billed');
  const rows = await q
    .select({
      currency: billed.currency,
      price: sql<number>`sum(${billed.price})`.mapWith(Number),
      segments: sql<number>`sum(${billed.segments})`.mapWith(Number),
    })
    .from(billed)
    .groupBy(billed.currency);
  return rows.map((row) => ({ ...row, currency: row.currency ?? '' }));
}

/**
 * How many reminders of an office are planned between two instants (ms) for people who have a mobile that is not dead, by
 * rule, language and discretion. The call on the day is not a text.
 */
export async function countPlannedTexts(q: Queryable, params: { officeId: string; from: number; to: number }) {
  const { appointments, contactPoints, customers, messages, reminders } = q.tables;
  const mobiles = q
    .select({ customerId: contactPoints.customerId })
    .from(contactPoints)
    .where(and(eq(contactPoints.kind, 'mobile'), ne(contactPoints.health, 'dead')));
  return await q
    .select({
      rule: reminders.rule,
      language: customers.language,
      discreet: customers.discreet,
      texts: sql<number>`count(*)`.mapWith(Number),
    })
    .from(messages)
    .innerJoin(reminders, eq(reminders.id, messages.reminderId))
    .innerJoin(appointments, eq(appointments.id, messages.appointmentId))
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .where(
      and(
        sql`${messages.status} = 'planned'`,
        gte(messages.notBefore, params.from),
        lt(messages.notBefore, params.to),
        eq(appointments.officeId, params.officeId),
        ne(reminders.rule, 'same_day'),
        eq(customers.noMessages, false),
        inArray(customers.id, mobiles),
      ),
    )
    .groupBy(reminders.rule, customers.language, customers.discreet);
}

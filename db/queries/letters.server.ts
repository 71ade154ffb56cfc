import { and, asc, desc, eq, exists, gte, inArray, isNull, lt, sql, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';

// A letter waits while its message is `accepted`: once it is posted that is `sent`, and one of the ends if it came too late.
const waits = sql`posted_at is null`;

export async function insertLetter(q: Queryable, letter: InferInsertModel<Tables['letters']>): Promise<void> {
  await q.insert(q.tables.letters).values(letter);
}

function selectLetters(q: Queryable) {
  const { adviserTerms, appointments, customers, letters, messages, offices, reminders } = q.tables;
  return q
    .select({
      id: letters.messageId,
      postBy: letters.postBy,
      queuedAt: letters.queuedAt,
      postedAt: letters.postedAt,
      status: messages.status,
      purpose: messages.purpose,
      language: messages.language,
      recipient: messages.recipient,
      subject: messages.subject,
      body: messages.body,
      finishedAt: messages.finishedAt,
      writtenAt: messages.createdAt,
      customerId: customers.id,
      firstName: customers.firstName,
      lastName: customers.lastName,
      discreet: customers.discreet,
      largePrint: needsLargePrint(q),
      /** What a reminder is about; null for a letter that says who is their adviser now. */
      appointment: {
        id: appointments.id,
        startsAt: appointments.startsAt,
        status: appointments.status,
        version: appointments.version,
      },
      reminder: { version: reminders.appointmentVersion, rule: reminders.rule },
      /** Since when they have the adviser that they have (ms). */
      adviserSince: adviserTerms.fromAt,
      officeName: offices.name,
      officeAddress: offices.address,
      officePostcode: offices.postcode,
      zone: offices.timeZone,
    })
    .from(letters)
    .innerJoin(messages, eq(messages.id, letters.messageId))
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .innerJoin(offices, eq(offices.id, letters.officeId))
    .leftJoin(reminders, eq(reminders.id, messages.reminderId))
    .leftJoin(appointments, eq(appointments.id, messages.appointmentId))
    .leftJoin(adviserTerms, and(eq(adviserTerms.customerId, customers.id), isNull(adviserTerms.untilAt)));
}

/** True for whoever has told us that they need large print. */
function needsLargePrint(q: Queryable) {
  const { accessNeeds: needs, customers } = q.tables;
  const wish = and(eq(needs.customerId, customers.id), eq(needs.need, 'large_print'), isNull(needs.withdrawnAt));
  return exists(q.select({ id: needs.id }).from(needs).where(wish)).mapWith(Boolean);
}

export type LetterRow = Awaited<ReturnType<typeof selectLetters>>[number];

/** Letters of an office that wait to be posted, the most urgent first. */
export async function listWaitingLetters(q: Queryable, officeId: string): Promise<LetterRow[]> {
  const { letters, messages } = q.tables;
  return selectLetters(q)
    .where(and(eq(letters.officeId, officeId), waits, eq(messages.status, 'accepted')))
    .orderBy(asc(letters.postBy), asc(letters.messageId));
}

/** Letters of an office that were posted since an instant (ms), the last first. */
export async function listPostedLetters(
  q: Queryable,
  params: { officeId: string; since: number },
): Promise<LetterRow[]> {
  const { letters } = q.tables;
  return selectLetters(q)
    .where(and(eq(letters.officeId, params.officeId), gte(letters.postedAt, params.since)))
    .orderBy(desc(letters.postedAt), asc(letters.messageId));
}

/** Letters of an office that left the queue without being posted, and are on somebody's desk perhaps; the last first. */
export async function listOvertakenLetters(
  q: Queryable,
  params: { officeId: string; since: number },
): Promise<LetterRow[]> {
  const { letters, messages } = q.tables;
  return selectLetters(q)
    .where(
      and(
        eq(letters.officeId, params.officeId),
        waits,
        inArray(messages.status, ['superseded', 'cancelled', 'expired']),
        gte(messages.finishedAt, params.since),
      ),
    )
    .orderBy(desc(messages.finishedAt), asc(letters.messageId));
}

/** Letters of an office by id, whatever became of them. */
export async function listLettersById(q: Queryable, params: { officeId: string; ids: string[] }): Promise<LetterRow[]> {
  if (params.ids.length === 0) return [];
  const { letters } = q.tables;
  return selectLetters(q)
    .where(and(eq(letters.officeId, params.officeId), isOneOf(q, letters.messageId, params.ids)))
    .orderBy(asc(letters.postBy), asc(letters.messageId));
}

/** What a letter needs to say where it comes from; null for a message that is about nobody of an office. */
export async function findLetterSender(q: Queryable, messageId: string) {
  const { customers, messages, offices } = q.tables;
  const [row] = await q
    .select({
      discreet: customers.discreet,
      largePrint: needsLargePrint(q),
      officeName: offices.name,
      officeAddress: offices.address,
      officePostcode: offices.postcode,
      zone: offices.timeZone,
    })
    .from(messages)
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .innerJoin(offices, eq(offices.id, customers.officeId))
    .where(eq(messages.id, messageId));
  return row ?? null;
}

/** Messages of waiting letters whose last day is over, locked. */
export async function lockLateLetters(q: Queryable, now: number, limit: number) {
  const { letters, messages } = q.tables;
  const late = await q
    .select({ id: letters.messageId })
    .from(letters)
    .innerJoin(messages, eq(messages.id, letters.messageId))
    .where(and(waits, lt(letters.postBy, now), eq(messages.status, 'accepted')))
    .orderBy(asc(letters.postBy))
    .limit(limit);
  if (late.length === 0) return [];
  const rows = q
    .select()
    .from(messages)
    .where(and(isOneOf(q, messages.id, late.map((one) => one.id)), eq(messages.status, 'accepted'))); // prettier-ignore
  return forChange(q, rows, { skipLocked: true });
}

/**
 * Takes letters that nobody has posted yet out of the queue: what they say is not so any more.
 * @returns the ids of those that were still there.
 */
export async function withdrawLetters(
  q: Queryable,
  params: { ids: string[]; status: 'superseded' | 'cancelled'; reason?: string; now: number },
): Promise<string[]> {
  if (params.ids.length === 0) return [];
  const { messages } = q.tables;
  const ended = await q
    .update(messages)
    .set({ status: params.status, reason: params.reason ?? 'changed_since', finishedAt: params.now })
    .where(and(isOneOf(q, messages.id, params.ids), eq(messages.provider, 'print'), eq(messages.status, 'accepted')))
    .returning({ id: messages.id });
  return ended.map((row) => row.id);
}

/** Writes down that letters went, or did not after all. The caller holds the locks of their messages. */
export async function updateLetters(
  q: Queryable,
  ids: string[],
  change: { postedAt: number | null; postedBy: string | null },
): Promise<void> {
  if (ids.length === 0) return;
  const { letters } = q.tables;
  await q
    .update(letters)
    .set(change)
    .where(isOneOf(q, letters.messageId, ids));
}

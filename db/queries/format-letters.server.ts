import { and, asc, desc, eq, gte, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';

/** Needs that decide how a letter is, or what else is made of it. */
const LETTER_NEEDS = ['large_print', 'easy_read', 'braille', 'audio'] as const;

/** Which of these customers read letters in another form. */
export async function listLetterNeeds(q: Queryable, customerIds: readonly string[]) {
  if (customerIds.length === 0) return [];
  const { accessNeeds: needs } = q.tables;
  return q
    .select({ customerId: needs.customerId, need: needs.need })
    .from(needs)
    .where(
      and(
        isOneOf(q, needs.customerId, [...customerIds]),
        inArray(needs.need, [...LETTER_NEEDS]),
        isNull(needs.withdrawnAt),
      ),
    );
}

/** Letters that a colleague asked for, to a customer, that nobody has posted yet; their subjects are sealed. */
export async function listWaitingFormatLetters(q: Queryable, customerId: string) {
  const { messages } = q.tables;
  return q
    .select({ id: messages.id, subject: messages.subject, status: messages.status })
    .from(messages)
    .where(
      and(
        eq(messages.customerId, customerId),
        eq(messages.channel, 'letter'),
        eq(messages.purpose, 'notice'),
        inArray(messages.status, ['planned', 'accepted']),
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.id));
}

/** A letter that a colleague asked for, of a customer of an office; null when there is none. */
export async function findFormatLetter(q: Queryable, params: { id: string; customerId: string; officeId: string }) {
  const { customers, messages } = q.tables;
  const [row] = await q
    .select({ id: messages.id, status: messages.status })
    .from(messages)
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .where(
      and(
        eq(messages.id, params.id),
        eq(messages.customerId, params.customerId),
        eq(customers.officeId, params.officeId),
        eq(messages.channel, 'letter'),
        eq(messages.purpose, 'notice'),
      ),
    );
  return row ?? null;
}

/** The numbers and addresses that changed since an instant (ms) and are in force, the oldest first. */
export async function listConfirmedChanges(q: Queryable, params: { customerId: string; since: number }) {
  const { contactChanges: changes } = q.tables;
  return q
    .select()
    .from(changes)
    .where(
      and(
        eq(changes.customerId, params.customerId),
        isNotNull(changes.confirmedAt),
        gte(changes.confirmedAt, params.since),
      ),
    )
    .orderBy(asc(changes.confirmedAt), asc(changes.id));
}

/** The soonest appointment of a customer that stands and begins after an instant (ms), with whom and where; null: none. */
export async function findNextMeeting(q: Queryable, params: { customerId: string; now: number }) {
  const { appointments, offices, staff } = q.tables;
  const [row] = await q
    .select({ appointment: appointments, adviserFirstName: staff.firstName, office: offices })
    .from(appointments)
    .innerJoin(staff, eq(staff.id, appointments.adviserId))
    .innerJoin(offices, eq(offices.id, appointments.officeId))
    .where(
      and(
        eq(appointments.customerId, params.customerId),
        eq(appointments.status, 'booked'),
        gte(appointments.startsAt, params.now),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id))
    .limit(1);
  return row ?? null;
}

/** Where letters go to: the newest postal address that is not known to be wrong; null: none. */
export async function findPostalPoint(q: Queryable, customerId: string) {
  const { contactPoints } = q.tables;
  const rows = await q
    .select()
    .from(contactPoints)
    .where(and(eq(contactPoints.customerId, customerId), eq(contactPoints.kind, 'post')))
    .orderBy(desc(contactPoints.createdAt), asc(contactPoints.id));
  return rows.find(({ health }) => health !== 'dead') ?? null;
}

/** Whether letters to a customer are written in both languages from now on. */
export async function setBilingualLetters(
  q: Queryable,
  params: { customerId: string; on: boolean; now: number },
): Promise<void> {
  const { customers } = q.tables;
  const { customerId, on: bilingualLetters, now: updatedAt } = params;
  await q.update(customers).set({ bilingualLetters, updatedAt }).where(eq(customers.id, customerId));
}

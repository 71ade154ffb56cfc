import { and, asc, eq, inArray, isNull, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';

/** A customer, locked until the transaction ends. @throws when there is none: a session belongs to somebody. */
export async function lockOwnCustomer(q: Queryable, id: string) {
  const { customers } = q.tables;
  const [row] = await forChange(q, q.select().from(customers).where(eq(customers.id, id)));
  if (!row) throw new Error('a session belongs to nobody');
  return row;
}

type Change = Partial<
  Pick<
    InferInsertModel<Tables['customers']>,
    | 'firstName'
    | 'lastName'
    | 'knownAs'
    | 'searchName'
    | 'language'
    | 'bilingualLetters'
    | 'discreet'
    | 'preferredChannel'
    | 'quietFrom'
    | 'quietTo'
    | 'officeSaid'
  >
> & { updatedAt: number };

export async function updateOwnCustomer(q: Queryable, id: string, change: Change): Promise<void> {
  const { customers } = q.tables;
  await q.update(customers).set(change).where(eq(customers.id, id));
}

/** A customer's ways of being reached, in the order in which they were told. */
export async function listOwnContacts(q: Queryable, customerId: string) {
  const { contactPoints } = q.tables;
  return q
    .select()
    .from(contactPoints)
    .where(eq(contactPoints.customerId, customerId))
    .orderBy(asc(contactPoints.createdAt), asc(contactPoints.id));
}

/** Until when letters that bear a customer's address, and that nobody has posted yet, may still be posted (ms). */
export async function listUnpostedLetters(q: Queryable, customerId: string): Promise<number[]> {
  const { letters, messages } = q.tables;
  const rows = await q
    .select({ postBy: letters.postBy })
    .from(letters)
    .innerJoin(messages, eq(messages.id, letters.messageId))
    .where(and(eq(messages.customerId, customerId), eq(messages.status, 'accepted'), isNull(letters.postedAt)));
  return rows.map(({ postBy }) => postBy);
}

/** The refusals in force for these numbers and addresses, and where they come from. */
export async function listOwnOptOuts(q: Queryable, valueIndexes: string[]) {
  if (valueIndexes.length === 0) return [];
  const { optOuts } = q.tables;
  return q
    .select({ channel: optOuts.channel, valueIndex: optOuts.valueIndex, source: optOuts.source })
    .from(optOuts)
    .where(and(inArray(optOuts.valueIndex, valueIndexes), isNull(optOuts.liftedAt)));
}

/**
 * Ends what is planned for a customer at a number or address that they gave up; somebody else's messages to it stay.
 * @returns the ids that it ended.
 */
export async function withholdFromOldContact(
  q: Queryable,
  params: { customerId: string; recipientIndex: string; now: number },
): Promise<string[]> {
  const { messages } = q.tables;
  const ended = await q
    .update(messages)
    .set({ status: 'suppressed', reason: 'contact_changed', finishedAt: params.now })
    .where(
      and(
        eq(messages.customerId, params.customerId),
        eq(messages.recipientIndex, params.recipientIndex),
        eq(messages.status, 'planned'),
        isNull(messages.reminderId),
      ),
    )
    .returning({ id: messages.id });
  return ended.map((row) => row.id);
}

/** When the session with this hashed id began (ms); null when there is none of this customer. */
export async function findSessionStart(q: Queryable, key: { idHash: string; customerId: string }) {
  const { sessions } = q.tables;
  const [row] = await q
    .select({ createdAt: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.idHash, key.idHash), eq(sessions.customerId, key.customerId)));
  return row?.createdAt ?? null;
}

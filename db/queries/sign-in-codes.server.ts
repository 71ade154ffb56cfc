import { and, desc, eq, isNull, lt, ne, sql, type InferSelectModel } from 'drizzle-orm';
import type { ContactKind } from '~/domain/contact/contact-point';
import type { Queryable } from '../client.server';
import { forUpdate } from '../dialect/locks';
import type { Tables } from '../schema/tables';

export type SignInCodeRow = InferSelectModel<Tables['signInCodes']>;

/**
 * Who has this number or address, verified or not, what may be sent to them, and the value as it is kept (sealed); without
 * those who have only said that it is theirs, which nobody has checked.
 */
export async function listOwners(q: Queryable, params: { valueIndex: string; kind: ContactKind }) {
  const { contactPoints, customers } = q.tables;
  return q
    .select({
      id: customers.id,
      language: customers.language,
      noMessages: customers.noMessages,
      discreet: customers.discreet,
      kind: contactPoints.kind,
      verifiedAt: contactPoints.verifiedAt,
      health: contactPoints.health,
      value: contactPoints.value,
    })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .where(
      and(
        eq(contactPoints.valueIndex, params.valueIndex),
        eq(contactPoints.kind, params.kind),
        ne(contactPoints.health, 'unchecked'),
      ),
    );
}

export async function insertSignInCode(q: Queryable, row: Omit<SignInCodeRow, 'tries' | 'usedAt'>): Promise<void> {
  await q.insert(q.tables.signInCodes).values(row);
}

/** The newest code that this browser asked for and has not used, locked. */
export async function lockNewestCode(q: Queryable, browserHash: string): Promise<SignInCodeRow | null> {
  const { signInCodes } = q.tables;
  const [row] = await forUpdate(
    q,
    q
      .select()
      .from(signInCodes)
      .where(and(eq(signInCodes.browserHash, browserHash), isNull(signInCodes.usedAt)))
      .orderBy(desc(signInCodes.createdAt), desc(signInCodes.id))
      .limit(1),
  );
  return row ?? null;
}

export async function countTry(q: Queryable, id: string): Promise<void> {
  const { signInCodes } = q.tables;
  await q
    .update(signInCodes)
    .set({ tries: sql`${signInCodes.tries} + 1` })
    .where(eq(signInCodes.id, id));
}

/** The newest code that this browser asked for, whatever became of it. */
export async function findNewestCode(q: Queryable, browserHash: string): Promise<SignInCodeRow | null> {
  const { signInCodes } = q.tables;
  const [row] = await q
    .select()
    .from(signInCodes)
    .where(eq(signInCodes.browserHash, browserHash))
    .orderBy(desc(signInCodes.createdAt), desc(signInCodes.id))
    .limit(1);
  return row ?? null;
}

/** By which channel a code travelled: that of the message that was written with it. */
export async function findCodeChannel(q: Queryable, code: Pick<SignInCodeRow, 'contactIndex' | 'createdAt'>) {
  const { messages } = q.tables;
  const [row] = await q
    .select({ channel: messages.channel })
    .from(messages)
    .where(
      and(
        eq(messages.recipientIndex, code.contactIndex),
        eq(messages.createdAt, code.createdAt),
        eq(messages.purpose, 'sign_in_code'),
      ),
    )
    .limit(1);
  return row?.channel ?? null;
}

/** Uses up every open code of a contact: one sign-in ends them all. */
export async function useUpCodes(q: Queryable, params: { contactIndex: string; now: number }): Promise<void> {
  const { signInCodes } = q.tables;
  await q
    .update(signInCodes)
    .set({ usedAt: params.now })
    .where(and(eq(signInCodes.contactIndex, params.contactIndex), isNull(signInCodes.usedAt)));
}

/** Forgets codes that ran out before `now`, used or not. */
export async function deleteExpiredCodes(q: Queryable, now: number): Promise<void> {
  const { signInCodes } = q.tables;
  await q.delete(signInCodes).where(lt(signInCodes.expiresAt, now));
}

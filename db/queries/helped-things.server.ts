import { eq } from 'drizzle-orm';
import type { HelpWay } from '~/domain/assisted/help';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';

/** Who put something in for the customer, and how. */
export interface HelpedBy {
  by: { firstName: string; lastName: string };
  way: HelpWay;
}

/**
 * Keeps in which help these were put in, in the transaction that puts them in.
 * @param helpId null when the customer did it themselves: then nothing is kept.
 */
export async function markHelped(
  q: Queryable,
  helpId: string | null | undefined,
  thingIds: readonly string[],
): Promise<void> {
  if (!helpId || thingIds.length === 0) return;
  await q.insert(q.tables.helpedThings).values(thingIds.map((thingId) => ({ thingId, helpId })));
}

/** Forgets in which help something was put in that is no longer there. */
export async function unmarkHelped(q: Queryable, thingId: string): Promise<void> {
  const { helpedThings } = q.tables;
  await q.delete(helpedThings).where(eq(helpedThings.thingId, thingId));
}

/** Who put these in for the customer, by the identifier of each; those that are not there the customer did themselves. */
export async function listHelpersOf(q: Queryable, thingIds: readonly string[]): Promise<Map<string, HelpedBy>> {
  if (thingIds.length === 0) return new Map();
  const { helpedThings: things, helps, staff } = q.tables;
  const rows = await q
    .select({ id: things.thingId, way: helps.way, firstName: staff.firstName, lastName: staff.lastName })
    .from(things)
    .innerJoin(helps, eq(helps.id, things.helpId))
    .innerJoin(staff, eq(staff.id, helps.staffId))
    .where(isOneOf(q, things.thingId, thingIds));
  return new Map(rows.map(({ id, way, ...by }) => [id, { by, way }]));
}

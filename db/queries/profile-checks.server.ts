import { and, desc, isNotNull } from 'drizzle-orm';
import type { Level } from '~/domain/capability/assess-capability';
import { effectiveLevel } from '~/domain/capability/effective-level';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOfNamed } from '../dialect/bulk';
import { runPrepared } from '../dialect/prepared';

/**
 * The level in effect of each of these customers, in one statement: what a person decided about their newest finished
 * profile, else what it recommends. Who has no finished profile is not in it. For how somebody is reached, and for nothing
 * about outcomes: docs/decisions/0030.
 */
export async function listLevels(q: Queryable, customerIds: readonly string[]): Promise<Map<string, Level>> {
  const ids = [...new Set(customerIds)];
  if (ids.length === 0) return new Map();
  const { profiles } = q.tables;
  const finished = () =>
    q
      .select({ customerId: profiles.customerId, recommended: profiles.recommended, decided: profiles.decided })
      .from(profiles)
      .where(and(isOneOfNamed(q, profiles.customerId, 'ids'), isNotNull(profiles.finishedAt)))
      .orderBy(desc(profiles.finishedAt), desc(profiles.id));
  const rows = await runPrepared(q, 'levels', finished, { ids: asOneValue(q, ids) });
  const levels = new Map<string, Level>();
  for (const { customerId, recommended, decided } of rows) {
    const level = effectiveLevel({ decided, recommended });
    if (level && !levels.has(customerId)) levels.set(customerId, level);
  }
  return levels;
}

/** The level in effect of one customer; null: they have no finished profile. See `listLevels`. */
export async function findLevel(q: Queryable, customerId: string): Promise<Level | null> {
  return (await listLevels(q, [customerId])).get(customerId) ?? null;
}

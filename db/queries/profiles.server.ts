import { and, desc, eq, isNotNull, isNull, sql, type InferInsertModel } from 'drizzle-orm';
import { effectiveLevel } from '~/domain/capability/effective-level';
import type { Level } from '~/domain/capability/assess-capability';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

/**
 * Capability profiles. Nothing about outcomes, attendance or sanctions may import this module: docs/decisions/0030.
 */
export type NewProfile = InferInsertModel<Tables['profiles']>;

/** The newest finished profile of a customer, which is the one that counts; answers and reason are sealed. Null: never finished one. */
export async function findCurrentProfile(q: Queryable, customerId: string) {
  const { profiles: p } = q.tables;
  const finished = () =>
    q
      .select()
      .from(p)
      .where(and(eq(p.customerId, sql.placeholder('customerId')), isNotNull(p.finishedAt)))
      .orderBy(desc(p.finishedAt), desc(p.id))
      .limit(1);
  const [row] = await runPrepared(q, 'current profile', finished, { customerId });
  return row ?? null;
}

/** The profile that a customer has begun and not finished; null: none. */
export async function findOpenProfile(q: Queryable, customerId: string) {
  const { profiles: p } = q.tables;
  const begun = () =>
    q
      .select()
      .from(p)
      .where(and(eq(p.customerId, sql.placeholder('customerId')), isNull(p.finishedAt)))
      .orderBy(desc(p.startedAt), desc(p.id))
      .limit(1);
  const [row] = await runPrepared(q, 'open profile', begun, { customerId });
  return row ?? null;
}

/** All finished profiles of a customer with who asked and who decided, the newest first. */
export async function listFinishedProfiles(q: Queryable, customerId: string) {
  const { profiles: p, staff } = q.tables;
  const name = { firstName: staff.firstName, lastName: staff.lastName };
  const rows = await q
    .select()
    .from(p)
    .where(and(eq(p.customerId, customerId), isNotNull(p.finishedAt)))
    .orderBy(desc(p.finishedAt), desc(p.id));
  const ids = rows.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy]).filter((id) => id !== null);
  const people = await q
    .select({ id: staff.id, ...name })
    .from(staff)
    .where(isOneOf(q, staff.id, ids));
  const person = (id: string | null) => people.find((one) => one.id === id) ?? null;
  return rows.map((profile) => ({ profile, asker: person(profile.askedBy), decider: person(profile.decidedBy) }));
}

/** How a customer is served at present, `confirmed` once a person has looked at it; null: they have no finished profile. */
export async function findCurrentLevel(
  q: Queryable,
  customerId: string,
): Promise<{ level: Level; confirmed: boolean } | null> {
  const current = await findCurrentProfile(q, customerId);
  const level = current && effectiveLevel(current);
  return level && { level, confirmed: current.decided !== null };
}

export async function insertProfile(q: Queryable, row: NewProfile): Promise<void> {
  await q.insert(q.tables.profiles).values(row);
}

export async function updateProfile(q: Queryable, id: string, change: Partial<Omit<NewProfile, 'id'>>): Promise<void> {
  const { profiles } = q.tables;
  await q.update(profiles).set(change).where(eq(profiles.id, id));
}

/** True when there is a profile with this id, whoever's. */
export async function isProfile(q: Queryable, id: string): Promise<boolean> {
  const { profiles } = q.tables;
  return (await q.select({ id: profiles.id }).from(profiles).where(eq(profiles.id, id))).length > 0;
}

/** Drops what was begun and not finished; what took its place has all ten answers. */
export async function deleteOpenProfiles(q: Queryable, customerId: string): Promise<void> {
  const { profiles } = q.tables;
  await q.delete(profiles).where(and(eq(profiles.customerId, customerId), isNull(profiles.finishedAt)));
}

/** Somebody has been asked: whatever it was for is dealt with. `now` in ms; `by` the colleague who asked, or null. */
export async function closeReasks(
  q: Queryable,
  params: { customerId: string; now: number; by: string | null },
): Promise<void> {
  const { reasks } = q.tables;
  await q
    .update(reasks)
    .set({ closedAt: params.now, closedBy: params.by })
    .where(and(eq(reasks.customerId, params.customerId), isNull(reasks.closedAt)));
}

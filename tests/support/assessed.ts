import type { Level } from '~/domain/capability/assess-capability';
import type { Deps } from '~/services/deps';

/** Puts a finished profile on record for a customer: what it recommends, and what a person decided, where one has. */
export async function assessed(
  { db, vault, clock, newId }: Pick<Deps, 'db' | 'vault' | 'clock' | 'newId'>,
  customerId: string,
  recommended: Level,
  fields: { decided?: Level; finishedAt?: number; source?: 'asked' | 'evidence' } = {},
): Promise<string> {
  const id = newId();
  const { finishedAt = clock.now(), decided = null, source = 'asked' } = fields;
  await db.write((q) =>
    q.insert(q.tables.profiles).values({
      ...{ id, customerId, source, answers: vault.seal('{}'), toldBy: 'customer' },
      ...{ startedAt: finishedAt, updatedAt: finishedAt, finishedAt },
      ...{ version: 1, score: 4, recommended, rule: 'score', decided, decidedAt: decided && finishedAt },
    }),
  );
  return id;
}

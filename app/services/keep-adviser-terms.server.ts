import type { Queryable } from '@db/client.server';
import { insertAdviserTerms, listOpenTerms, updateAdviserTerms } from '@db/queries/adviser-terms.server';
import type { TermReason } from '~/domain/adviser/term';
import type { Deps } from './deps';

/** Whose customer somebody becomes, why, and who said so; `adviserId` null: nobody's for now. */
export interface AdviserNamed {
  customerId: string;
  adviserId: string | null;
  reason: TermReason;
  note?: string;
  namedBy: string | null;
}

/**
 * Keeps the history of who was whose adviser: the term that lasts ends now, and the next begins at the same instant. The
 * caller holds the customers' locks and writes `customers.adviserId` in the same transaction. Who has that adviser already
 * keeps the term that lasts.
 */
export async function keepAdviserTerms(q: Queryable, deps: Deps, named: readonly AdviserNamed[]): Promise<void> {
  const now = deps.clock.now();
  const open = new Map((await listOpenTerms(q, named.map((one) => one.customerId))).map((term) => [term.customerId, term])); // prettier-ignore
  const changed = named.filter((one) => (open.get(one.customerId)?.adviserId ?? null) !== one.adviserId);
  const ended = changed.flatMap((one) => open.get(one.customerId) ?? []);
  // A term is never empty: one that has only just begun (or begins later by a clock that was ahead) is a millisecond long.
  const ends = new Map(ended.map((term) => [term.customerId, Math.max(now, term.fromAt + 1)]));
  await updateAdviserTerms(q, ended.map(({ id, customerId }) => ({ id, untilAt: ends.get(customerId)! }))); // prettier-ignore
  await insertAdviserTerms(
    q,
    changed.flatMap(({ adviserId, ...one }) =>
      adviserId === null
        ? []
        : [{ id: deps.newId(), note: '', ...one, adviserId, fromAt: ends.get(one.customerId) ?? now, untilAt: null }],
    ),
  );
}

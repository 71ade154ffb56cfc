import type { Queryable } from '@db/client.server';
import { findOpenOtherWay, insertOtherWay, lockOtherWay, updateOtherWay } from '@db/queries/other-ways.server';
import { lockCustomer } from '@db/queries/situation.server';
import { officeChain } from '~/domain/audit/audit-entry';
import type { OtherWay } from '~/domain/capability/reassess';
import type { ProfileTeller } from '~/domain/capability/teller';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** What a customer has asked for and waits for, in their own words too; `askedAt` in ms. Null: nothing. */
export async function openOtherWay(q: Queryable, deps: Deps, customerId: string) {
  const row = await findOpenOtherWay(q, customerId);
  if (!row) return null;
  const { id, wants, askedAt, note } = row;
  return { id, wants, askedAt, note: note === null ? null : deps.vault.open(note) };
}

/**
 * "I want another way." One waits at a time: another one takes the place of the one before, the same again changes nothing. On
 * record, and for their adviser to settle.
 */
export const askOtherWay =
  (deps: Deps) =>
  async (input: { teller: ProfileTeller; wants: OtherWay; note: string | null }): Promise<void> =>
    deps.db.write(async (q) => {
      const { teller, wants, note } = input;
      const { customerId, officeId, staffId } = teller;
      const now = deps.clock.now();
      await lockCustomer(q, customerId);
      const before = await openOtherWay(q, deps, customerId);
      if (before?.wants === wants && before.note === note) return;
      if (before) await updateOtherWay(q, before.id, { withdrawnAt: now });
      const id = deps.newId();
      await insertOtherWay(q, {
        ...{ id, customerId, officeId, askedAt: now, wants, toldBy: staffId === null ? 'customer' : 'staff' },
        note: note === null ? null : deps.vault.seal(note),
      });
      await noteForTeller(q, deps, teller, 'other_way.asked', id, wants);
    });

/** Takes it back; without one that waits nothing is changed. On record. */
export const withdrawOtherWay =
  (deps: Deps) =>
  async ({ teller }: { teller: ProfileTeller }): Promise<void> =>
    deps.db.write(async (q) => {
      await lockCustomer(q, teller.customerId);
      const open = await findOpenOtherWay(q, teller.customerId);
      if (!open) return;
      await updateOtherWay(q, open.id, { withdrawnAt: deps.clock.now() });
      await noteForTeller(q, deps, teller, 'other_way.withdrawn', open.id);
    });

async function noteForTeller(
  q: Queryable,
  deps: Deps,
  { customerId, officeId, staffId }: ProfileTeller,
  action: 'other_way.asked' | 'other_way.withdrawn',
  id: string,
  detail?: string,
): Promise<void> {
  const actor =
    staffId === null ? { kind: 'customer' as const, id: customerId } : { kind: 'staff' as const, id: staffId };
  await appendAudit(q, deps, { chain: officeChain(officeId), actor, action, subjectKind: 'other_way', subjectId: id, detail }); // prettier-ignore
}

export type SettleResult = { ok: true; customerId: string } | { ok: false; reason: 'not_found' };

/**
 * A colleague has seen to it, or takes that back. The same again changes nothing, nor does settling what the customer has
 * taken back meanwhile, nor reopening what they have asked anew. On record.
 */
export const settleOtherWay =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; id: string; settled: boolean }): Promise<SettleResult> =>
    deps.db.write(async (q) => {
      const { staff, id, settled } = input;
      const row = await lockOtherWay(q, { id, officeId: staff.officeId });
      if (!row) return { ok: false, reason: 'not_found' };
      const { customerId, settledAt, withdrawnAt } = row;
      const isDone = settled === (settledAt !== null) || withdrawnAt !== null;
      if (isDone || (!settled && (await findOpenOtherWay(q, customerId)))) return { ok: true, customerId };
      const now = deps.clock.now();
      await updateOtherWay(q, id, settled ? { settledAt: now, settledBy: staff.id } : { settledAt: null, settledBy: null }); // prettier-ignore
      await appendAudit(q, deps, {
        ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id } },
        ...{ action: settled ? 'other_way.settled' : 'other_way.reopened', subjectKind: 'other_way', subjectId: id },
      });
      return { ok: true, customerId };
    });

import type { Queryable } from '@db/client.server';
import {
  deleteAdviserTerm,
  findTermBefore,
  listOpenTerms,
  listTermsNamed,
  updateAdviserTerms,
  type AdviserTermRow,
} from '@db/queries/adviser-terms.server';
import { closeCallsTo, findOpenCall } from '@db/queries/call-list.server';
import { lockAdviser } from '@db/queries/availability.server';
import { listCoverPeople } from '@db/queries/covers.server';
import { lockOfficeCustomers, updateCustomerAdvisers } from '@db/queries/customers.server';
import { lockMessage } from '@db/queries/messages.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { mayTakeBack } from '~/domain/adviser/term';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import { withdrawAdviserNews } from './tell-of-adviser.server';

export type UndoNamingResult =
  | { ok: true; changed: boolean }
  /** `told`: the customer knows already, or it is too long ago. `left`: the adviser before takes no customers any more. */
  | { ok: false; reason: 'not_found' | 'told' | 'left' };

/**
 * Takes back that a customer of the member's office got another adviser: as if it had not been, but for the audit trail. Up
 * to a day later, and only while nobody has told the customer; after that they are given back like any others, and told.
 */
export const undoNaming =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; customerId: string; termId: string }): Promise<UndoNamingResult> =>
    deps.db.write((q) => takeBack(q, deps, input));

/**
 * The same for all whom this member passed on between two instants (ms). @returns how many went back, and how many could not.
 */
export const undoPassingOn =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; since: number; until: number }): Promise<{ back: number; stay: number }> => {
    const { staff, since, until } = input;
    const span = { officeId: staff.officeId, namedBy: staff.id, since, until };
    const terms = await deps.db.read((q) => listTermsNamed(q, span));
    let back = 0;
    // One at a time: each stands by itself, and others who write need not wait for all of them.
    for (const { term } of terms) {
      const { id: termId, customerId } = term;
      const result = await deps.db.write((q) => takeBack(q, deps, { staff, customerId, termId }));
      if (result.ok && result.changed) back += 1;
    }
    return { back, stay: terms.length - back };
  };

async function takeBack(
  q: Queryable,
  deps: Deps,
  { staff, customerId, termId }: { staff: SignedInStaff; customerId: string; termId: string },
): Promise<UndoNamingResult> {
  const { officeId } = staff;
  const [customer] = await lockOfficeCustomers(q, { officeId, ids: [customerId] });
  if (!customer) return { ok: false, reason: 'not_found' };
  const [term] = await listOpenTerms(q, [customerId]);
  // Pressed twice: the first press has done it.
  if (term?.id !== termId) return { ok: true, changed: false };
  const now = deps.clock.now();
  const message = await lockMessage(q, termId);
  // Whom no message tells is told by phone: while that call is still to be made.
  const waits = message ?? (await findOpenCall(q, { customerId, reason: 'adviser_changed' }));
  if (!waits || !mayTakeBack(term, message, now)) return { ok: false, reason: 'told' };
  const before = await previous(q, term);
  if (before) await lockAdviser(q, before.adviserId);
  if (before && !(await listCoverPeople(q, officeId)).some(({ id }) => id === before.adviserId))
    return { ok: false, reason: 'left' };
  await withdrawAdviserNews(q, deps, [customerId], 'adviser_taken_back');
  await closeCallsTo(q, {
    ...{ customerIds: [customerId], reasons: ['adviser_changed'], outcome: 'not_needed', by: staff.id, now },
  });
  await deleteAdviserTerm(q, termId);
  if (before) await updateAdviserTerms(q, [{ id: before.id, untilAt: null }]);
  await updateCustomerAdvisers(q, [{ id: customerId, adviserId: before?.adviserId ?? null, updatedAt: now }]);
  await appendAudit(q, deps, {
    ...{ chain: officeChain(officeId), actor: { kind: 'staff', id: staff.id }, action: 'customer.adviser_taken_back' },
    ...{ subjectKind: 'customer', subjectId: customerId, detail: term.adviserId },
  });
  return { ok: true, changed: true };
}

/** Whose they were until this term began; null when they were nobody's. */
async function previous(q: Queryable, term: AdviserTermRow): Promise<AdviserTermRow | null> {
  const before = await findTermBefore(q, term);
  return before?.untilAt === term.fromAt ? before : null;
}

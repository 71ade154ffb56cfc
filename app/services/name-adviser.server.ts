import type { Queryable } from '@db/client.server';
import { listOpenTerms } from '@db/queries/adviser-terms.server';
import { countCaseloads } from '@db/queries/caseload.server';
import { listCoverPeople } from '@db/queries/covers.server';
import { lockOfficeCustomers, updateCustomerAdvisers } from '@db/queries/customers.server';
import { lockAdviser } from '@db/queries/availability.server';
import { spreadEvenly } from '~/domain/adviser/spread-evenly';
import type { TermReason } from '~/domain/adviser/term';
import { officeChain } from '~/domain/audit/audit-entry';
import { MINUTE } from '~/domain/clock';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { keepAdviserTerms } from './keep-adviser-terms.server';
import type { SignedInStaff } from './sessions.server';
import { tellOfAdviser, withdrawAdviserNews } from './tell-of-adviser.server';

export interface Naming {
  staff: SignedInStaff;
  reason: TermReason;
  /** For colleagues, in words; empty: none. */
  note: string;
  requestId: string | null;
}

export type NameAdviserResult =
  | { ok: true; changed: boolean }
  /** `not_adviser`: nobody of this office who has customers. `changed_since`: somebody else is their adviser by now. */
  | { ok: false; reason: 'not_found' | 'not_adviser' | 'changed_since' };

/**
 * Gives a customer of the member's office another adviser, or their first, and tells them. The one before stays in the
 * history; appointments stay with whom they are. The same form twice is once. On record.
 * @param input.from the adviser that the form showed; null: none.
 */
export const nameAdviser =
  (deps: Deps) =>
  async (input: Naming & { customerId: string; from: string | null; adviserId: string }): Promise<NameAdviserResult> =>
    deps.db.write(async (q) => {
      const { staff, customerId, from, adviserId } = input;
      const [customer] = await lockOfficeCustomers(q, { officeId: staff.officeId, ids: [customerId] });
      if (!customer) return { ok: false, reason: 'not_found' };
      if (customer.adviserId === adviserId) return { ok: true, changed: false };
      if (customer.adviserId !== from) return { ok: false, reason: 'changed_since' };
      if (!(await lockTakers(q, staff.officeId, [adviserId]))) return { ok: false, reason: 'not_adviser' };
      await pass(q, deps, input, [{ ...customer, to: adviserId }]);
      return { ok: true, changed: true };
    });

export type PassOnResult =
  { ok: true; moved: number; since: number; until: number } | { ok: false; reason: 'not_adviser' | 'nobody' };

/** So many customers are passed on in one transaction: others who write wait no longer than that. */
const TOGETHER = 50;

/**
 * Passes customers of one adviser on to another, or to several so that their caseloads become as even as they can, and tells
 * each. Whoever is not that adviser's any more is passed over, so that the same form twice is once. In transactions of 50:
 * what is interrupted is finished by sending the form again. On record, a line for each.
 * @param input.from whose they are; null: nobody's.
 * A taker who leaves meanwhile ends it after those who have changed hands.
 * @returns how many changed hands, and the instants (ms) between which they did, for `undoNaming`.
 */
export const passCustomersOn =
  (deps: Deps) =>
  async (
    input: Naming & { from: string | null; customerIds: readonly string[]; to: readonly string[] },
  ): Promise<PassOnResult> => {
    const { staff, from, customerIds } = input;
    const { officeId } = staff;
    const to = [...new Set(input.to)].filter((id) => id !== from);
    if (customerIds.length === 0) return { ok: false, reason: 'nobody' };
    const caseloads = await deps.db.read((q) => countCaseloads(q, officeId));
    const given = spreadEvenly([...new Set(customerIds)], to.map((id) => ({ id, caseload: caseloads.get(id) ?? 0 }))); // prettier-ignore
    if (given.size === 0) return { ok: false, reason: 'not_adviser' };
    const since = deps.clock.now();
    let moved = 0;
    const ids = [...given.keys()];
    for (let n = 0; n < ids.length; n += TOGETHER) {
      const done = await deps.db.write(async (q) => {
        const locked = await lockOfficeCustomers(q, { officeId, ids: ids.slice(n, n + TOGETHER) });
        if (!(await lockTakers(q, officeId, to))) return null;
        const passed = locked
          .filter(({ adviserId }) => adviserId === from)
          .map((customer) => ({ ...customer, to: given.get(customer.id)! }));
        await pass(q, deps, input, passed);
        return passed.length;
      });
      if (done === null && moved === 0) return { ok: false, reason: 'not_adviser' };
      // One of the takers left meanwhile: what was done is told of, and the others are still there to be passed on.
      if (done === null) break;
      moved += done;
    }
    // Pressed twice: what the first press did is what there is to tell.
    return { ok: true, moved, since: moved > 0 ? since : since - MINUTE, until: Math.max(since, deps.clock.now()) + 1 };
  };

/** Locks who takes customers over, so that none of them leaves meanwhile. @returns false when one has no customers here. */
async function lockTakers(q: Queryable, officeId: string, ids: readonly string[]): Promise<boolean> {
  for (const id of [...ids].sort()) await lockAdviser(q, id);
  const people = (await listCoverPeople(q, officeId)).map(({ id }) => id);
  return ids.length > 0 && ids.every((id) => people.includes(id));
}

/** Writes whose they are, the history, the messages and, last, the record. The caller holds the customers' locks. */
async function pass(
  q: Queryable,
  deps: Deps,
  { staff, reason, note, requestId }: Naming,
  customers: readonly { id: string; adviserId: string | null; to: string }[],
): Promise<void> {
  if (customers.length === 0) return;
  const now = deps.clock.now();
  const ids = customers.map(({ id }) => id);
  // Who has only just been told of is not told of any more.
  await withdrawAdviserNews(q, deps, ids, 'adviser_changed_again');
  await updateCustomerAdvisers(q, customers.map(({ id, to }) => ({ id, adviserId: to, updatedAt: now }))); // prettier-ignore
  const sealed = note === '' ? '' : deps.vault.seal(note);
  const named = { reason, note: sealed, namedBy: staff.id };
  await keepAdviserTerms(q, deps, customers.map(({ id, to }) => ({ customerId: id, adviserId: to, ...named }))); // prettier-ignore
  const terms = new Map((await listOpenTerms(q, ids)).map((term) => [term.customerId, term.id]));
  for (const { id, adviserId } of customers) {
    await tellOfAdviser(q, deps, { termId: terms.get(id)!, customerId: id, first: adviserId === null, requestId });
  }
  for (const { id, to } of customers) {
    await appendAudit(q, deps, {
      ...{
        chain: officeChain(staff.officeId),
        actor: { kind: 'staff', id: staff.id },
        action: 'customer.adviser_named',
      },
      ...{ subjectKind: 'customer', subjectId: id, detail: `${reason} ${to}` },
    });
  }
}

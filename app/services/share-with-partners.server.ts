import type { Queryable } from '@db/client.server';
import { findPartner, insertConsent, listConsents, listPartners, withdrawConsents } from '@db/queries/consents.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { listLooksOfPartners, listWhoShare } from '@db/queries/shared-plans.server';
import { lockOwnCustomer } from '@db/queries/own-details.server';
import type { Actor } from '~/domain/access/role';
import { officeChain } from '~/domain/audit/audit-entry';
import { consentInForce } from '~/domain/consent/may-see-plan';
import { groupBy } from '~/domain/group-by';
import { wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';

/** May this partner see this customer's plan, now? The only place that answers it: whoever shows a plan asks here. */
export async function mayPartnerSeePlan(
  q: Queryable,
  ask: { partnerId: string; customerId: string; now: number },
): Promise<boolean> {
  const partner = await findPartner(q, ask.partnerId);
  if (!partner) return false;
  return consentInForce(partner, await listConsents(q, ask.customerId), ask.now) !== null;
}

/** The customers whose plan a partner may see now, by the same rule, in the order of their names. */
export async function listCustomersWhoShare(
  q: Queryable,
  { partner, now }: { partner: { id: string; active: boolean }; now: number },
) {
  const rows = await listWhoShare(q, { partnerId: partner.id, now });
  return [...groupBy(rows, ({ customer }) => customer.id).values()].flatMap((theirs) => {
    const consents = theirs.map(({ consent }) => consent);
    const { consent: _, ...who } = theirs[0]!;
    return consentInForce(partner, consents, now) === null ? [] : [who];
  });
}

/** Looks of partners that a customer is shown. */
const LOOKS = 20;

/** The partners, whether each may see the plan, and what was agreed and taken back before. Instants in ms. */
export const viewSharing =
  (deps: Deps) =>
  async ({ customerId }: { customerId: string }) =>
    deps.db.read(async (q) => {
      const now = deps.clock.now();
      const person = await findCustomerWithOffice(q, customerId);
      if (!person) throw new Error('a session belongs to nobody');
      const consents = await listConsents(q, customerId);
      const zone = person.office.timeZone;
      const looks = await listLooksOfPartners(q, { customerId, limit: LOOKS });
      const shown = [];
      for (const { id, name, what, whatInWelsh, active } of await listPartners(q)) {
        const given = await mayPartnerSeePlan(q, { partnerId: id, customerId, now });
        const history = consents
          .filter(({ partnerId }) => partnerId === id)
          .flatMap(({ givenAt, withdrawnAt }) => [
            { what: 'given' as const, at: givenAt },
            ...(withdrawnAt === null ? [] : [{ what: 'withdrawn' as const, at: withdrawnAt }]),
          ])
          .reverse();
        shown.push({ id, name, what, whatInWelsh, active, given, history, looked: daysOf(looks, id, zone) });
      }
      return {
        zone,
        // One that we no longer work with is shown to those alone who once agreed.
        partners: shown.filter(({ active, history }) => active || history.length > 0),
      };
    });

/** The days on which people of a partner looked, the latest first: the last instant (ms) of each. */
function daysOf(looks: readonly { at: number; partnerId: string }[], id: string, zone: string): number[] {
  const theirs = looks.filter(({ partnerId }) => partnerId === id).map(({ at }) => at);
  return theirs.filter((at, n) => n === 0 || wallClockOf(at, zone).date !== wallClockOf(theirs[n - 1]!, zone).date);
}

export type SharingView = Awaited<ReturnType<ReturnType<typeof viewSharing>>>;

/** A customer agrees that a partner may see their plan. Agreed already: nothing changes. */
export const giveConsent =
  (deps: Deps) =>
  async ({ customerId, partnerId }: { customerId: string; partnerId: string }): Promise<'done' | 'not_found'> =>
    deps.db.write(async (q) => {
      const customer = await lockOwnCustomer(q, customerId);
      const partner = await findPartner(q, partnerId);
      if (!partner?.active) return 'not_found';
      const now = deps.clock.now();
      if (consentInForce(partner, await listConsents(q, customerId), now)) return 'done';
      const actor = { kind: 'customer' as const, id: customerId };
      await insertConsent(q, { id: deps.newId(), customerId, partnerId, givenAt: now, givenBy: actor.kind });
      await record(q, deps, { officeId: customer.officeId, actor, action: 'consent.given', partnerId });
      return 'done';
    });

/** The customer takes it back: from this moment the partner sees nothing. Not agreed: nothing changes. */
export const withdrawConsent =
  (deps: Deps) =>
  async ({ customerId, partnerId }: { customerId: string; partnerId: string }): Promise<'done' | 'not_found'> =>
    deps.db.write(async (q) => {
      const customer = await lockOwnCustomer(q, customerId);
      if (!(await findPartner(q, partnerId))) return 'not_found';
      const actor = { kind: 'customer' as const, id: customerId };
      const ended = await withdrawConsents(q, { customerId, partnerId, now: deps.clock.now(), by: actor.kind });
      if (ended > 0)
        await record(q, deps, { officeId: customer.officeId, actor, action: 'consent.withdrawn', partnerId });
      return 'done';
    });

function record(
  q: Queryable,
  deps: Deps,
  fact: { officeId: string; actor: Actor; action: 'consent.given' | 'consent.withdrawn'; partnerId: string },
): Promise<void> {
  const { officeId, actor, action, partnerId } = fact;
  const about = { subjectKind: 'customer', subjectId: actor.id, detail: partnerId };
  return appendAudit(q, deps, { chain: officeChain(officeId), actor, action, ...about });
}

import { findCustomerWithOffice } from '@db/queries/home.server';
import { findPartnerOf } from '@db/queries/shared-plans.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { isCalled } from '~/domain/contact/search-name';
import { wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit, recordRead } from './audit.server';
import type { Deps } from './deps';
import { loadPlan, type ShownGoal, type ShownStep } from './load-plan.server';
import type { SignedInStaff } from './sessions.server';
import { listCustomersWhoShare, mayPartnerSeePlan } from './share-with-partners.server';

/** Plans on one page. */
const PAGE = 50;

/**
 * The customers who have agreed that the organisation of somebody from a partner may see their plan, now; on record as read.
 * Nothing of a plan is in the list: whoever reads one opens it, which its owner sees.
 * @param input.typed a name, or a part of one, that leaves out whoever is not called that.
 * Nobody for whoever is of no organisation, or of one that we do not work with any more.
 */
export const viewSharedPlans = (deps: Deps) => async (input: { staff: SignedInStaff; page: number; typed: string }) => {
  const { staff, typed } = input;
  const now = deps.clock.now();
  const found = await deps.db.read(async (q) => {
    const partner = await findPartnerOf(q, staff.id);
    const everybody = partner ? await listCustomersWhoShare(q, { partner, now }) : [];
    const all = everybody.filter(({ customer }) => isCalled(customer, typed));
    const pages = Math.max(1, Math.ceil(all.length / PAGE));
    const page = Math.min(Math.max(1, input.page), pages);
    const shown = all.slice((page - 1) * PAGE, page * PAGE);
    return {
      partner: partner && { id: partner.id, name: partner.name },
      ...{ count: all.length, page, pages, typed, isNobody: everybody.length === 0 },
      plans: shown.map(({ customer, officeName, adviserFirstName }) => ({ customer, officeName, adviserFirstName })),
    };
  });
  const { partner } = found;
  const subject = { subjectKind: 'partner', subjectId: partner?.id ?? null };
  await recordRead(deps)({ reader: staff, action: 'shared_plans.read', ...subject });
  return found;
};

export type SharedPlansView = Awaited<ReturnType<ReturnType<typeof viewSharedPlans>>>;

/** What a partner sees of a step: who does it and by when, and whether it is done. Not what stands in its way: that was said to the adviser. */
const shared = ({ id, action, owner, dueOn, doneAt }: ShownStep) => ({ id, action, owner, dueOn, doneAt });
const sharedGoal = ({ id, title, steps }: ShownGoal) => ({ id, title, steps: steps.map(shared) });

/**
 * The plan of one customer for somebody from a partner: goals and steps, and nothing else that is held. Consent is asked for
 * and the look is put on record in one transaction, with the customer's office; the customer sees when.
 * @returns null when there is no such customer, or they do not agree to it now: the two look the same.
 */
export const viewSharedPlan = (deps: Deps) => async (input: { staff: SignedInStaff; customerId: string }) => {
  const { staff, customerId } = input;
  return deps.db.write(async (q) => {
    const now = deps.clock.now();
    const partner = await findPartnerOf(q, staff.id);
    if (!partner || !(await mayPartnerSeePlan(q, { partnerId: partner.id, customerId, now }))) return null;
    const owner = await findCustomerWithOffice(q, customerId);
    if (!owner) return null;
    const { customer, office, adviserFirstName } = owner;
    const zone = office.timeZone;
    const today = wallClockOf(now, zone).date;
    const { goals, loose, done, ended } = await loadPlan(q, customerId, today);
    const subject = { subjectKind: 'customer', subjectId: customerId, detail: partner.id };
    const actor = { kind: 'staff' as const, id: staff.id };
    await appendAudit(q, deps, { chain: officeChain(office.id), actor, action: 'plan.read_by_partner', ...subject });
    return {
      customer: { id: customer.id, firstName: customer.firstName, lastName: customer.lastName },
      ...{ officeName: office.name, adviserFirstName, zone, today },
      goals: { short: goals.short.map(sharedGoal), long: goals.long.map(sharedGoal) },
      reached: ended.filter(({ reached }) => reached).map(({ id, title }) => ({ id, title })),
      ...{ loose: loose.map(shared), done: done.map(shared) },
    };
  });
};

export type SharedPlanView = NonNullable<Awaited<ReturnType<ReturnType<typeof viewSharedPlan>>>>;
export type SharedStep = ReturnType<typeof shared>;

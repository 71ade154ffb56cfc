import { lockOfficeSignpost, updateSignpost } from '@db/queries/signposts.server';
import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import type { Queryable } from '@db/client.server';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import type { Language } from '~/domain/language';
import { askDay, isDigitalNeed } from '~/domain/signpost/signpost';
import type { Pick } from '~/domain/signpost/signpost-form';
import { appendAudit, recordRead } from './audit.server';
import type { Deps } from './deps';
import { pointTo } from './point-to.server';
import type { SignedInStaff } from './sessions.server';
import { notGiven, onSheet, suggestSignposts } from './suggest-signposts.server';

interface OnCustomer {
  staff: SignedInStaff;
  customerId: string;
}

/** Champions help with computers and phones, and see nothing else of somebody's situation. */
const digitalOnly = (staff: SignedInStaff) => staff.role === 'champion';

/**
 * What a member of staff can point a customer of their office to, with the reasons, and what was given. On record as read.
 * @returns null when there is no such customer, or they are another office's.
 */
export const viewSignposts =
  (deps: Deps) =>
  async ({ staff, customerId, language }: OnCustomer & { language: Language }) => {
    const view = await deps.db.read(async (q) => {
      const mine = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
      if (!mine) return null;
      const found = await suggestSignposts(q, deps, { customerId, language, digitalOnly: digitalOnly(staff) });
      const { standpoint, profiled, told, suggestions, given } = found;
      const { id, firstName, lastName } = standpoint.customer;
      return {
        customer: { id, firstName, lastName, language: standpoint.customer.language },
        ...{ now: standpoint.now, zone: standpoint.zone, today: standpoint.today, profiled, told, given },
        askOn: askDay(standpoint.today),
        suggestions: notGiven(suggestions, given),
        mayAsk: !digitalOnly(staff),
      };
    });
    if (!view) return null;
    await recordRead(deps)({ reader: staff, action: 'signposts.read', subjectKind: 'customer', subjectId: customerId });
    return view;
  };

export type SignpostsView = NonNullable<Awaited<ReturnType<ReturnType<typeof viewSignposts>>>>;

/** The sheet for a customer, in their language. On record as printed. @returns null when they are not of this office. */
export const printSignposts =
  (deps: Deps) =>
  async ({ staff, customerId }: OnCustomer) => {
    const view = await deps.db.read(async (q) => {
      if (!(await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId }))) return null;
      const found = await suggestSignposts(q, deps, { customerId, language: null, digitalOnly: digitalOnly(staff) });
      const { now, zone, today, phone } = found.standpoint;
      return { now, zone, today, phone, language: found.language, items: onSheet(found) };
    });
    if (!view) return null;
    await recordRead(deps)({
      ...{ reader: staff, action: 'signposts.printed', subjectKind: 'customer', subjectId: customerId },
    });
    return view;
  };

export type GivingResult = { ok: true; given: number; ids: string[] } | { ok: false; reason: 'not_found' | 'gone' };

/**
 * Points a customer of the office to what was ticked. What they were pointed to before stays as it is: twice is once. On record.
 * @param input.askOn the day on which somebody asks what came of it; null: nobody does.
 */
export const giveSignposts =
  (deps: Deps) =>
  async (input: OnCustomer & { picks: readonly Pick[]; askOn: string | null }): Promise<GivingResult> =>
    deps.db.write(async (q) => {
      const { staff, customerId, picks, askOn } = input;
      const mine = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
      if (!mine) return { ok: false, reason: 'not_found' };
      if (digitalOnly(staff) && !picks.every(({ need }) => isDigitalNeed(need))) return { ok: false, reason: 'gone' };
      const made = await pointTo(q, deps, { customerId, picks, by: staff.id, askOn: () => askOn });
      if (!made) return { ok: false, reason: 'gone' };
      const fresh = made.filter(({ isNew }) => isNew);
      for (const { id } of fresh) await noteSignpost(q, deps, staff, 'signpost.given', id);
      return { ok: true, given: fresh.length, ids: made.map(({ id }) => id) };
    });

/**
 * Takes back a signpost of a customer of the office, or gives it again. Twice is once. On record.
 * @returns whose it is; null when there is none.
 */
export const setSignpostWithdrawn =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; id: string; withdrawn: boolean }): Promise<{ customerId: string } | null> =>
    deps.db.write(async (q) => {
      const { staff, id, withdrawn } = input;
      const row = await lockForStaff(q, staff, id);
      if (!row) return null;
      if ((row.withdrawnAt !== null) !== withdrawn) {
        await updateSignpost(q, id, { withdrawnAt: withdrawn ? deps.clock.now() : null });
        await noteSignpost(q, deps, staff, withdrawn ? 'signpost.withdrawn' : 'signpost.restored', id);
      }
      return { customerId: row.customerId };
    });

/** A signpost that the member may change, locked: of their office, and for champions about computers and phones alone. */
export async function lockForStaff(q: Queryable, staff: SignedInStaff, id: string) {
  const row = await lockOfficeSignpost(q, { id, officeId: staff.officeId });
  return row && digitalOnly(staff) && !isDigitalNeed(row.need) ? null : row;
}

export async function noteSignpost(
  q: Queryable,
  deps: Deps,
  staff: SignedInStaff,
  action: AuditAction,
  id: string,
  detail?: string,
): Promise<void> {
  await appendAudit(q, deps, {
    ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, action, detail },
    ...{ subjectKind: 'signpost', subjectId: id },
  });
}

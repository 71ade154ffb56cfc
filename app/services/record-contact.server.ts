import { lockOfficeCustomer } from '@db/queries/customer-care.server';
import {
  findContactRecord,
  insertContactRecord,
  setContactWithdrawn,
  type ContactRecord,
} from '@db/queries/contact-records.server';
import { getTimeZone } from '@db/queries/availability.server';
import type { Queryable } from '@db/client.server';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import type { WrittenContact } from '~/domain/journey/contact-form';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type RecordContactResult = { ok: true; id: string; changed: boolean } | { ok: false; reason: 'not_found' };

/**
 * Writes down a contact with a customer of the member's office. The same form with the same words twice is one contact. One of
 * today was just now; of an earlier day only the date is known, so it stands at the day's beginning. On record.
 * @param input.key the id that the form carries; null when it brought none.
 */
export const recordContact =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    customerId: string;
    key: string | null;
    contact: WrittenContact;
  }): Promise<RecordContactResult> =>
    deps.db.write(async (q) => {
      const { staff, customerId, key, contact } = input;
      const { officeId } = staff;
      if (!(await lockOfficeCustomer(q, { id: customerId, officeId }))) return { ok: false, reason: 'not_found' };
      const before = key === null ? null : await findContactRecord(q, key);
      if (before && isTheSame(deps, before, input)) return { ok: true, id: before.id, changed: false };
      const now = deps.clock.now();
      const zone = await getTimeZone(q, officeId);
      const { channel, direction, service, helped, minutes, on, note } = contact;
      const id = key === null || before ? deps.newId() : key;
      await insertContactRecord(q, {
        ...{ id, customerId, officeId, channel, direction, service, helped, minutes, staffId: staff.id },
        at: on === wallClockOf(now, zone).date ? now : dayBounds(on, zone).from,
        note: note === '' ? null : deps.vault.seal(note),
        createdAt: now,
        withdrawnAt: null,
      });
      await onRecord(q, deps, staff, 'contact.recorded', customerId, channel);
      return { ok: true, id, changed: true };
    });

function isTheSame(
  deps: Deps,
  before: ContactRecord,
  { staff, customerId, contact }: Parameters<ReturnType<typeof recordContact>>[0],
): boolean {
  const note = before.note === null ? '' : deps.vault.open(before.note);
  const { channel, direction, service, helped, minutes } = before;
  const same = { ...contact, channel, direction, service, helped, minutes, note };
  return (
    before.customerId === customerId &&
    before.staffId === staff.id &&
    before.withdrawnAt === null &&
    JSON.stringify(same) === JSON.stringify(contact)
  );
}

export type WithdrawContactResult =
  { ok: true; customerId: string; changed: boolean } | { ok: false; reason: 'not_found' };

/**
 * Takes a contact off the record, or puts it back. Advisers and managers may for everybody's of their office, others for what
 * they wrote themselves. Twice is once. On record.
 */
export const setContactOnRecord =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; id: string; stands: boolean }): Promise<WithdrawContactResult> =>
    deps.db.write(async (q) => {
      const { staff, id, stands } = input;
      const found = await findContactRecord(q, id);
      if (found?.officeId !== staff.officeId) return { ok: false, reason: 'not_found' };
      const { customerId } = found;
      if (staff.role === 'champion' && found.staffId !== staff.id) return { ok: false, reason: 'not_found' };
      if (!(await lockOfficeCustomer(q, { id: customerId, officeId: staff.officeId })))
        return { ok: false, reason: 'not_found' };
      const now = (await findContactRecord(q, id))!;
      if ((now.withdrawnAt === null) === stands) return { ok: true, customerId, changed: false };
      await setContactWithdrawn(q, { id, at: stands ? null : deps.clock.now() });
      await onRecord(q, deps, staff, stands ? 'contact.restored' : 'contact.withdrawn', customerId, found.channel);
      return { ok: true, customerId, changed: true };
    });

function onRecord(
  q: Queryable,
  deps: Deps,
  staff: SignedInStaff,
  action: AuditAction,
  customerId: string,
  detail: string,
) {
  const fact = { chain: officeChain(staff.officeId), actor: { kind: 'staff' as const, id: staff.id }, action, detail };
  return appendAudit(q, deps, { ...fact, subjectKind: 'customer', subjectId: customerId });
}

import type { Queryable } from '@db/client.server';
import { closeCallsTo } from '@db/queries/call-list.server';
import { updateContactChange, type ContactChangeRow } from '@db/queries/contact-changes.server';
import { deleteContactPoints, insertContactPoints } from '@db/queries/contact-points.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { listOwnContacts, withholdFromOldContact } from '@db/queries/own-details.server';
import { insertBookingNews } from '@db/queries/reminders.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { isRemoval } from '~/domain/contact/contact-change';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { tellOfContactChange } from './tell-of-contact-change.server';

/**
 * Makes a change of a number or address true, in the caller's transaction with the change locked: the new one is there, the
 * old one is gone with what was planned for it, the old one is told, the adviser can see it and the trail has it.
 * A mobile or email address is verified by its code; a landline waits for the adviser, who asks.
 */
export async function applyContactChange(
  q: Queryable,
  deps: Deps,
  change: ContactChangeRow,
  requestId: string | null,
): Promise<void> {
  const { customerId, kind, valueIndex } = change;
  const now = deps.clock.now();
  const person = await findCustomerWithOffice(q, customerId);
  if (!person) throw new Error('a change belongs to nobody');
  const points = await listOwnContacts(q, customerId);
  const old = points.find(({ id }) => id === change.replacesId) ?? null;
  const removal = isRemoval(change);
  const kept = points.filter((point) => point !== old);

  if (old) {
    await deleteContactPoints(q, [old.id]);
    const ended = await withholdFromOldContact(q, { customerId, recipientIndex: old.valueIndex, now });
    const news = { at: now, status: 'suppressed' as const, source: 'booking' as const, newsKey: 'contact_changed' };
    await insertBookingNews(
      q,
      ended.map((messageId) => ({ ...news, id: deps.newId(), messageId, detail: 'contact_changed' })),
    );
  }
  const isThere = kept.some((point) => point.kind === kind && point.valueIndex === valueIndex);
  if (!removal && !isThere) {
    const verifiedAt = kind === 'landline' ? null : now;
    const { value } = change;
    await insertContactPoints(q, [
      {
        ...{ id: deps.newId(), customerId, kind, value, valueIndex, verifiedAt },
        ...{
          health: kind === 'landline' ? ('unchecked' as const) : ('untried' as const),
          lastDeliveredAt: null,
          createdAt: now,
        },
      },
    ]);
    // Nobody needs to ask for a new number any more.
    if (kind === 'mobile' || kind === 'landline') {
      const closing = { outcome: 'not_needed' as const, by: null, now };
      await closeCallsTo(q, { customerIds: [customerId], reasons: ['wrong_number'], ...closing });
    }
  }
  await updateContactChange(q, change.id, { confirmedAt: now, codeHash: null });
  const what = removal ? 'removed' : old ? 'changed' : 'added';
  const others = kept.filter((point) => point.valueIndex !== valueIndex);
  await tellOfContactChange(q, deps, { person, what, kind, old, others, requestId });
  await appendAudit(q, deps, {
    chain: officeChain(person.office.id),
    actor: { kind: 'customer', id: customerId },
    action: `contact_point.${what}`,
    subjectKind: 'customer',
    subjectId: customerId,
    detail: kind,
  });
}

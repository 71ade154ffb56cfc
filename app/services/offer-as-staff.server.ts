import type { Queryable } from '@db/client.server';
import { findSlot, updateSlot } from '@db/queries/freed-slots.server';
import { findOffer } from '@db/queries/slot-offers.server';
import { OFFER_RULES } from '~/domain/appointment/freed-time';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { answerOffer, type OfferAnswered } from './answer-offer.server';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { lookAt, offerNow } from './offer-freed-times.server';
import type { SignedInStaff } from './sessions.server';

interface OnSlot {
  staff: SignedInStaff;
  slotId: string;
}

export type OfferWork = { ok: true; asked: number } | { ok: false; reason: 'not_found' | 'over' };

/** Offers a freed time of the member's office at once, one that was stopped too; see `offerFreedTimes`. On record. */
export const offerSlotNow =
  (deps: Deps) =>
  async ({ staff, slotId }: OnSlot): Promise<OfferWork> =>
    deps.db.write(async (q) => {
      const slot = await findOwn(q, staff, slotId);
      if (!slot) return { ok: false, reason: 'not_found' };
      if (slot.filledBy !== null || slot.startsAt < deps.clock.now() + OFFER_RULES.leastNotice)
        return { ok: false, reason: 'over' };
      const look = await lookAt(q, deps, slotId, true);
      const asked = look && (await offerNow(q, deps, look, true));
      if (asked === null) return { ok: false, reason: 'over' };
      await note(q, deps, staff, 'earlier_time.offered', slotId, String(asked));
      return { ok: true, asked };
    });

/** Asks nobody else about a freed time; who was asked may still answer. On record. */
export const stopOffering =
  (deps: Deps) =>
  async ({ staff, slotId }: OnSlot): Promise<OfferWork> =>
    deps.db.write(async (q) => {
      const slot = await findOwn(q, staff, slotId);
      if (!slot) return { ok: false, reason: 'not_found' };
      if (slot.filledBy !== null) return { ok: false, reason: 'over' };
      if (slot.endedAt === null) {
        await updateSlot(q, slotId, { endedAt: deps.clock.now() });
        await note(q, deps, staff, 'earlier_time.stopped', slotId);
      }
      return { ok: true, asked: 0 };
    });

/** Writes down what somebody of the member's office said on the phone: a yes moves their meeting. On record. */
export const answerOfferAsStaff =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    offerId: string;
    answer: 'yes' | 'no';
    requestId: string;
  }): Promise<OfferAnswered> => {
    const { staff, offerId, answer, requestId } = input;
    const found = await deps.db.read((q) => findOffer(q, { id: offerId }));
    if (found?.slot.officeId !== staff.officeId) return 'unknown';
    return answerOffer(deps)({
      ...{ offerId, answer, requestId, actor: { kind: 'staff', id: staff.id } },
      alsoInTransaction: (q) => note(q, deps, staff, 'earlier_time.answered', offerId, answer),
    });
  };

async function findOwn(q: Queryable, staff: SignedInStaff, slotId: string) {
  const found = await findSlot(q, slotId);
  return found?.slot.officeId === staff.officeId ? found.slot : null;
}

async function note(
  q: Queryable,
  deps: Deps,
  staff: SignedInStaff,
  action: AuditAction,
  subjectId: string,
  detail?: string,
): Promise<void> {
  await appendAudit(q, deps, {
    ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, action, detail },
    ...{ subjectKind: 'earlier_time', subjectId },
  });
}

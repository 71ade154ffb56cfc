import { findOffer } from '@db/queries/slot-offers.server';
import type { Actor } from '~/domain/access/role';
import type { OfferStatus } from '~/domain/appointment/appointment';
import type { Queryable } from '@db/client.server';
import type { Deps } from './deps';
import { moveAppointment } from './move-appointment.server';
import { endOffers } from './note-freed-times.server';

/** How an offer stands once it is answered; `lapsed`: the answer came too late. */
export type OfferAnswered = Exclude<OfferStatus, 'offered'> | 'unknown';

interface OfferAnswer {
  offerId: string;
  answer: 'yes' | 'no';
  actor: Actor;
  requestId?: string | null;
  /** Kept together with the move, such as its line in the audit trail; not called when nothing changed. */
  alsoInTransaction?: (q: Queryable) => Promise<void>;
}

/**
 * Says yes or no to an earlier time. The first yes has it: of people who say it at once one is moved, and the others hear
 * `gone` and keep the time they have. The same answer twice is one answer. A no may become a yes while nobody else was asked;
 * a yes moves the meeting, and is changed by picking another time.
 */
export const answerOffer =
  (deps: Deps) =>
  async ({ offerId, answer, actor, requestId, alsoInTransaction }: OfferAnswer): Promise<OfferAnswered> => {
    const found = await deps.db.read((q) => findOffer(q, { id: offerId }));
    if (!found) return 'unknown';
    const { offer, slot } = found;
    const { status, heldUntil, appointmentId } = offer;
    if (status === 'accepted' || status === 'gone' || status === 'lapsed') return status;
    if (heldUntil <= deps.clock.now()) return 'lapsed';
    if (answer === 'no') {
      await deps.db.write(async (q) => {
        await endOffers(q, deps, [offer], 'declined');
        if (status === 'offered') await alsoInTransaction?.(q);
      });
      return (await statusOf(deps, offerId)) ?? 'declined';
    }
    const { startsAt } = slot;
    const moved = await moveAppointment(deps)({
      appointmentId,
      startsAt,
      offerId,
      actor,
      requestId,
      alsoInTransaction,
    });
    if (moved.ok) return 'accepted';
    await deps.db.write((q) => endOffers(q, deps, [offer], 'gone', ['offered', 'declined']));
    // The same yes pressed twice at once: the other one has done it.
    return (await statusOf(deps, offerId)) ?? 'gone';
  };

async function statusOf(deps: Deps, offerId: string): Promise<Exclude<OfferStatus, 'offered'> | null> {
  const found = await deps.db.read((q) => findOffer(q, { id: offerId }));
  const status = found?.offer.status ?? 'offered';
  return status === 'offered' ? null : status;
}

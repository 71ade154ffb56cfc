import { findOffer } from '@db/queries/slot-offers.server';
import { findShownAppointment } from '@db/queries/links.server';
import { isStanding, type OfferStatus } from '~/domain/appointment/appointment';
import { MINUTE } from '~/domain/clock';
import { calledName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { answerOffer } from './answer-offer.server';
import type { Deps } from './deps';
import { gone, tooMany } from './held-appointment.server';
import { officePhone } from './office-phone';

/** The link of an offer, and the visitor's network address, for rate limits only. */
export interface OfferKey {
  token: string;
  address: string;
}

/** What the page behind an offer's link may show: names and times, nothing else. Instants in ms; dates are those of `zone`. */
export interface OfferView {
  state: Exclude<OfferStatus, 'lapsed'>;
  language: Language;
  phone: string;
  firstName: string;
  adviserFirstName: string;
  /** The time that came free. */
  startsAt: number;
  /** When they meet as it stands; null when their meeting is over or off. */
  ownStartsAt: number | null;
  /** Until then it is kept for them. */
  heldUntil: number;
  zone: string;
  /** The date at the office now. */
  today: string;
}

/** A link that shows nothing (any more): who asks may be anyone. */
export interface OfferGone {
  state: 'unknown' | 'over' | 'too_many';
  language: Language | null;
  phone: string;
}

/** For how long after an answer its link still shows what came of it, so that a second tap sees the same page. */
const SHOWN_AFTER = 15 * MINUTE;

/** The offer behind a link, while its time is kept or for a quarter of an hour after the answer. Changes nothing. */
export const viewOffer =
  (deps: Deps) =>
  async (key: OfferKey): Promise<OfferView | OfferGone> => {
    const opened = await open(deps, key);
    return 'view' in opened ? opened.view : opened;
  };

/** Yes or no, by whoever holds the link; the page says what came of it. An answer to a link that is over changes nothing. */
export const answerOfferByLink =
  (deps: Deps) =>
  async (key: OfferKey, answer: 'yes' | 'no', requestId: string): Promise<void> => {
    const opened = await open(deps, key);
    if (!('view' in opened)) return;
    const actor = { kind: 'link' as const, id: opened.customerId };
    await answerOffer(deps)({ offerId: opened.offerId, answer, actor, requestId });
  };

async function open(
  deps: Deps,
  key: OfferKey,
): Promise<OfferGone | { view: OfferView; offerId: string; customerId: string }> {
  const over = async (state: 'unknown' | 'too_many'): Promise<OfferGone> => {
    const { language, phone } = await gone(deps, state);
    return { state, language, phone };
  };
  if (await tooMany(deps, key)) return over('too_many');
  const found = await deps.db.read(async (q) => {
    const offered = await findOffer(q, { tokenHash: deps.vault.hashSecret(key.token) });
    const shown = offered && (await findShownAppointment(q, offered.offer.appointmentId));
    return offered && shown ? { ...offered, shown } : null;
  });
  if (!found) {
    const wait = await deps.rateLimits.use('wrong_links_per_address', deps.vault.index(key.address));
    return over(wait === null ? 'unknown' : 'too_many');
  }
  const { offer, slot, shown } = found;
  const { language, id: customerId } = shown.customer;
  const phone = officePhone(deps.phoneNumbers, shown.office.phone);
  const now = deps.clock.now();
  // The appointment may have become somebody else's since.
  if (!isShown(offer, now) || customerId !== offer.customerId) return { state: 'over', language, phone };
  const { appointment, office } = shown;
  const stands = isStanding(appointment.status) && appointment.endsAt > now;
  return {
    offerId: offer.id,
    customerId,
    view: {
      state: offer.status === 'lapsed' ? 'gone' : offer.status,
      ...{ language, phone, firstName: calledName(shown.customer), adviserFirstName: shown.adviserFirstName },
      ...{ startsAt: slot.startsAt, ownStartsAt: stands ? appointment.startsAt : null, heldUntil: offer.heldUntil },
      ...{ zone: office.zone, today: wallClockOf(now, office.zone).date },
    },
  };
}

function isShown(
  { status, heldUntil, answeredAt }: { status: OfferStatus; heldUntil: number; answeredAt: number | null },
  now: number,
): boolean {
  if (status === 'accepted') return answeredAt !== null && now < answeredAt + SHOWN_AFTER;
  if (status === 'lapsed') return false;
  return now < heldUntil;
}

import { findOffice } from '@db/queries/office-day.server';
import { listOfficeSlots, listOffersWithNames } from '@db/queries/slot-offers.server';
import type { OfferStatus } from '~/domain/appointment/appointment';
import { OFFER_RULES, type SlotState } from '~/domain/appointment/freed-time';
import { DAY } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** Who was asked, and what came of it; instants in ms. */
export interface ShownOffer {
  id: string;
  customer: PersonName;
  status: OfferStatus;
  /** A colleague phones; the answer is written down here. */
  byPhone: boolean;
  heldUntil: number;
}

/** A time that has come free, as its office sees it; instants in ms. */
export interface ShownSlot {
  id: string;
  adviser: PersonName;
  startsAt: number;
  state: SlotState;
  offers: ShownOffer[];
  /** Who has it now, and whether they were asked. */
  filled: { customer: PersonName; appointmentId: string; wasAsked: boolean } | null;
}

export interface EarlierTimes {
  office: { name: string; zone: string };
  now: number;
  /** Those that can still be given, the soonest first. */
  open: ShownSlot[];
  /** Those that are refilled or too late, the latest first. */
  settled: ShownSlot[];
  /** Of the times that came free in the last four weeks and are settled: how many, refilled, and by whom. */
  counts: { settled: number; refilled: number; byOffer: number };
}

/** For so long times that came free are counted and shown (ms). */
const COUNTED = 28 * DAY;
const SHOWN_SETTLED = 30;

/** The times of the viewer's office that have come free of late: to whom they are offered, and by whom they were taken. On record as read. */
export const viewEarlier =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<EarlierTimes> => {
    const now = deps.clock.now();
    const { office, rows, offers } = await deps.db.read(async (q) => {
      const found = await findOffice(q, staff.officeId);
      if (!found) throw new Error('a member of staff has an office that does not exist');
      const slots = await listOfficeSlots(q, { officeId: staff.officeId, since: now - COUNTED });
      return { office: found, rows: slots, offers: await listOffersWithNames(q, slots.map(({ slot }) => slot.id)) }; // prettier-ignore
    });
    await recordRead(deps)({
      ...{ reader: staff, action: 'earlier_times.read', subjectKind: 'office', subjectId: staff.officeId },
    });
    const offersOf = groupBy(offers, ({ offer }) => offer.slotId);
    const shown = rows.map((row) => slotView(row, offersOf.get(row.slot.id) ?? [], now));
    const isSettled = ({ state }: ShownSlot) => state === 'refilled' || state === 'over';
    const settled = shown.filter(isSettled);
    const refilled = settled.filter(({ filled }) => filled !== null);
    return {
      office: { name: office.name, zone: office.timeZone },
      now,
      open: shown.filter((one) => !isSettled(one)).reverse(),
      settled: settled.slice(0, SHOWN_SETTLED),
      counts: {
        settled: settled.length,
        refilled: refilled.length,
        byOffer: refilled.filter(({ filled }) => filled?.wasAsked).length,
      },
    };
  };

type Row = Awaited<ReturnType<typeof listOfficeSlots>>[number];
type OfferRow = Awaited<ReturnType<typeof listOffersWithNames>>[number];

function slotView({ slot, adviser, filler }: Row, offers: readonly OfferRow[], now: number): ShownSlot {
  const isOpen = ({ offer }: OfferRow) => offer.status === 'offered' && offer.heldUntil > now;
  const late = slot.startsAt < now + OFFER_RULES.leastNotice;
  const state =
    slot.filledBy !== null
      ? 'refilled'
      : slot.startsAt > now && offers.some(isOpen)
        ? 'asking'
        : late
          ? 'over'
          : slot.endedAt !== null
            ? 'stopped'
            : 'waiting';
  return {
    ...{ id: slot.id, adviser, startsAt: slot.startsAt, state },
    offers: offers.map(({ offer, customer }) => ({
      ...{ id: offer.id, customer, heldUntil: offer.heldUntil, byPhone: offer.tokenHash === null },
      status: offer.status === 'offered' && offer.heldUntil <= now ? 'lapsed' : offer.status,
    })),
    filled:
      slot.filledBy === null || filler === null
        ? null
        : {
            ...{ customer: filler, appointmentId: slot.filledBy },
            wasAsked: offers.some(({ offer }) => offer.status === 'accepted'),
          },
  };
}

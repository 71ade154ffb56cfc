import type { Queryable } from '@db/client.server';
import { loadDiary } from '@db/queries/availability.server';
import type { AppointmentMode } from '~/domain/appointment/appointment';
import type { BookingWish } from '~/domain/appointment/booking-wish';
import { kindAfter } from '~/domain/appointment/first-meeting';
import { isWithinHours, offeredTimes } from '~/domain/appointment/offered-times';
import { spreadOut } from '~/domain/appointment/spread-out';
import { whyNotFree } from '~/domain/appointment/why-not-free';
import { DAY, MINUTE } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import { loadBookingDesk, placesFor, venueText, wordsOfKind, type BookingDesk } from './booking-desk.server';
import type { Deps } from './deps';
import { listStaffFreeTimes, type StaffFreeTimes } from './list-staff-free-times.server';
import { previewTelling, type PreviewedTelling } from './preview-telling.server';
import type { SignedInStaff } from './sessions.server';

interface Asked {
  staff: SignedInStaff;
  customerId: string;
  /** Of whoever looks: the names of the kinds. */
  language: Language;
  wish: BookingWish;
}

interface Common {
  now: number;
  today: string;
  zone: string;
  customer: BookingDesk['customer'];
  named: PersonName | null;
  isNew: boolean;
}

/** The first step: which times are free. */
export interface BookingView extends Common {
  kinds: { ref: string; name: string; minutes: number; followedBy: string | null }[];
  advisers: PersonName[];
  /** What is looked for, with what was not said filled in. */
  wish: { kind: string; mode: AppointmentMode; minutes: number; adviserId: string | null; fromOn: string };
  /** How long the kind takes by itself. */
  usualMinutes: number;
  free: StaffFreeTimes;
}

/** Free times for a customer, those of the named adviser first; on record as read. Null: no such customer in this office. */
export const viewBooking =
  (deps: Deps) =>
  async (asked: Asked): Promise<BookingView | 'no_kinds' | null> => {
    const view = await deps.db.read(async (q) => {
      const desk = await loadBookingDesk(q, asked.staff, asked.customerId);
      return desk && bookingView(q, deps, asked, desk);
    });
    if (view) await onRecord(deps, asked);
    return view;
  };

const onRecord = (deps: Deps, { staff, customerId }: Pick<Asked, 'staff' | 'customerId'>) =>
  recordRead(deps)({
    ...{ reader: staff, action: 'customer.read', subjectKind: 'customer', subjectId: customerId, detail: 'booking' },
  });

async function bookingView(
  q: Queryable,
  deps: Deps,
  { staff, language, wish }: Asked,
  desk: BookingDesk,
): Promise<BookingView | 'no_kinds'> {
  const { office, kinds, advisers, named } = desk;
  const kind = kinds.find(({ ref }) => ref === wish.kind) ?? desk.usual;
  if (!kind) return 'no_kinds';
  const common = commonOf(deps, desk);
  const adviserId = advisers.some(({ id }) => id === wish.adviserId) ? wish.adviserId : null;
  const viewer = advisers.find(({ id }) => id === staff.id)?.id ?? null;
  const fromOn = wish.fromOn && wish.fromOn > common.today ? wish.fromOn : common.today;
  const minutes = wish.minutes ?? kind.minutes;
  return {
    ...common,
    kinds: kinds.map((one) => {
      const after = kindAfter(kinds, one);
      const { name } = wordsOfKind(one, language);
      return { ref: one.ref, name, minutes: one.minutes, followedBy: after && wordsOfKind(after, language).name };
    }),
    advisers,
    wish: { kind: kind.ref, mode: wish.mode, minutes, adviserId, fromOn },
    usualMinutes: kind.minutes,
    free: await listStaffFreeTimes(q, {
      ...{
        officeId: office.id,
        customerId: desk.customer.id,
        zone: office.zone,
        adviserId: adviserId ?? named?.id ?? viewer,
      },
      ...{ minutes, bufferMinutes: kind.bufferMinutes, fromOn, now: common.now },
    }),
  };
}

function commonOf(deps: Deps, { customer, named, office, isNew }: BookingDesk): Common {
  const now = deps.clock.now();
  return { now, today: wallClockOf(now, office.zone).date, zone: office.zone, customer, named, isNew };
}

/** The second step: one time, what it is for, and what the customer is going to get. */
export interface BookingConfirmation extends Common {
  wish: { kind: string; mode: AppointmentMode; minutes: number; startsAt: number };
  kindName: string;
  adviser: PersonName;
  purpose: string;
  bring: string;
  placeId: string | null;
  places: { id: string; name: string }[];
  outsideHours: boolean;
  telling: PreviewedTelling;
  /** What is booked with it: when it can follow, straight after where that is free, and on the days after. */
  second: { kindName: string; minutes: number; straightAfter: number | null; times: number[] } | null;
}

export type ViewConfirmationResult =
  { ok: true; view: BookingConfirmation } | { ok: false; reason: 'not_found' | 'past' | 'taken' };

/** As many as somebody can look through while the customer waits. */
const SECOND_TIMES = 8;
const SECOND_WITHIN = 14 * DAY;

/**
 * One time of one adviser, before it is booked. `taken`: somebody has it, or part of it.
 * @param asked.typed what is on the form already; what the kind says, in the customer's language, unless given.
 */
export const viewConfirmation =
  (deps: Deps) =>
  async (
    asked: Asked & { startsAt: number; typed?: { purpose: string; bring: string; placeId: string | null } },
  ): Promise<ViewConfirmationResult> => {
    const result = await deps.db.read((q) => confirmationView(q, deps, asked));
    if (result.ok) await onRecord(deps, asked);
    return result;
  };

async function confirmationView(
  q: Queryable,
  deps: Deps,
  asked: Parameters<ReturnType<typeof viewConfirmation>>[0],
): Promise<ViewConfirmationResult> {
  const { staff, customerId, language, wish, startsAt } = asked;
  const desk = await loadBookingDesk(q, staff, customerId);
  const kind = desk && (desk.kinds.find(({ ref }) => ref === wish.kind) ?? desk.usual);
  const adviser = desk?.advisers.find(({ id }) => id === (wish.adviserId ?? desk.named?.id));
  if (!desk || !kind || !adviser) return { ok: false, reason: 'not_found' };
  const common = commonOf(deps, desk);
  const { zone, now, customer } = common;
  const minutes = wish.minutes ?? kind.minutes;
  const endsAt = startsAt + minutes * MINUTE;
  const keptUntil = endsAt + kind.bufferMinutes * MINUTE;
  const diary = await loadDiary(q, {
    adviserId: adviser.id,
    from: startsAt,
    to: Math.max(keptUntil, startsAt + SECOND_WITHIN),
    exceptId: null,
  });
  const obstacle = whyNotFree({ startsAt, endsAt: keptUntil }, diary, { zone, override: true }, now);
  if (obstacle) return { ok: false, reason: obstacle === 'past' ? 'past' : 'taken' };
  const words = wordsOfKind(kind, customer.language);
  const places = placesFor(wish.mode, desk.places);
  const typed = asked.typed ?? { purpose: words.purpose, bring: words.bring, placeId: null };
  const place = places.find(({ id }) => id === typed.placeId) ?? (wish.mode === 'outreach' ? places[0] : null) ?? null;
  const view: BookingConfirmation = {
    ...common,
    ...{ adviser, purpose: typed.purpose, bring: typed.bring, placeId: place?.id ?? null },
    wish: { kind: kind.ref, mode: wish.mode, minutes, startsAt },
    kindName: wordsOfKind(kind, language).name,
    places: places.map(({ id, name }) => ({ id, name })),
    outsideHours: !isWithinHours(diary, { startsAt, endsAt }, zone),
    telling: await previewTelling(q, deps, {
      ...{ customerId, adviserId: adviser.id, officeId: desk.office.id, kind: kind.ref, mode: wish.mode },
      ...{ startsAt, endsAt, purpose: typed.purpose, bring: typed.bring, venue: venueText(place) },
    }),
    second: null,
  };
  const after = kindAfter(desk.kinds, kind);
  if (!after) return { ok: true, view };
  const following = { startsAt: keptUntil, endsAt: keptUntil + (after.minutes + after.bufferMinutes) * MINUTE };
  const follows = whyNotFree(following, diary, { zone, override: true }, now) === null && isWithinHours(diary, following, zone); // prettier-ignore
  const later = offeredTimes(diary, {
    ...{ zone, from: keptUntil, to: startsAt + SECOND_WITHIN, minutes: after.minutes },
    bufferMinutes: after.bufferMinutes,
  }).filter((at) => at !== keptUntil);
  view.second = {
    kindName: wordsOfKind(after, language).name,
    minutes: after.minutes,
    straightAfter: follows ? keptUntil : null,
    times: spreadOut(later, SECOND_TIMES),
  };
  return { ok: true, view };
}

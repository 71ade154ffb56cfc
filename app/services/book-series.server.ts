import type { Queryable } from '@db/client.server';
import { lockCustomerTies } from '@db/queries/availability.server';
import { listCustomerTimes, listSeriesOf } from '@db/queries/booking.server';
import { loadOfficeDiaries } from '@db/queries/office-diaries.server';
import type { AppointmentMode } from '~/domain/appointment/appointment';
import { clashes } from '~/domain/appointment/clashes';
import { isWithinHours } from '~/domain/appointment/offered-times';
import type { ProposalState } from '~/domain/appointment/series-dates';
import type { Diary } from '~/domain/appointment/why-not-free';
import { officeChain } from '~/domain/audit/audit-entry';
import { DAY, MINUTE } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit, recordRead } from './audit.server';
import { bookAppointment } from './book-appointment.server';
import { loadBookingDesk, venueText, wordsOfKind, type BookingDesk } from './booking-desk.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import { within } from './within';

export interface SeriesDesk {
  now: number;
  today: string;
  zone: string;
  customer: PersonName;
  kinds: { ref: string; name: string; minutes: number }[];
  usual: string;
  advisers: PersonName[];
  /** Whose diary it is booked in, unless told otherwise. */
  adviserId: string;
  /** Series that have something to come. */
  standing: { seriesId: string; left: number; next: number }[];
}

/** What a series is booked from; on record as read. Null: no such customer in this office. */
export const viewSeriesDesk =
  (deps: Deps) =>
  async (asked: { staff: SignedInStaff; customerId: string; language: Language }): Promise<SeriesDesk | null> => {
    const { staff, customerId, language } = asked;
    const now = deps.clock.now();
    const found = await deps.db.read(async (q) => {
      const desk = await loadBookingDesk(q, staff, customerId);
      return desk && { desk, standing: await listSeriesOf(q, { customerId, officeId: staff.officeId, now }) };
    });
    if (!found) return null;
    const read = { reader: staff, action: 'customer.read', subjectKind: 'customer', detail: 'series' } as const;
    await recordRead(deps)({ ...read, subjectId: customerId });
    const { desk, standing } = found;
    const viewer = desk.advisers.find(({ id }) => id === staff.id);
    return {
      ...{ now, zone: desk.office.zone, today: wallClockOf(now, desk.office.zone).date, customer: desk.customer },
      kinds: repeatable(desk).map((kind) => ({
        ...{ ref: kind.ref, minutes: kind.minutes, name: wordsOfKind(kind, language).name },
      })),
      usual: (repeatable(desk).find((kind) => kind === desk.usual) ?? repeatable(desk)[0])?.ref ?? '',
      ...{ advisers: desk.advisers, adviserId: desk.named?.id ?? viewer?.id ?? '', standing },
    };
  };

/** First meetings come once. */
const repeatable = (desk: BookingDesk) => desk.kinds.filter(({ followedBy }) => followedBy === '');

export interface SeriesWish {
  staff: SignedInStaff;
  customerId: string;
  adviserId: string;
  kind: string;
  minutes: number | null;
}

/** How each of some starts (ms) stands: free, or what is against it. Null: the customer, kind or adviser is not there. */
export const judgeProposals =
  (deps: Deps) =>
  async (wish: SeriesWish & { starts: readonly number[] }): Promise<ProposalState[] | null> =>
    deps.db.read(async (q) => {
      const desk = await loadBookingDesk(q, wish.staff, wish.customerId);
      const kind = desk && repeatable(desk).find(({ ref }) => ref === wish.kind);
      if (!desk || !kind) return null;
      if (wish.starts.length === 0) return [];
      const [from, to] = [Math.min(...wish.starts), Math.max(...wish.starts) + DAY];
      const diaries = await loadOfficeDiaries(q, { officeId: wish.staff.officeId, from, to });
      const found = diaries.find(({ adviser }) => adviser.id === wish.adviserId);
      if (!found) return null;
      const own = await listCustomerTimes(q, { customerId: wish.customerId, from, to, exceptId: null });
      const length = (wish.minutes ?? kind.minutes) * MINUTE;
      const now = deps.clock.now();
      return wish.starts.map((startsAt) => {
        const time = { startsAt, endsAt: startsAt + length };
        return stateOf(time, {
          diary: found.diary,
          own,
          zone: desk.office.zone,
          buffer: kind.bufferMinutes * MINUTE,
          now,
        });
      });
    });

function stateOf(
  time: { startsAt: number; endsAt: number },
  context: { diary: Diary; own: { startsAt: number; endsAt: number }[]; zone: string; buffer: number; now: number },
): ProposalState {
  const { diary, own, zone, buffer, now } = context;
  const { startsAt, endsAt } = time;
  if (startsAt <= now) return 'past';
  const allowed = (diary.overlapMinutes ?? 0) * MINUTE;
  if (diary.busy.some((other) => clashes({ startsAt, endsAt: endsAt + buffer }, other, allowed))) return 'taken';
  if (own.some((other) => other.startsAt < endsAt && startsAt < other.endsAt)) return 'customer_busy';
  if (isWithinHours(diary, time, zone)) return 'free';
  if (diary.holidays?.has(wallClockOf(startsAt, zone).date)) return 'bank_holiday';
  return isWithinHours({ ...diary, exceptions: [] }, time, zone) ? 'away' : 'outside_hours';
}

export type BookSeriesResult =
  | {
      ok: true;
      seriesId: string;
      /** One of its appointments. */ firstId: string;
      /** Starts that could not be had (ms). */ missed: number[];
    }
  | { ok: false; reason: 'not_found' | 'none_booked' };

/**
 * Books the times that were ticked, as one series: those that can still be had; the others are named. None of them: nothing
 * is booked. The same form twice books once. On record.
 */
export const bookSeries =
  (deps: Deps) =>
  async (
    input: SeriesWish & { key: string; mode: AppointmentMode; starts: readonly number[]; requestId: string | null },
  ): Promise<BookSeriesResult> =>
    deps.db.write(async (q) => {
      const { staff, customerId, adviserId, key } = input;
      await lockCustomerTies(q, customerId);
      const desk = await loadBookingDesk(q, staff, customerId);
      const kind = desk && repeatable(desk).find(({ ref }) => ref === input.kind);
      if (!desk || !kind || !desk.advisers.some(({ id }) => id === adviserId))
        return { ok: false, reason: 'not_found' };
      const missed: number[] = [];
      let firstId: string | null = null;
      for (const [n, startsAt] of [...input.starts].sort((a, b) => a - b).entries()) {
        const ref = `WM-${key}-${n + 1}`;
        const done = await bookOne(q, deps, input, desk, { kind, ref, startsAt });
        if (done === null) missed.push(startsAt);
        firstId ??= done;
      }
      return firstId ? { ok: true, seriesId: key, firstId, missed } : { ok: false, reason: 'none_booked' };
    });

async function bookOne(
  q: Queryable,
  deps: Deps,
  input: SeriesWish & { key: string; mode: AppointmentMode; requestId: string | null },
  desk: BookingDesk,
  one: { kind: BookingDesk['kinds'][number]; ref: string; startsAt: number },
): Promise<string | null> {
  const { staff, customerId, adviserId, mode, requestId } = input;
  const { kind, ref, startsAt } = one;
  const minutes = input.minutes ?? kind.minutes;
  const actor = { kind: 'staff' as const, id: staff.id };
  let isNew = false;
  const { purpose, bring } = wordsOfKind(kind, desk.customer.language);
  const result = await bookAppointment(within(deps, q))({
    ...{ customerId, adviserId, officeId: desk.office.id, ref, kind: kind.ref, mode, startsAt, purpose, bring },
    ...{ durationMinutes: minutes, actor, override: true, requestId },
    details: { bufferMinutes: kind.bufferMinutes, seriesId: input.key, venue: venueText(null) },
    alsoInTransaction: () => Promise.resolve(void (isNew = true)),
  });
  if (!result.ok) return null;
  if (isNew) {
    const fact = { chain: officeChain(staff.officeId), actor, action: 'appointment.booked', detail: 'series' } as const;
    await appendAudit(q, deps, { ...fact, subjectKind: 'appointment', subjectId: result.appointmentId });
  }
  return result.appointmentId;
}

import type { Queryable } from '@db/client.server';
import { findAppointmentByRef } from '@db/queries/appointments.server';
import { loadDiary, lockAdviser, lockCustomerTies } from '@db/queries/availability.server';
import { loadOfficeDiaries } from '@db/queries/office-diaries.server';
import { clashes } from '~/domain/appointment/clashes';
import { isWithinHours } from '~/domain/appointment/offered-times';
import type { Diary } from '~/domain/appointment/why-not-free';
import { officeChain } from '~/domain/audit/audit-entry';
import { HOUR, MINUTE } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { appendAudit, recordRead } from './audit.server';
import { loadBookingDesk, wordsOfKind } from './booking-desk.server';
import type { Deps } from './deps';
import { recordOutcome } from './record-outcome.server';
import { saveAppointments } from './save-appointments.server';
import type { SignedInStaff } from './sessions.server';
import { within } from './within';

/** A colleague, and until when nobody else has their time (ms); null: for the hours to come. */
export interface FreeNow {
  adviser: PersonName;
  until: number | null;
}

export interface WalkInView {
  now: number;
  zone: string;
  customer: PersonName & { language: Language };
  kinds: { ref: string; name: string; minutes: number }[];
  usual: string;
  /** The viewer, where they have a diary and nobody is with them. */
  me: FreeNow | null;
  /** Colleagues who are in and free at this moment. */
  others: FreeNow[];
}

/** How far ahead it is looked until when somebody is free. */
const AHEAD = 4 * HOUR;

/** Who could see a customer who has come without an appointment. On record as read. Null: no such customer in this office. */
export const viewWalkIn =
  (deps: Deps) =>
  async (asked: { staff: SignedInStaff; customerId: string; language: Language }): Promise<WalkInView | null> => {
    const { staff, customerId, language } = asked;
    const now = minuteOf(deps.clock.now());
    const view = await deps.db.read(async (q) => {
      const desk = await loadBookingDesk(q, staff, customerId);
      if (!desk) return null;
      const { zone } = desk.office;
      const free = (await loadOfficeDiaries(q, { officeId: staff.officeId, from: now, to: now + AHEAD })).flatMap(
        ({ adviser, diary }) => {
          const until = freeUntil(diary, now);
          const isIn = isWithinHours(diary, { startsAt: now, endsAt: now + MINUTE }, zone);
          return until === 'busy' || !(isIn || adviser.id === staff.id) ? [] : [{ adviser, until }];
        },
      );
      return {
        ...{ now, zone, customer: desk.customer },
        kinds: desk.kinds.map((kind) => ({
          ...{ ref: kind.ref, minutes: kind.minutes, name: wordsOfKind(kind, language).name },
        })),
        usual: desk.usual?.ref ?? '',
        me: free.find(({ adviser }) => adviser.id === staff.id) ?? null,
        others: free.filter(({ adviser }) => adviser.id !== staff.id),
      };
    });
    if (!view) return null;
    const read = { reader: staff, action: 'customer.read', subjectKind: 'customer', detail: 'walk-in' } as const;
    await recordRead(deps)({ ...read, subjectId: customerId });
    return view;
  };

/** When the next thing in a diary begins, or `busy` while one is going on; the overlap that the office allows set aside. */
function freeUntil({ busy, overlapMinutes = 0 }: Diary, now: number): number | null | 'busy' {
  const allowed = overlapMinutes * MINUTE;
  if (busy.some(({ startsAt, endsAt }) => startsAt <= now && now + allowed < endsAt)) return 'busy';
  const next = busy.filter(({ startsAt }) => startsAt > now).map(({ startsAt }) => startsAt);
  return next.length > 0 ? Math.min(...next) : null;
}

const minuteOf = (instant: number) => instant - (instant % MINUTE);

export type WalkInResult =
  | { ok: true; appointmentId: string }
  /** `taken`: somebody is with the adviser, or comes before the time is over; `changed`: it was recorded and taken back since. */
  | { ok: false; reason: 'not_found' | 'taken' | 'changed' };

/**
 * Records that somebody came without an appointment and is being seen: an appointment that begins now and was attended. No
 * reminder is planned for it. It reaches into what is booked no further than the office allows two appointments to overlap.
 * The same form twice records once. On record.
 */
export const recordWalkIn =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    customerId: string;
    key: string;
    adviserId: string;
    kind: string;
    minutes: number | null;
    requestId: string | null;
  }): Promise<WalkInResult> =>
    deps.db.write(async (q) => {
      const { staff, customerId, adviserId, requestId } = input;
      await lockCustomerTies(q, customerId);
      const desk = await loadBookingDesk(q, staff, customerId);
      const kind = desk?.kinds.find(({ ref }) => ref === input.kind);
      if (!desk || !kind || !desk.advisers.some(({ id }) => id === adviserId))
        return { ok: false, reason: 'not_found' };
      if (!(await lockAdviser(q, adviserId))) return { ok: false, reason: 'not_found' };
      const ref = `WM-${input.key}`;
      const again = await findAppointmentByRef(q, ref);
      if (again?.customerId === customerId && again.status === 'attended') return { ok: true, appointmentId: again.id };
      if (again) return { ok: false, reason: 'changed' };
      const startsAt = minuteOf(deps.clock.now());
      const endsAt = startsAt + (input.minutes ?? kind.minutes) * MINUTE;
      if (await isTaken(q, adviserId, { startsAt, endsAt })) return { ok: false, reason: 'taken' };
      const words = wordsOfKind(kind, desk.customer.language);
      const actor = { kind: 'staff' as const, id: staff.id };
      const [saved] = await saveAppointments(
        q,
        deps,
        [
          {
            ...{ ref, customerId, adviserId, officeId: staff.officeId, kind: kind.ref, mode: 'in_person' as const },
            ...{ startsAt, endsAt, purpose: words.purpose, bring: '', status: 'booked' as const },
            details: { walkIn: true },
          },
        ],
        actor,
        requestId,
      );
      const { appointmentId } = saved!;
      await recordOutcome(within(deps, q))({
        ...{ appointmentId, officeId: staff.officeId, outcome: 'attended', actor, requestId },
      });
      const fact = { chain: officeChain(staff.officeId), actor, action: 'appointment.walk_in' } as const;
      await appendAudit(q, deps, { ...fact, subjectKind: 'appointment', subjectId: appointmentId });
      return { ok: true, appointmentId };
    });

async function isTaken(q: Queryable, adviserId: string, time: { startsAt: number; endsAt: number }) {
  const diary = await loadDiary(q, { adviserId, from: time.startsAt, to: time.endsAt, exceptId: null });
  const allowed = (diary.overlapMinutes ?? 0) * MINUTE;
  return diary.busy.some((other) => clashes(time, other, allowed));
}

import type { Queryable } from '@db/client.server';
import { listBookableKinds, listMeetingPlaces } from '@db/queries/bookable-kinds.server';
import { loadDiary, lockAdviser } from '@db/queries/availability.server';
import {
  findGroupSessionById,
  insertGroupSession,
  isPlaceTaken,
  lockGroupPlaces,
  lockGroupSession,
  lockMeetingPlace,
  markGroupSessionCancelled,
} from '@db/queries/group-sessions.server';
import { findOffice, listAdvisers } from '@db/queries/office-day.server';
import type { SessionProblem, SessionWish } from '~/domain/appointment/group-session-form';
import { whyNotFree } from '~/domain/appointment/why-not-free';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { MINUTE } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit } from './audit.server';
import { wordsOfKind } from './booking-desk.server';
import { callOff } from './call-off.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export interface SessionDesk {
  now: number;
  today: string;
  zone: string;
  kinds: { ref: string; name: string; minutes: number; capacity: number }[];
  advisers: PersonName[];
  places: { id: string; name: string; seats: number }[];
}

/** What a group session is made from. */
export const viewSessionDesk =
  (deps: Deps) =>
  async ({ staff, language }: { staff: SignedInStaff; language: Language }): Promise<SessionDesk> =>
    deps.db.read(async (q) => {
      const office = await findOffice(q, staff.officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const now = deps.clock.now();
      const kinds = (await listBookableKinds(q, office.id)).filter(({ capacity }) => capacity > 1);
      return {
        ...{ now, today: wallClockOf(now, office.timeZone).date, zone: office.timeZone },
        kinds: kinds.map((kind) => ({
          ...{ ref: kind.ref, minutes: kind.minutes, capacity: kind.capacity, name: wordsOfKind(kind, language).name },
        })),
        advisers: await listAdvisers(q, office.id),
        places: (await listMeetingPlaces(q, office.id)).map(({ id, name, seats }) => ({ id, name, seats })),
      };
    });

export type OpenSessionResult =
  | { ok: true; sessionId: string }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: Extract<SessionProblem, 'past' | 'adviser_taken' | 'place_taken' | 'too_many_for_place'> };

/**
 * Opens a group session in an adviser's diary, also outside their hours; it overlaps nothing there, and nothing in its
 * place. The same form twice opens one. On record.
 * @param input.key the form's own id, which becomes that of the session.
 */
export const openGroupSession =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; key: string; wish: SessionWish }): Promise<OpenSessionResult> =>
    deps.db.write(async (q) => {
      const { staff, key, wish } = input;
      const { officeId } = staff;
      const { adviserId, placeId, startsAt } = wish;
      const adviser = await lockAdviser(q, adviserId);
      // Looked for under the lock: of the same form sent twice at once, the second sees what the first has made.
      const again = await findGroupSessionById(q, key);
      if (again) return again.officeId === officeId ? { ok: true, sessionId: key } : { ok: false, reason: 'not_found' };
      if (adviser?.officeId !== officeId) return { ok: false, reason: 'not_found' };
      const endsAt = startsAt + wish.minutes * MINUTE;
      const diary = await loadDiary(q, { adviserId, from: startsAt, to: endsAt, exceptId: null });
      const now = deps.clock.now();
      const obstacle = whyNotFree({ startsAt, endsAt }, diary, { zone: 'UTC', override: true }, now);
      if (obstacle) return { ok: false, reason: obstacle === 'past' ? 'past' : 'adviser_taken' };
      if (placeId !== null) {
        const place = await lockMeetingPlace(q, { id: placeId, officeId });
        if (!place) return { ok: false, reason: 'not_found' };
        if (wish.capacity > place.seats) return { ok: false, reason: 'too_many_for_place' };
        if (await isPlaceTaken(q, { placeId, from: startsAt, to: endsAt })) return { ok: false, reason: 'place_taken' };
      }
      const { kind, title, titleInWelsh, capacity } = wish;
      await insertGroupSession(q, {
        ...{ id: key, officeId, adviserId, kind, title, titleInWelsh, placeId, startsAt, endsAt, capacity },
        ...{ createdAt: now, createdBy: staff.id, cancelledAt: null },
      });
      await noteSession(q, deps, staff, 'group_session.opened', key);
      return { ok: true, sessionId: key };
    });

export type CancelSessionResult = { ok: true; told: number } | { ok: false; reason: 'not_found' | 'past' };

/**
 * Cancels a session that has not begun: its time and its place are free again, and everybody who was to come is told through
 * the engine. Twice is once. On record.
 */
export const cancelGroupSession =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; sessionId: string; requestId: string | null }): Promise<CancelSessionResult> =>
    deps.db.write(async (q) => {
      const { staff, sessionId, requestId } = input;
      const now = deps.clock.now();
      const session = await lockGroupSession(q, { id: sessionId, officeId: staff.officeId });
      if (!session) return { ok: false, reason: 'not_found' };
      if (session.cancelledAt !== null) return { ok: true, told: 0 };
      if (session.startsAt <= now) return { ok: false, reason: 'past' };
      const places = await lockGroupPlaces(q, sessionId);
      const actor = { kind: 'staff' as const, id: staff.id };
      const how = { status: 'cancelled_by_office', untold: 'none', actor, requestId } as const;
      const told = await callOff(q, deps, places, how);
      await markGroupSessionCancelled(q, sessionId, now);
      await noteSession(q, deps, staff, 'group_session.cancelled', sessionId);
      return { ok: true, told };
    });

/** A line in the audit trail about a session. */
export async function noteSession(
  q: Queryable,
  deps: Deps,
  staff: SignedInStaff,
  action: AuditAction,
  sessionId: string,
  detail = '',
): Promise<void> {
  const actor = { kind: 'staff' as const, id: staff.id };
  const fact = { chain: officeChain(staff.officeId), actor, action, subjectKind: 'group_session', detail };
  await appendAudit(q, deps, { ...fact, subjectId: sessionId });
}

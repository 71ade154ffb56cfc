import { findClubTimes } from '@db/queries/club-times.server';
import { listGoings } from '@db/queries/clubs.server';
import { nextSessions } from '~/domain/club/next-session';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { frameOf, shownClub } from './view-clubs.server';

/** How many sessions somebody may say that they go to. */
export const SESSIONS_AHEAD = 4;

/**
 * One work club with its next sessions; for a customer also which of them they go to, and when they are reminded (ms).
 * Null when there is no club with this reference.
 */
export const viewClub = (deps: Deps) => async (input: { ref: string; customerId: string | null }) => {
  const now = deps.clock.now();
  return deps.db.read(async (q) => {
    const { zone, phone } = await frameOf(q, deps, input.customerId);
    const today = wallClockOf(now, zone).date;
    const club = await findClubTimes(q, input.ref, today);
    if (!club) return null;
    const { customerId } = input;
    const goings = customerId === null ? [] : await listGoings(q, { customerId, clubId: club.id, now });
    return {
      ...{ now, zone, officePhone: phone, today },
      club: {
        ...shownClub(club),
        latitude: club.latitude,
        longitude: club.longitude,
        phone: club.phone && officePhone(deps.phoneNumbers, club.phone),
      },
      sessions: (club.active ? nextSessions(club, SESSIONS_AHEAD, now, zone) : []).map((session) => {
        const going = goings.find(({ heldOn }) => heldOn === session.date);
        const remindAt = going?.reminder === 'planned' ? going.remindAt : null;
        return { ...session, going: going !== undefined, remindAt };
      }),
    };
  });
};

export type ClubView = NonNullable<Awaited<ReturnType<ReturnType<typeof viewClub>>>>;

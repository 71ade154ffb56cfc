import type { Queryable } from '@db/client.server';
import { withClosures } from '@db/queries/club-times.server';
import type { ClubRow } from '@db/queries/clubs.server';
import {
  listClosures,
  listGoers,
  listOfficeClubs,
  listOfficeOrganisers,
  listOrganisers,
} from '@db/queries/kept-clubs.server';
import { getTimeZone } from '@db/queries/availability.server';
import { clubValues, needsCheck } from '~/domain/club/club-form';
import { nextSession, nextSessions } from '~/domain/club/next-session';
import { calledName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { mayKeep, maySee } from './kept-club.server';
import { seenOf } from './seen-values';
import type { SignedInStaff } from './sessions.server';

/** How many sessions ahead the list of who is coming goes. */
const SESSIONS_AHEAD = 6;

/** The clubs that a member of staff sees: their own for an organiser, else those of the office and nobody's. */
export const viewStaffClubs =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }) => {
    const now = deps.clock.now();
    return deps.db.read(async (q) => {
      const { zone, today, clubs } = await loadClubs(q, staff, now);
      const goers = groupBy(await listGoers(q, { clubIds: clubs.map(({ club }) => club.id), since: today }), (one) => one.clubId); // prettier-ignore
      const rows = clubs.map(({ club, organisers }) => {
        const next = club.active ? nextSession(club, now, zone) : null;
        const coming = (goers.get(club.id) ?? []).filter(({ heldOn }) => heldOn === next?.date).length;
        const { ref, name, place, active, checkedOn } = club;
        const stale = active && needsCheck(checkedOn, today);
        const mine = mayKeep(staff, organisers);
        return { ref, name, place, active, checkedOn, stale, mine, next, coming, rhythm: rhythmOf(club), organisers };
      });
      return {
        ...{ zone, now, today, clubs: rows, mayAdd: staff.role === 'manager' },
        stale: rows.filter(({ stale, mine }) => stale && mine).length,
      };
    });
  };
export type StaffClubs = Awaited<ReturnType<ReturnType<typeof viewStaffClubs>>>;

/**
 * One club as its organisers keep it, with who is coming, by first name and initial: an organiser needs to know for whom to
 * set out chairs, and no more. Null when there is none that this member of staff sees.
 */
export const viewStaffClub =
  (deps: Deps) =>
  async ({ staff, ref }: { staff: SignedInStaff; ref: string }) => {
    const now = deps.clock.now();
    return deps.db.read(async (q) => {
      const { zone, today, clubs } = await loadClubs(q, staff, now);
      const found = clubs.find((one) => one.club.ref === ref);
      if (!found) return null;
      const { club, organisers } = found;
      const byDay = groupBy(await listGoers(q, { clubIds: [club.id], since: today }), ({ heldOn }) => heldOn);
      const sessions = club.active ? nextSessions(club, SESSIONS_AHEAD, now, zone) : [];
      return {
        ...{ zone, now, today, club, organisers, stale: club.active && needsCheck(club.checkedOn, today) },
        ...{ mayKeep: mayKeep(staff, organisers), isManager: staff.role === 'manager' },
        sessions: sessions.map((session) => ({ ...session, coming: (byDay.get(session.date) ?? []).map(shownGoer) })),
        seen: seenOf(deps, clubValues(club)),
        comingInAll: [...byDay.values()].flat().length,
        closures: await listClosures(q, { clubId: club.id, since: today }),
        people: staff.role === 'manager' ? await listOfficeOrganisers(q, staff.officeId) : [],
      };
    });
  };
export type StaffClub = NonNullable<Awaited<ReturnType<ReturnType<typeof viewStaffClub>>>>;

async function loadClubs(q: Queryable, staff: SignedInStaff, now: number) {
  const zone = await getTimeZone(q, staff.officeId);
  const today = wallClockOf(now, zone).date;
  const all = await listOfficeClubs(q, staff.officeId);
  const organisers = groupBy(await listOrganisers(q, all.map(({ id }) => id)), ({ clubId }) => clubId); // prettier-ignore
  const seen = all.filter(({ id }) => maySee(staff, organisers.get(id) ?? []));
  const clubs = (await withClosures(q, seen, today)).map((club) => ({
    club,
    organisers: (organisers.get(club.id) ?? []).map(({ id, firstName, lastName }) => ({ id, firstName, lastName })),
  }));
  return { zone, today, clubs };
}

function rhythmOf({ weekday, fromTime, toTime, rhythm, anchorOn, weekOfMonth }: ClubRow) {
  return { weekday, fromTime, toTime, rhythm, anchorOn, weekOfMonth };
}

function shownGoer(goer: { firstName: string; knownAs: string | null; lastName: string }): string {
  return `${calledName(goer)} ${goer.lastName.slice(0, 1)}`.trim();
}

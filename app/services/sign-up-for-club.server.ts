import type { Queryable } from '@db/client.server';
import { withClosures } from '@db/queries/club-times.server';
import { listGoings } from '@db/queries/clubs.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { listOfficeClubs } from '@db/queries/kept-clubs.server';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { nextSessions, type ClubSession } from '~/domain/club/next-session';
import type { PersonName } from '~/domain/contact/person-name';
import { wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit, recordRead } from './audit.server';
import type { Deps } from './deps';
import { goToClub, stayFromClub } from './go-to-club.server';
import type { SignedInStaff } from './sessions.server';

/** How many sessions of each club somebody can be signed up for. */
const SESSIONS_SHOWN = 2;

interface OnSession {
  staff: SignedInStaff;
  customerId: string;
  ref: string;
  /** The day of the session, "2026-11-26". */
  date: string;
}

export interface ClubSignUp {
  customer: PersonName;
  zone: string;
  now: number;
  clubs: { ref: string; name: string; place: string; sessions: (ClubSession & { going: boolean })[] }[];
}

/** The next sessions of the office's clubs, and which of them a customer goes to. On record. Null: none of this office's. */
export const viewClubSignUp =
  (deps: Deps) =>
  async ({ staff, customerId }: Pick<OnSession, 'staff' | 'customerId'>): Promise<ClubSignUp | null> => {
    const found = await deps.db.read(async (q) => {
      const person = await findOwn(q, staff, customerId);
      if (!person) return null;
      const now = deps.clock.now();
      const zone = person.office.timeZone;
      const open = (await listOfficeClubs(q, staff.officeId)).filter(({ active }) => active);
      const clubs: ClubSignUp['clubs'] = [];
      for (const club of await withClosures(q, open, wallClockOf(now, zone).date)) {
        const goings = await listGoings(q, { customerId, clubId: club.id, now });
        const sessions = nextSessions(club, SESSIONS_SHOWN, now, zone).map((session) => ({
          ...session,
          going: goings.some(({ heldOn }) => heldOn === session.date),
        }));
        clubs.push({ ref: club.ref, name: club.name, place: club.place, sessions });
      }
      const { id, firstName, lastName } = person.customer;
      return { customer: { id, firstName, lastName }, zone, now, clubs };
    });
    if (found) {
      const subject = { subjectKind: 'customer', subjectId: customerId };
      await recordRead(deps)({ reader: staff, action: 'club_goings.read', ...subject });
    }
    return found;
  };

async function findOwn(q: Queryable, staff: SignedInStaff, customerId: string) {
  const person = await findCustomerWithOffice(q, customerId);
  return person?.office.id === staff.officeId ? person : null;
}

/** A line of the audit trail in the transaction of what was done. */
function onRecord(deps: Deps, { staff, customerId, ref, date }: OnSession, action: AuditAction) {
  return (q: Queryable) =>
    appendAudit(q, deps, {
      ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, action },
      ...{ subjectKind: 'customer', subjectId: customerId, detail: `${ref} ${date}` },
    });
}

/** Signs a customer up for a session, as they would themselves: with the reminder, and twice is once. On record. */
export const signUpForClub =
  (deps: Deps) =>
  async (input: OnSession & { requestId: string | null }): Promise<'done' | 'not_found' | 'no_session'> => {
    const { staff, customerId, ref, date, requestId } = input;
    if (!(await deps.db.read((q) => findOwn(q, staff, customerId)))) return 'not_found';
    const alsoInTransaction = onRecord(deps, input, 'club_going.signed_up');
    const result = await goToClub(deps)({ customerId, ref, date, requestId, alsoInTransaction });
    return result === 'no_club' ? 'not_found' : result;
  };

/** Takes that back, with the reminder unless it has gone. Twice is once. On record. */
export const takeOffClub =
  (deps: Deps) =>
  async (input: OnSession): Promise<'done' | 'not_found'> => {
    const { staff, customerId, ref, date } = input;
    if (!(await deps.db.read((q) => findOwn(q, staff, customerId)))) return 'not_found';
    const alsoInTransaction = onRecord(deps, input, 'club_going.taken_off');
    return (await stayFromClub(deps)({ customerId, ref, date, alsoInTransaction })) === 'done' ? 'done' : 'not_found';
  };

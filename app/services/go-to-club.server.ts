import type { Queryable } from '@db/client.server';
import { findClubTimes } from '@db/queries/club-times.server';
import { cancelGoing, findClub, insertGoing, keepGoingReminder, reviveGoing } from '@db/queries/clubs.server';
import type { ClubRow } from '@db/queries/clubs.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { endPlannedMessages } from '@db/queries/reminders.server';
import { goingReminder } from '~/domain/club/going-reminder';
import { nextSessions, type ClubSession } from '~/domain/club/next-session';
import { wallClockOf } from '~/domain/time/wall-clock';
import { clubReminderText } from '~/i18n/messages/club';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { tellCustomer, type Telling } from './tell-customer.server';
import { SESSIONS_AHEAD } from './view-club.server';

interface Going {
  customerId: string;
  ref: string;
  /** The day of the session, "2026-11-26". */
  date: string;
  /** Kept together with it, such as its line in the audit trail. */
  alsoInTransaction?: (q: Queryable) => Promise<void>;
}

/**
 * "I'm going": writes it down and plans the reminder. The same again changes nothing. `no_session` when the club does not
 * meet on that day, or it is further away than anybody is asked about, or over.
 */
export const goToClub =
  (deps: Deps) =>
  async (input: Going & { requestId: string | null }): Promise<'done' | 'no_club' | 'no_session'> => {
    const now = deps.clock.now();
    return deps.db.write(async (q) => {
      const zone = await zoneOf(q, input.customerId);
      const club = await findClubTimes(q, input.ref, wallClockOf(now, zone).date);
      if (!club) return 'no_club';
      if (!club.active) return 'no_session';
      const session = nextSessions(club, SESSIONS_AHEAD, now, zone).find(({ date }) => date === input.date);
      if (!session) return 'no_session';
      const held = { clubId: club.id, customerId: input.customerId, heldOn: session.date };
      const times = { startsAt: session.startsAt, createdAt: now };
      const isNew =
        (await insertGoing(q, { id: deps.newId(), ...held, ...times })) ||
        (await reviveGoing(q, { ...held, startsAt: session.startsAt, now }));
      if (!isNew) return 'done';
      const messageId = await remind(q, deps, { ...input, club, session, zone });
      if (messageId) await keepGoingReminder(q, { ...held, messageId });
      await input.alsoInTransaction?.(q);
      return 'done';
    });
  };

/** "I'm not going": takes it back, and the reminder with it unless it has gone. The same again changes nothing. */
export const stayFromClub =
  (deps: Deps) =>
  async (input: Going): Promise<'done' | 'no_club'> => {
    const now = deps.clock.now();
    return deps.db.write(async (q) => {
      const club = await findClub(q, input.ref);
      if (!club) return 'no_club';
      const held = { clubId: club.id, customerId: input.customerId, heldOn: input.date };
      const ids = await cancelGoing(q, { ...held, now });
      await endPlannedMessages(q, { ids, status: 'cancelled', reason: 'not_going', now });
      await input.alsoInTransaction?.(q);
      return 'done';
    });
  };

async function zoneOf(q: Queryable, customerId: string): Promise<string> {
  const person = await findCustomerWithOffice(q, customerId);
  if (!person) throw new Error('no such customer');
  return person.office.timeZone;
}

/** @returns the reminder's id; null where there is no way to this customer, or no time left for it. */
async function remind(
  q: Queryable,
  deps: Deps,
  about: { customerId: string; requestId: string | null; club: ClubRow; session: ClubSession; zone: string },
): Promise<string | null> {
  const { club, session, zone } = about;
  const when = goingReminder(session, deps.clock.now(), zone);
  if (!when) return null;
  const id = deps.newId();
  const told = await tellCustomer(q, deps, {
    id,
    ...{ customerId: about.customerId, requestId: about.requestId },
    purpose: 'club',
    ...when,
    write: (to) => clubReminderText(clubMessage(deps, to, { club, ...session, zone })),
  });
  return told ? id : null;
}

/** What a message to somebody about a session of a club is made of. Instants in ms. */
export function clubMessage(
  deps: Deps,
  { customer, office, channel }: Parameters<Telling['write']>[0],
  { club, startsAt, endsAt, zone }: { club: ClubRow; startsAt: number; endsAt: number; zone: string },
): Parameters<typeof clubReminderText>[0] {
  return {
    ...{ channel, language: customer.language, discreet: customer.discreet },
    facts: {
      ...{ firstName: customer.firstName, club: club.name, place: club.place, askFor: club.askFor },
      ...{ startsAt, endsAt, zone },
      link: `${deps.publicUrl}/clubs/${encodeURIComponent(club.ref)}`,
      officePhone: officePhone(deps.phoneNumbers, office.phone),
    },
  };
}

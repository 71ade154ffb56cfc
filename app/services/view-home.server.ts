import { findOpenCall } from '@db/queries/call-list.server';
import { listOpenClubs } from '@db/queries/club-times.server';
import { findArea, listComingAppointments, listOpenSteps } from '@db/queries/home.server';
import { countUnread } from '@db/queries/journal.server';
import { findCurrentProfile, findOpenProfile } from '@db/queries/profiles.server';
import type { Queryable } from '@db/client.server';
import { meetingPlace } from '~/domain/appointment/meeting-place';
import { isOutOfDate } from '~/domain/capability/profile-age';
import { boxAround } from '~/domain/club/box-around';
import { nearestClub } from '~/domain/club/nearest-club';
import { DAY } from '~/domain/clock';
import { nextSession } from '~/domain/club/next-session';
import { isOverdue, nextStep } from '~/domain/plan/next-step';
import { getAdviserToday, shownCover } from './adviser-today.server';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { officePhone } from './office-phone';

/** Enough of what comes after the next appointment. */
const LATER = 3;
/** How far around somebody's home clubs are looked for first. */
const NEIGHBOURHOOD_MILES = 20;

/**
 * Everything on a customer's first page, from their own record. Instants in ms; dates and times are those of `zone`.
 * @throws when there is no such customer.
 */
export const viewHome = (deps: Deps) => async (input: { customerId: string }) => {
  return deps.db.read(async (q) => {
    const { customer, office, adviser, cover, now, today, zone } = await getAdviserToday(q, deps, input.customerId);
    const coming = await listComingAppointments(q, { customerId: customer.id, now });
    const [next, ...later] = coming.map((row) => shownOf(row, customer.discreet));
    const step = nextStep(await listOpenSteps(q, customer.id));
    const call = await findOpenCall(q, { customerId: customer.id, reason: 'asked_for_call' });
    return {
      adviserFirstName: adviser?.firstName ?? null,
      cover: shownCover(cover),
      unread: await countUnread(q, customer.id),
      phone: officePhone(deps.phoneNumbers, office.phone),
      zone,
      now,
      today,
      next: next ?? null,
      later: later.slice(0, LATER),
      step: step && { action: step.action, dueOn: step.dueOn, overdue: isOverdue(step, today) },
      club: customer.homeArea ? await clubNear(q, customer.homeArea, now, zone) : null,
      callDueAt: call?.dueAt ?? null,
      online: await promptOf(q, customer.id, now),
    };
  });
};

/** Whether to ask somebody what suits them online: never asked, begun and left, or so long ago that it is asked again. Null: no need. */
async function promptOf(q: Queryable, customerId: string, now: number): Promise<'ask' | 'goOn' | 'again' | null> {
  if (await findOpenProfile(q, customerId)) return 'goOn';
  const current = await findCurrentProfile(q, customerId);
  if (!current) return 'ask';
  return isOutOfDate(current.finishedAt!, now) ? 'again' : null;
}

export type HomeView = Awaited<ReturnType<ReturnType<typeof viewHome>>>;
export type HomeAppointment = NonNullable<HomeView['next']>;

/**
 * An appointment to come, in short. For somebody whose pages others may see it names neither the place nor the purpose:
 * those are one step further, on the appointment's own page.
 */
export function shownOf(
  { appointment, adviserFirstName, office }: Awaited<ReturnType<typeof listComingAppointments>>[0],
  discreet: boolean,
) {
  const { id, version, startsAt, endsAt, mode, confirmedAt, cannotComeAt } = appointment;
  const answer: 'none' | 'confirmed' | 'cannot_come' =
    confirmedAt !== null ? 'confirmed' : cannotComeAt !== null ? 'cannot_come' : 'none';
  const place = discreet ? null : meetingPlace(appointment, office);
  const told = discreet ? { purpose: '', bring: '' } : { purpose: appointment.purpose, bring: appointment.bring };
  return {
    ...{ id, version, adviserFirstName, startsAt, endsAt, zone: office.timeZone, mode, ...told, answer },
    place: place?.name ?? null,
    gettingThere: place?.gettingThere ?? '',
    stepFree: place?.stepFree ?? '',
  };
}

async function clubNear(q: Queryable, area: string, now: number, zone: string) {
  const home = await findArea(q, area);
  if (!home) return null;
  const today = wallClockOf(now, zone).date;
  const nearestOf = (clubs: Awaited<ReturnType<typeof listOpenClubs>>) => {
    // One that does not meet within the week is of little use to somebody who looks today.
    const meeting = clubs.flatMap((club) => {
      const next = nextSession(club, now, zone);
      return next && next.startsAt < now + 7 * DAY ? [{ ...club, next }] : [];
    });
    return nearestClub(meeting, home);
  };
  // Nearly always there is one in the neighbourhood, and a country's clubs need not be looked through. One that is further than
  // that might have another before it, outside the box.
  const around = nearestOf(await listOpenClubs(q, today, boxAround(home, NEIGHBOURHOOD_MILES)));
  const near = around && around.miles <= NEIGHBOURHOOD_MILES ? around : nearestOf(await listOpenClubs(q, today));
  if (!near) return null;
  const { ref, name, place, weekday, fromTime } = near.club;
  return {
    ref,
    name,
    place,
    weekday,
    fromTime,
    miles: near.miles,
    startsAt: near.club.next.startsAt,
  };
}

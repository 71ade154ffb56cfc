import { listWeekHours } from '@db/queries/advisers.server';
import { findOpenCall } from '@db/queries/call-list.server';
import { listComingAppointments } from '@db/queries/home.server';
import { countUnread } from '@db/queries/journal.server';
import { spokenLanguages } from '~/domain/adviser/spoken-languages';
import { weekHours } from '~/domain/adviser/week-hours';
import { getAdviserToday, shownCover } from './adviser-today.server';
import type { Deps } from './deps';
import { officePhone } from './office-phone';

/**
 * A customer's page about their adviser: who it is, when they are there, how to reach them, who stands in, and when they
 * meet next. Instants in ms; dates and times of day are those of `zone`.
 * @throws when there is no such customer.
 */
export const viewAdviser = (deps: Deps) => async (input: { customerId: string }) =>
  deps.db.read(async (q) => {
    const { customerId } = input;
    const { adviser, office, now, today, zone, cover, ahead } = await getAdviserToday(q, deps, customerId);
    const coming = await listComingAppointments(q, { customerId, now });
    const theirs = coming.find(({ appointment: { adviserId } }) => [adviser?.id, cover?.standInId].includes(adviserId));
    const call = await findOpenCall(q, { customerId, reason: 'asked_for_call' });
    const phone = (number: string) => (number === '' ? null : officePhone(deps.phoneNumbers, number));
    return {
      ...{ zone, now, today, officePhone: officePhone(deps.phoneNumbers, office.phone) },
      adviser: adviser && {
        firstName: adviser.firstName,
        lastName: adviser.lastName,
        helpsWith: adviser.helpsWith,
        speaks: spokenLanguages(adviser.speaks),
        hours: weekHours(await listWeekHours(q, adviser.id)),
        phone: phone(adviser.phone),
      },
      cover: cover && { ...shownCover(cover)!, phone: phone(cover.standIn.phone) },
      ahead: shownCover(ahead),
      next: theirs ? shownMeeting(theirs, zone) : null,
      unread: await countUnread(q, customerId),
      callDueAt: call?.dueAt ?? null,
    };
  });

export type AdviserView = Awaited<ReturnType<ReturnType<typeof viewAdviser>>>;

/** As headlines are made of: the place and what it is for are on the first page. */
function shownMeeting(
  { appointment, adviserFirstName }: Awaited<ReturnType<typeof listComingAppointments>>[number],
  zone: string,
) {
  const { id, startsAt, endsAt, mode } = appointment;
  return {
    ...{ id, adviserFirstName, startsAt, endsAt, mode, zone },
    ...{ place: null, gettingThere: '', stepFree: '', answer: 'none' as const },
  };
}

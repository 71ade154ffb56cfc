import { findCustomerWithOffice, listComingAppointments } from '@db/queries/home.server';
import { listPastAppointments } from '@db/queries/own-appointments.server';
import { ownStateOf, type OwnState } from '~/domain/appointment/own-state';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { shownOf } from './view-home.server';

/** How many that are over stand on one page. */
const PER_PAGE = 10;

export interface PastAppointment {
  id: string;
  startsAt: number;
  zone: string;
  adviserFirstName: string;
  state: OwnState;
}

/**
 * All of a customer's appointments: those to come, soonest first, and a page of those that are over, newest first.
 * Instants in ms. @param input.page from 1. @throws when there is no such customer.
 */
export const viewOwnAppointments = (deps: Deps) => async (input: { customerId: string; page: number }) => {
  const now = deps.clock.now();
  const { customerId, page } = input;
  return deps.db.read(async (q) => {
    const found = await findCustomerWithOffice(q, customerId);
    if (!found) throw new Error('a session belongs to nobody');
    const { customer, office } = found;
    const offset = (page - 1) * PER_PAGE;
    const past = await listPastAppointments(q, { customerId, now, limit: PER_PAGE + 1, offset });
    return {
      phone: officePhone(deps.phoneNumbers, office.phone),
      today: wallClockOf(now, office.timeZone).date,
      coming: (await listComingAppointments(q, { customerId, now })).map((row) => shownOf(row, customer.discreet)),
      past: past.slice(0, PER_PAGE).map(({ endsAt, status, ...one }): PastAppointment => ({
        ...one,
        state: ownStateOf({ status, endsAt }, now),
      })),
      page,
      hasOlder: past.length > PER_PAGE,
    };
  });
};

export type OwnAppointments = Awaited<ReturnType<ReturnType<typeof viewOwnAppointments>>>;

import { listAccessNeeds } from '@db/queries/access-needs.server';
import { listDivisionHolidays } from '@db/queries/bank-holidays.server';
import { listConsents, listPartners } from '@db/queries/consents.server';
import { findOpenChange } from '@db/queries/contact-changes.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { listUnpostedLetters } from '@db/queries/own-details.server';
import { consentInForce } from '~/domain/consent/may-see-plan';
import { changeState } from '~/domain/contact/contact-change';
import { newAddressFrom } from '~/domain/letter/new-address-from';
import { ownQuietHours } from '~/domain/reminder/quiet-hours';
import type { Deps } from './deps';
import { displayContact, listShownContacts, thingOf } from './own-contacts.server';

/** Everything that a customer may change about themselves, on one page. Contacts are hints here, not whole. */
export const viewDetails = (deps: Deps) => async (input: { customerId: string }) => {
  const now = deps.clock.now();
  return deps.db.read(async (q) => {
    const found = await findCustomerWithOffice(q, input.customerId);
    if (!found) throw new Error('a session belongs to nobody');
    const { customer, office } = found;
    const { id, firstName, lastName, knownAs, language, preferredChannel, discreet } = customer;
    const needs = (await listAccessNeeds(q, id)).filter(({ withdrawnAt }) => withdrawnAt === null);
    const partners = await listPartners(q);
    const consents = await listConsents(q, id);
    const open = await findOpenChange(q, id);
    const zone = office.timeZone;
    const holidays = await listDivisionHolidays(q, office.division);
    const letters = await listUnpostedLetters(q, id);
    return {
      ...{ firstName, lastName, knownAs, language, preferredChannel, discreet, zone },
      bilingualLetters: customer.bilingualLetters,
      quiet: ownQuietHours(customer),
      contacts: await listShownContacts(q, deps, id),
      needs: needs.map(({ need }) => need),
      sharedWith: partners.filter((partner) => consentInForce(partner, consents, now)).map(({ name }) => name),
      /** A change that waits for its code. */
      pending:
        open && changeState(open, now) === 'waiting'
          ? { id: open.id, thing: thingOf(open.kind), value: displayContact(deps, open) }
          : null,
      /** From when on letters go to an address that is given now, and whether one is under way to the old one. */
      letters: { newAddressFrom: newAddressFrom(now, { zone, holidays }, letters), underWay: letters.length > 0 },
    };
  });
};

export type DetailsView = Awaited<ReturnType<ReturnType<typeof viewDetails>>>;

import type { Queryable } from '@db/client.server';
import { listBookableKinds, listMeetingPlaces, type KindRow, type PlaceRow } from '@db/queries/bookable-kinds.server';
import { findBookingPast } from '@db/queries/booking.server';
import { listAdvisers } from '@db/queries/office-day.server';
import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import type { AppointmentMode } from '~/domain/appointment/appointment';
import { usualKind } from '~/domain/appointment/first-meeting';
import { calledName, type PersonName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import type { SignedInStaff } from './sessions.server';

/** All that a booking begins with: whom it is for, and what the office books, where and with whom. */
export interface BookingDesk {
  customer: PersonName & { ref: string; called: string; language: Language; noMessages: boolean };
  /** The named adviser, if they have a diary here. */
  named: PersonName | null;
  office: { id: string; zone: string };
  isNew: boolean;
  /** The kinds that one person is booked for. */
  kinds: KindRow[];
  /** The kind that it begins with; null where the office has none. */
  usual: KindRow | null;
  advisers: PersonName[];
  places: PlaceRow[];
}

/** @returns null when there is no such customer, or they are another office's. */
export async function loadBookingDesk(
  q: Queryable,
  staff: Pick<SignedInStaff, 'officeId'>,
  customerId: string,
): Promise<BookingDesk | null> {
  const found = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
  if (!found) return null;
  const { customer, office } = found;
  const kinds = (await listBookableKinds(q, office.id)).filter(({ capacity }) => capacity === 1);
  const past = await findBookingPast(q, customerId);
  const advisers = await listAdvisers(q, office.id);
  const { id, ref, firstName, lastName, language, noMessages } = customer;
  return {
    customer: { id, ref, firstName, lastName, called: calledName(customer), language, noMessages },
    named: advisers.find((one) => one.id === customer.adviserId) ?? null,
    office: { id: office.id, zone: office.timeZone },
    ...{ isNew: past.isNew, kinds, usual: usualKind(kinds, past), advisers },
    places: await listMeetingPlaces(q, office.id),
  };
}

/** What a kind of appointment is called, for and what to bring to it, in a language; English where there is no Welsh. */
export function wordsOfKind(kind: KindRow, language: Language) {
  const either = (english: string, welsh: string) => (language === 'cy' && welsh !== '' ? welsh : english);
  return {
    name: either(kind.name, kind.nameInWelsh),
    purpose: either(kind.purpose, kind.purposeInWelsh),
    bring: either(kind.bring, kind.bringInWelsh),
  };
}

/** Where an appointment can be, by how the two meet: venues for outreach, rooms in the office, nowhere else. */
export function placesFor(mode: AppointmentMode, places: readonly PlaceRow[]): PlaceRow[] {
  if (mode === 'outreach') return places.filter(({ kind }) => kind === 'venue');
  return mode === 'in_person' ? places.filter(({ kind }) => kind === 'room') : [];
}

/** A venue as the customer reads it: its name and where it is; a room is the office's own. */
export function venueText(place: Pick<PlaceRow, 'kind' | 'name' | 'address' | 'postcode'> | null): string {
  if (place?.kind !== 'venue') return '';
  return [place.name, place.address, place.postcode].filter(Boolean).join(', ');
}

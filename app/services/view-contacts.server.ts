import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import type { PersonName } from '~/domain/contact/person-name';
import type { ContactWay } from '~/domain/journey/contact-record';
import { wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { listContacts, type ContactItem } from './list-contacts.server';
import type { SignedInStaff } from './sessions.server';

const PAGE = 25;

export interface CustomerContacts {
  zone: string;
  now: number;
  /** A date of the office. */
  today: string;
  customer: PersonName;
  /** Champions record and see what was at the desk, and nothing else. */
  deskOnly: boolean;
  /** Notes are for advisers. */
  mayRead: boolean;
  way: ContactWay | null;
  items: ContactItem[];
  /** The instant (ms) before which the next page begins; null on the last. */
  older: number | null;
  /** A page that is not the first. */
  later: boolean;
}

/**
 * How a customer of the viewer's office and the office were in touch, by whatever way, the latest first. On record as read.
 * @param input.before only what was before this instant (ms); null for the latest.
 * @returns null when there is no such customer, or they are another office's.
 */
export const viewContacts =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    customerId: string;
    way: ContactWay | null;
    before: number | null;
  }): Promise<CustomerContacts | null> => {
    const { staff, customerId, before } = input;
    const now = deps.clock.now();
    const deskOnly = staff.role === 'champion';
    const mayRead = staff.role === 'adviser';
    const way = deskOnly ? 'desk' : input.way;
    const shown = await deps.db.read(async (q) => {
      const found = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
      if (!found) return null;
      const { customer, office } = found;
      const items = await listContacts(q, deps, {
        ...{ customerId, way, mayRead, recordsOnly: deskOnly, officeId: staff.officeId },
        ...{ before: before ?? now + 1, limit: PAGE + 1 },
      });
      return {
        ...{ zone: office.timeZone, now, today: wallClockOf(now, office.timeZone).date, deskOnly, mayRead, way },
        customer: { id: customer.id, firstName: customer.firstName, lastName: customer.lastName },
        items: items.slice(0, PAGE),
        // Of two at one instant, one may be shown twice: better than not at all.
        older: items.length > PAGE ? items[PAGE]!.at + 1 : null,
        later: before !== null,
      };
    });
    if (!shown) return null;
    await recordRead(deps)({ reader: staff, action: 'contacts.read', subjectKind: 'customer', subjectId: customerId });
    return shown;
  };

/** The date at the office of a customer of the member's; null when there is no such customer, or they are another office's. */
export const findOfficeToday =
  (deps: Deps) =>
  async ({ staff, customerId }: { staff: SignedInStaff; customerId: string }): Promise<string | null> => {
    const found = await deps.db.read((q) => findOfficeCustomer(q, { id: customerId, officeId: staff.officeId }));
    return found && wallClockOf(deps.clock.now(), found.office.timeZone).date;
  };

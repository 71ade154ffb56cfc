import type { Queryable } from '@db/client.server';
import { listMeetingsToKeep } from '@db/queries/format-requests.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { listWaitingFormatLetters } from '@db/queries/format-letters.server';
import { listAccessNeeds } from '@db/queries/staff-customer.server';
import { isStanding } from '~/domain/appointment/appointment';
import type { Language } from '~/domain/language';
import type { PersonName } from '~/domain/contact/person-name';
import { letterStyle, type LetterStyle } from '~/domain/letter/letter-style';
import type { AccessNeed } from '~/domain/situation/access-need';
import { wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import { listShownRequests, type ShownRequest } from './view-format-requests.server';

interface Of {
  staff: SignedInStaff;
  customerId: string;
}

export interface NewFormatRequestView {
  zone: string;
  now: number;
  customer: PersonName;
  /** Their own. */
  language: Language;
  /** What somebody may be asked to come to, the soonest first; instants in ms. */
  meetings: { id: string; startsAt: number }[];
}

/** Who is asked for, and their meetings to come. @returns null when they are not of the office. */
export const viewNewFormatRequest =
  (deps: Deps) =>
  async ({ staff, customerId }: Of): Promise<NewFormatRequestView | null> =>
    deps.db.read(async (q) => {
      const found = await findCustomerWithOffice(q, customerId);
      if (found?.customer.officeId !== staff.officeId) return null;
      const now = deps.clock.now();
      const { id, firstName, lastName } = found.customer;
      const meetings = await meetingsAhead(q, { customerId, officeId: staff.officeId, now });
      return {
        zone: found.office.timeZone,
        now,
        customer: { id, firstName, lastName },
        language: found.customer.language,
        meetings,
      };
    });

async function meetingsAhead(q: Queryable, of: { customerId: string; officeId: string; now: number }) {
  const rows = await listMeetingsToKeep(q, { customerIds: [of.customerId], after: of.now, ids: [] });
  return rows
    .filter(({ status, officeId, startsAt }) => isStanding(status) && officeId === of.officeId && startsAt > of.now)
    .map(({ id, startsAt }) => ({ id, startsAt }));
}

export interface CustomerFormats extends NewFormatRequestView {
  today: string;
  needs: { id: string; need: AccessNeed; detail: string }[];
  requests: ShownRequest[];
  /** How letters go out to them. */
  style: LetterStyle;
  /** Letters that a colleague asked for and that nobody has posted yet. */
  waiting: { id: string; subject: string }[];
}

/** What a customer needs in another form, what was asked for, and how letters go out to them; on record as read. */
export const viewCustomerFormats =
  (deps: Deps) =>
  async ({ staff, customerId }: Of): Promise<CustomerFormats | null> => {
    const now = deps.clock.now();
    const { officeId } = staff;
    const view = await deps.db.read(async (q): Promise<CustomerFormats | null> => {
      const found = await findCustomerWithOffice(q, customerId);
      if (found?.customer.officeId !== officeId) return null;
      const { customer, office } = found;
      const needs = await listAccessNeeds(q, customerId);
      return {
        ...{ zone: office.timeZone, now, today: wallClockOf(now, office.timeZone).date },
        customer: { id: customer.id, firstName: customer.firstName, lastName: customer.lastName },
        language: customer.language,
        meetings: await meetingsAhead(q, { customerId, officeId, now }),
        needs: needs.map(({ id, need, detail }) => ({ id, need, detail: detail ? deps.vault.open(detail) : '' })),
        requests: await listShownRequests(q, { customerId, officeId, now }),
        style: letterStyle(needs.map(({ need }) => need), customer), // prettier-ignore
        waiting: (await listWaitingFormatLetters(q, customerId)).map(({ id, subject }) => ({
          ...{ id, subject: subject === null ? '' : deps.vault.open(subject) },
        })),
      };
    });
    if (view)
      await recordRead(deps)({
        reader: staff,
        action: 'customer_formats.read',
        subjectKind: 'customer',
        subjectId: customerId,
      });
    return view;
  };

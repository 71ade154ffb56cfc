import { listHeldMeetings } from '@db/queries/adviser-terms.server';
import { listCoverPeople } from '@db/queries/covers.server';
import { findOffice } from '@db/queries/office-day.server';
import { CONTINUITY_WEEKS, continuityOf, type Continuity } from '~/domain/adviser/continuity';
import type { PersonName } from '~/domain/contact/person-name';
import { addDays, dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export interface ContinuityView {
  office: { name: string; zone: string };
  /** Dates of the office, both included. */
  fromOn: string;
  untilOn: string;
  /** Of the whole office; null for whoever sees only their own. */
  whole: Continuity | null;
  /** By the named adviser, by last name. */
  advisers: (PersonName & Continuity)[];
}

/**
 * How many of the office's meetings of the last 13 weeks, up to and with yesterday, were held with the adviser whom the
 * customer had at that time: by named adviser and, for managers, for all. An adviser sees their own customers' figure. It
 * shows no customer.
 */
export const viewContinuity =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<ContinuityView> =>
    deps.db.read(async (q) => {
      const office = await findOffice(q, staff.officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const zone = office.timeZone;
      const today = wallClockOf(deps.clock.now(), zone).date;
      const fromOn = addDays(today, -7 * CONTINUITY_WEEKS);
      const span = { from: dayBounds(fromOn, zone).from, to: dayBounds(today, zone).from };
      const held = await listHeldMeetings(q, { officeId: staff.officeId, ...span });
      const people = await listCoverPeople(q, staff.officeId);
      const seen = staff.role === 'manager' ? people : people.filter(({ id }) => id === staff.id);
      return {
        office: { name: office.name, zone },
        ...{ fromOn, untilOn: addDays(today, -1) },
        whole: staff.role === 'manager' ? continuityOf(held) : null,
        advisers: seen.map((one) => ({ ...one, ...continuityOf(held.filter(({ namedId }) => namedId === one.id)) })),
      };
    });

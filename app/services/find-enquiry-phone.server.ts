import { findFirstOffice, findOfficePhone } from '@db/queries/home.server';
import type { Deps } from './deps';
import { officePhone } from './office-phone';

/** The number to call about anything, and what is left of it when the database cannot be asked. */
export function enquiryPhone(deps: Deps) {
  let lastKnown = '';
  return {
    /** The number of the office, or of the first one when nobody knows which. Null when there is none. */
    async find(officeId: string | null): Promise<string | null> {
      const phone = await deps.db.read(async (q) =>
        officeId ? findOfficePhone(q, officeId) : ((await findFirstOffice(q))?.phone ?? null),
      );
      const found = phone ? officePhone(deps.phoneNumbers, phone) : null;
      // An office's own number is for its customers; the first office answers for everybody.
      if (found && (officeId === null || lastKnown === '')) lastKnown = found;
      return found;
    },
    /** The number that was found last, for pages that must do without the database; empty before that. */
    lastKnown: (): string => lastKnown,
  };
}

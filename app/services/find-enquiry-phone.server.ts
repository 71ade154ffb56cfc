import { findFirstOffice, findOfficePhone } from '@db/queries/home.server';
import type { Deps } from './deps';
import { officePhone } from './office-phone';

/** The number to call: that of the office, or of the first one when nobody knows which. Null when there is none. */
export const findEnquiryPhone =
  (deps: Deps) =>
  async (officeId: string | null): Promise<string | null> => {
    const phone = await deps.db.read(async (q) =>
      officeId ? findOfficePhone(q, officeId) : ((await findFirstOffice(q))?.phone ?? null),
    );
    return phone ? officePhone(deps.phoneNumbers, phone) : null;
  };

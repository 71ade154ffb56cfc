import { listOffices as listOfficeRows } from '@db/queries/offices.server';
import type { Deps } from './deps';
import { officePhone } from './office-phone';

/** How each office is reached: its number as people read it, where it is, and when somebody answers (wall clock). */
export const listOffices = (deps: Deps) => async () => {
  const offices = await deps.db.read(listOfficeRows);
  return offices.map(({ id, name, phone, address, postcode, opensAt, closesAt }) => ({
    id,
    name,
    phone: officePhone(deps.phoneNumbers, phone),
    address: [address, postcode].filter(Boolean).join(', '),
    opensAt,
    closesAt,
  }));
};

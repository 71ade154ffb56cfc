import type { Deps } from '~/services/deps';
import type { SignedInStaff } from '~/services/sessions.server';
import { aMemberOfStaff, anOffice } from './factories';

/** An office with an adviser who helps and a manager, and an adviser of another one. */
export async function aHelpingOffice(deps: Deps) {
  const officeId = (await anOffice(deps)).id;
  const member = async (firstName: string, role: SignedInStaff['role'], office: string): Promise<SignedInStaff> => {
    const { id, lastName } = await aMemberOfStaff(deps, office, { firstName, lastName: 'Shah', role });
    return { kind: 'staff', id, officeId: office, role, firstName, lastName };
  };
  const priya = await member('Priya', 'adviser', officeId);
  const rhys = await member('Rhys', 'manager', officeId);
  const elsewhere = await member('Nia', 'adviser', (await anOffice(deps)).id);
  return { officeId, priya, rhys, elsewhere };
}

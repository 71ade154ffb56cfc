import { insertHelp } from '@db/queries/helps.server';
import type { Queryable } from '@db/client.server';
import type { HelpWay, IdentityProof } from '~/domain/assisted/help';
import type { Deps } from './deps';
import { openSession, type SignedInStaff } from './sessions.server';

/**
 * Begins a help inside the caller's transaction: its row, and a session of the customer that is part of it.
 * @returns the secret for the help's cookie.
 */
export async function beginHelp(
  q: Queryable,
  deps: Deps,
  input: {
    staff: SignedInStaff;
    customerId: string;
    way: HelpWay;
    identity: IdentityProof;
    visitId: string | null;
  },
): Promise<string> {
  const { staff, ...about } = input;
  const id = deps.newId();
  await insertHelp(q, {
    ...{ id, ...about, officeId: staff.officeId, staffId: staff.id, startedAt: deps.clock.now() },
    ...{ endedAt: null, endedBy: null, readBackAt: null, contactId: null },
  });
  const person = { kind: 'customer' as const, id: about.customerId, help: { id, staffId: staff.id } };
  return openSession(q, deps, person, null);
}

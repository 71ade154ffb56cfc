import type { Queryable } from '@db/client.server';
import type { ClubRow } from '@db/queries/clubs.server';
import { listOrganisers, lockOfficeClub } from '@db/queries/kept-clubs.server';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** Organisers keep the clubs that are theirs, managers all of their office's and those that are nobody's yet. */
export function mayKeep(staff: SignedInStaff, organisers: readonly { id: string }[]): boolean {
  return staff.role === 'manager' || (staff.role === 'organiser' && organisers.some(({ id }) => id === staff.id));
}

/** Advisers see the clubs of their office, organisers their own. */
export function maySee(staff: SignedInStaff, organisers: readonly { id: string }[]): boolean {
  return staff.role === 'adviser' || mayKeep(staff, organisers);
}

/**
 * A club that the member of staff may change, locked; and the way to put the change on record, in the same transaction.
 * @returns null when there is none, or it is not theirs to change: the two look the same.
 */
export async function openKeptClub(
  q: Queryable,
  deps: Deps,
  input: { staff: SignedInStaff; ref: string },
): Promise<{ club: ClubRow; record: (action: AuditAction, detail?: string) => Promise<void> } | null> {
  const { staff, ref } = input;
  const club = await lockOfficeClub(q, { ref, officeId: staff.officeId });
  if (!club || !mayKeep(staff, await listOrganisers(q, [club.id]))) return null;
  const record = (action: AuditAction, detail = '') =>
    appendAudit(q, deps, {
      ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, action, detail },
      ...{ subjectKind: 'club', subjectId: club.id },
    });
  return { club, record };
}

import {
  findOfficeByRef,
  findStaffByEmail,
  findStaffByRef,
  insertStaffSignIn,
  updateStaffSignIn,
} from '@db/queries/staff-access.server';
import type { Role } from '~/domain/access/role';
import { passwordFault, type PasswordFault } from '~/domain/access/password-rules';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';

export interface NewMemberOfStaff {
  officeRef: string;
  /** The reference that files use for this person; an existing one is given a way to sign in. */
  ref: string;
  firstName: string;
  lastName: string;
  email: string;
  role: Role;
  password: string;
}

export type AddedMemberOfStaff =
  | {
      ok: true;
      id: string;
      /** For the authenticator app; shown once, kept sealed. */
      totpSecret: string;
      /** The `otpauth://` address of the secret, for a QR code. */
      totpAddress: string;
    }
  | { ok: false; reason: 'no_such_office' | 'email_taken' | PasswordFault };

/** Lets a member of staff sign in: makes them if they are new, and a secret for their authenticator app. */
export const addMemberOfStaff =
  (deps: Deps) =>
  async (input: NewMemberOfStaff): Promise<AddedMemberOfStaff> => {
    const email = input.email.trim().toLowerCase();
    const about = [input.firstName, input.lastName, email.split('@')[0]!, input.ref];
    const fault = passwordFault(input.password, about);
    if (fault) return { ok: false, reason: fault };
    const passwordHash = await deps.passwords.hash(input.password);
    const totpSecret = deps.oneTimePasswords.newSecret();

    return deps.db.write(async (q) => {
      const office = await findOfficeByRef(q, input.officeRef);
      if (!office) return { ok: false, reason: 'no_such_office' };
      const sameEmail = await findStaffByEmail(q, email);
      if (sameEmail && sameEmail.ref !== input.ref) return { ok: false, reason: 'email_taken' };
      const existing = await findStaffByRef(q, input.ref);
      const { ref, firstName, lastName, role } = input;
      const id = existing?.id ?? deps.newId();
      const member = { id, ref, officeId: office.id, firstName, lastName, role, email, passwordHash };
      const save = existing ? updateStaffSignIn : insertStaffSignIn;
      await save(q, { ...member, totpSecret: deps.vault.seal(totpSecret) });
      await appendAudit(q, deps, {
        chain: officeChain(office.id),
        actor: { kind: 'command', id: null },
        action: existing ? 'staff.credentials_set' : 'staff.added',
        subjectKind: 'staff',
        subjectId: id,
        detail: role,
      });
      return { ok: true, id, totpSecret, totpAddress: deps.oneTimePasswords.address(totpSecret, email) };
    });
  };

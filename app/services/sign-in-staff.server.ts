import type { Queryable } from '@db/client.server';
import { findStaffSignIn, useTotpStep } from '@db/queries/staff-access.server';
import { deleteSession } from '@db/queries/sessions.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { endHelpsOf } from './end-help.server';
import { openSession, unlessReadOnly } from './sessions.server';

export interface StaffSignInInput {
  email: string;
  password: string;
  /** Six digits from the authenticator app; spaces are forgiven. */
  code: string;
  /** The visitor's network address, for the limit only. */
  address: string;
  previousCookie: string | null;
}

export type StaffSignInResult =
  | { ok: true; cookie: string }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'busy' | 'too_many'; retryAfterSeconds: number };

/** A secret that nobody has: checking a code against it takes as long as against somebody's. */
const NOBODYS_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

/**
 * Signs a member of staff in with a password and a code that works once. Whether the person exists, the
 * password is wrong or the code is wrong makes no difference that could be seen or timed from outside;
 * the audit trail knows, by the person's id and never by what was typed.
 */
export const signInStaff =
  (deps: Deps) =>
  async (input: StaffSignInInput): Promise<StaffSignInResult> => {
    const email = input.email.trim().toLowerCase();
    const wait = await passedLimit(deps, email, input.address);
    if (wait !== null) return { ok: false, reason: 'too_many', retryAfterSeconds: wait };

    const member = await deps.db.read((q) => findStaffSignIn(q, email));
    const password = await deps.passwords.verify(member?.passwordHash ?? null, input.password);
    if (password === 'busy') return { ok: false, reason: 'busy', retryAfterSeconds: 5 };
    const secret = member?.totpSecret ? deps.vault.open(member.totpSecret) : NOBODYS_SECRET;
    const step = deps.oneTimePasswords.stepOf(secret, input.code.replace(/\s/g, ''), deps.clock.now());

    return deps.db.write(async (q) => {
      const fault =
        !member || password === 'wrong'
          ? 'wrong_password'
          : step === null
            ? 'wrong_code'
            : (await useTotpStep(q, member.id, step))
              ? null
              : 'used_code';
      const fact = {
        chain: member ? officeChain(member.officeId) : ('service' as const),
        subjectKind: 'staff',
        subjectId: member?.id ?? null,
      };
      if (fault || !member) {
        const actor = { kind: 'visitor' as const, id: null };
        await appendAudit(q, deps, { ...fact, actor, action: 'staff.sign_in_refused', detail: fault ?? '' });
        return { ok: false, reason: 'wrong' };
      }
      const cookie = await openSession(q, deps, { kind: 'staff', id: member.id }, input.previousCookie);
      await appendAudit(q, deps, { ...fact, actor: { kind: 'staff', id: member.id }, action: 'staff.signed_in' });
      return { ok: true, cookie };
    });
  };

/**
 * How many seconds to wait, when this address or this account has been tried too often. An address that has to wait
 * uses up no account's tries: one visitor must not be able to keep a whole office out.
 */
async function passedLimit(deps: Deps, email: string, address: string): Promise<number | null> {
  const wait = await deps.rateLimits.use('staff_sign_in_per_address', deps.vault.index(address));
  return wait ?? (await deps.rateLimits.use('staff_sign_in_per_account', deps.vault.index(email)));
}

/** Ends the session of a member of staff, and the help that they had going on. On record. */
export const signOutStaff =
  (deps: Deps) =>
  async (input: { member: { id: string; officeId: string }; cookie: string }): Promise<void> => {
    const { id, officeId } = input.member;
    const signOut = async (q: Queryable) => {
      await deleteSession(q, deps.vault.sessionHash(input.cookie));
      await endHelpsOf(q, deps, id);
      await appendAudit(q, deps, {
        chain: officeChain(officeId),
        actor: { kind: 'staff', id },
        action: 'staff.signed_out',
        subjectKind: 'staff',
        subjectId: id,
      });
    };
    await unlessReadOnly(deps, () => deps.db.write(signOut));
  };

import type { Queryable } from '@db/client.server';
import { listActivePartners } from '@db/queries/office-settings.server';
import {
  deleteStaffSessions,
  findInvited,
  findMember,
  insertMember,
  updateMember,
  type MemberRow,
} from '@db/queries/office-staff.server';
import { findStaffByEmail, findStaffByRef } from '@db/queries/staff-access.server';
import type { Role } from '~/domain/access/role';
import { passwordFault, type PasswordFault } from '~/domain/access/password-rules';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { INVITATION_LIFETIME } from '~/domain/office/invitation';
import { newMemberFields, rolesToGive } from '~/domain/office/office-form';
import { readSettings, type SettingProblems, type SettingValues } from '~/domain/office/setting-fields';
import { staffInvitationText } from '~/i18n/pages/staff-invitation';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { phoneReader } from './office-phone';
import { queueMessage } from './queue-message.server';
import { openSession, type SignedInStaff } from './sessions.server';
import { mailsInvitations } from './view-office-staff.server';

/** Where the address went: it is shown, once, only where no email could be sent. */
export type Invited = { ok: true; id: string; address: string | null };
export type InviteResult =
  Invited | { ok: false; reason: 'not_found' } | { ok: false; reason: 'problems'; problems: SettingProblems };

/**
 * Adds somebody to the manager's own office and invites them to set their password. The same form sent twice adds one. Where no
 * email can be sent the answer to the first may never have been seen, so the second makes a new address, until it is used.
 * On record.
 * @param input.key the id that they will have.
 */
export const addColleague =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    key: string;
    typed: SettingValues;
    requestId: string;
  }): Promise<InviteResult> => {
    const { staff, key, typed, requestId } = input;
    return deps.db.write(async (q) => {
      const partners = (await listActivePartners(q)).map(({ id }) => id);
      const fields = newMemberFields({ roles: rolesToGive(staff.role), partners });
      const read = readSettings(fields, typed, phoneReader(deps.phoneNumbers));
      const problems = read.ok ? {} : { ...read.problems };
      if (typed.role === 'partner' && !typed.partnerId) problems.partnerId = 'choose';
      if (!read.ok || Object.keys(problems).length > 0) return { ok: false, reason: 'problems', problems };
      const { firstName = '', lastName = '', email = '', role, partnerId = '' } = read.values;
      const there = await findMember(q, { id: key, officeId: staff.officeId }, { lock: true });
      if (there) return addedAlready(q, deps, { staff, member: there, email, requestId });
      const same = await findStaffByEmail(q, email);
      if (same && same.id !== key) return { ok: false, reason: 'problems', problems: { email: 'taken' } };
      const member: MemberRow = {
        ...{ id: key, officeId: staff.officeId, firstName, lastName, role: role as Role, email },
        // What files may call them; somebody else may be called that already.
        ref: (await findStaffByRef(q, email)) ? key : email,
        ...{ passwordHash: null, totpSecret: null, totpLastStep: 0, invitationHash: null, invitedUntil: null },
        ...{ active: true, leftAt: null, partnerId: role === 'partner' ? partnerId : null },
        ...{ helpsWith: '', speaks: '', phone: '', videoRoom: '' },
      };
      if (!(await insertMember(q, member))) {
        // Both presses at once: the other one has added them by now.
        const other = await findMember(q, { id: key, officeId: staff.officeId }, { lock: true });
        return other
          ? addedAlready(q, deps, { staff, member: other, email, requestId })
          : { ok: false, reason: 'not_found' };
      }
      const address = await invite(q, deps, { member, email, requestId });
      await note(q, deps, staff, { action: 'staff.added', id: key, detail: member.role });
      return { ok: true, id: key, address };
    });
  };

interface Again {
  staff: SignedInStaff;
  member: MemberRow;
  email: string;
  requestId: string;
}

async function addedAlready(q: Queryable, deps: Deps, { staff, member, email, requestId }: Again): Promise<Invited> {
  const { id } = member;
  const waits = member.active && member.invitationHash !== null && member.passwordHash === null;
  const theirs = member.email === email && rolesToGive(staff.role).includes(member.role);
  if (!waits || !theirs || mailsInvitations(deps)) return { ok: true, id, address: null };
  const address = await invite(q, deps, { member, email, requestId });
  await note(q, deps, staff, { action: 'staff.invited', id, detail: member.role });
  return { ok: true, id, address };
}

/**
 * Invites somebody again, or lets them set up their sign-in anew: what they signed in with before stops working at once, and
 * so do their sessions and an earlier invitation. On record.
 */
export const inviteAgain =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    id: string;
    typed: SettingValues;
    requestId: string;
  }): Promise<InviteResult> => {
    const { staff, id, typed, requestId } = input;
    return deps.db.write(async (q) => {
      const member = await findMember(q, { id, officeId: staff.officeId }, { lock: true });
      if (!member?.active || member.id === staff.id || !rolesToGive(staff.role).includes(member.role)) {
        return { ok: false, reason: 'not_found' };
      }
      const read = readSettings([{ name: 'email', kind: 'email' }], typed, () => null);
      if (!read.ok) return { ok: false, reason: 'problems', problems: read.problems };
      const { email = '' } = read.values;
      const same = await findStaffByEmail(q, email);
      if (same && same.id !== id) return { ok: false, reason: 'problems', problems: { email: 'taken' } };
      await deleteStaffSessions(q, id);
      const address = await invite(q, deps, { member, email, requestId });
      await note(q, deps, staff, { action: 'staff.invited', id, detail: member.role });
      return { ok: true, id, address };
    });
  };

/** Makes the address, and sends it where there is a way to. Only its hash is kept; the secret of the app waits, sealed. */
async function invite(
  q: Queryable,
  deps: Deps,
  { member, email, requestId }: { member: MemberRow; email: string; requestId: string },
): Promise<string | null> {
  const now = deps.clock.now();
  const token = deps.vault.newSecret();
  const invitedUntil = now + INVITATION_LIFETIME;
  await updateMember(q, member.id, {
    email,
    passwordHash: null,
    totpSecret: deps.vault.seal(deps.oneTimePasswords.newSecret()),
    totpLastStep: 0,
    invitationHash: deps.vault.hashSecret(token),
    invitedUntil,
  });
  const address = `${deps.publicUrl}/staff/invitation/${token}`;
  if (!mailsInvitations(deps)) return address;
  await queueMessage(q, deps, {
    ...{ purpose: 'access', channel: 'email', recipient: email, customerId: null, language: 'en' },
    ...staffInvitationText({ firstName: member.firstName, address }),
    ...{ sendBy: invitedUntil, requestId },
  });
  return null;
}

/** What whoever holds an invitation is shown: the secret is theirs alone from now on. */
export interface ShownInvitation {
  firstName: string;
  email: string;
  /** Base 32, and the `otpauth://` address of it for a picture to scan. */
  totpSecret: string;
  totpAddress: string;
}

/** The invitation of this address; null when it was used, withdrawn or has run out, or never was. Changes nothing. */
export const viewInvitation =
  (deps: Deps) =>
  async ({ token }: { token: string }): Promise<ShownInvitation | null> => {
    const found = await deps.db.read((q) => findInvited(q, deps.vault.hashSecret(token)));
    const open = found && openInvitation(deps, found);
    if (!found || !open) return null;
    const totpAddress = deps.oneTimePasswords.address(open.secret, open.email);
    return { firstName: found.firstName, email: open.email, totpSecret: open.secret, totpAddress };
  };

function openInvitation(deps: Deps, member: MemberRow): { email: string; secret: string } | null {
  const { invitedUntil, totpSecret, email } = member;
  if (invitedUntil === null || invitedUntil <= deps.clock.now() || totpSecret === null || email === null) return null;
  return { email, secret: deps.vault.open(totpSecret) };
}

export type InvitationFault = 'empty' | PasswordFault | 'wrong_code';
export type InvitationAccepted =
  | { ok: true; cookie: string }
  | { ok: false; reason: 'gone' }
  | { ok: false; reason: 'faults'; faults: InvitationFault[] }
  | { ok: false; reason: 'wait'; seconds: number };

/**
 * Sets the password of whoever holds an invitation, once their app shows the right code, and signs them in. The address
 * works no more then. On record.
 */
export const acceptInvitation =
  (deps: Deps) =>
  async (input: {
    token: string;
    password: string;
    code: string;
    address: string;
    previousCookie: string | null;
  }): Promise<InvitationAccepted> => {
    const wait = await deps.rateLimits.use('staff_sign_in_per_address', deps.vault.index(input.address));
    if (wait !== null) return { ok: false, reason: 'wait', seconds: wait };
    const hash = deps.vault.hashSecret(input.token);
    const invited = await deps.db.read((q) => findInvited(q, hash));
    const open = invited && openInvitation(deps, invited);
    if (!invited || !open) return { ok: false, reason: 'gone' };
    const tooMany = await deps.rateLimits.use('staff_sign_in_per_account', deps.vault.index(open.email));
    if (tooMany !== null) return { ok: false, reason: 'wait', seconds: tooMany };
    const about = [invited.firstName, invited.lastName, open.email.split('@')[0]!, invited.ref];
    const fault = input.password === '' ? ('empty' as const) : passwordFault(input.password, about);
    const step = deps.oneTimePasswords.stepOf(open.secret, input.code.replace(/\s/g, ''), deps.clock.now());
    const faults = [...(fault ? [fault] : []), ...(step === null ? ['wrong_code' as const] : [])];
    if (faults.length > 0 || step === null) return { ok: false, reason: 'faults', faults };
    const passwordHash = await deps.passwords.hashIfFree(input.password);
    if (passwordHash === null) return { ok: false, reason: 'wait', seconds: 5 };

    return deps.db.write(async (q) => {
      const member = await findInvited(q, hash, { lock: true });
      if (!member || !openInvitation(deps, member)) return { ok: false, reason: 'gone' };
      const { id, officeId } = member;
      await updateMember(q, id, { passwordHash, totpLastStep: step, invitationHash: null, invitedUntil: null });
      const cookie = await openSession(q, deps, { kind: 'staff', id }, input.previousCookie);
      await note(q, deps, { id, officeId }, { action: 'staff.invitation_accepted', id });
      await note(q, deps, { id, officeId }, { action: 'staff.signed_in', id });
      return { ok: true, cookie };
    });
  };

async function note(
  q: Queryable,
  deps: Deps,
  by: { id: string; officeId: string },
  { action, id, detail }: { action: AuditAction; id: string; detail?: string },
): Promise<void> {
  await appendAudit(q, deps, {
    ...{ chain: officeChain(by.officeId), actor: { kind: 'staff', id: by.id }, action, detail },
    ...{ subjectKind: 'staff', subjectId: id },
  });
}

import type { Queryable } from '@db/client.server';
import { findOffice } from '@db/queries/office-day.server';
import { listActivePartners } from '@db/queries/office-settings.server';
import {
  countTies,
  deleteDiaryFeed,
  deleteStaffSessions,
  endCoversOf,
  findManager,
  findMember,
  handOpenCalls,
  lockHolders,
  updateMember,
  type MemberRow,
} from '@db/queries/office-staff.server';
import { isWorthRepeating } from '@db/dialect/outages';
import type { Role } from '~/domain/access/role';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import {
  ADVISING_ROLES,
  barToEnd,
  MEMBER_FIELDS,
  PROFILE_FIELDS,
  roleFields,
  rolesToGive,
  type StaffBar,
} from '~/domain/office/office-form';
import {
  readSettings,
  type SettingField,
  type SettingProblems,
  type SettingValues,
} from '~/domain/office/setting-fields';
import { wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { phoneReader } from './office-phone';
import { seenOf } from './seen-values';
import type { SignedInStaff } from './sessions.server';

interface OnMember {
  staff: SignedInStaff;
  id: string;
}

/** What somebody is asked about a colleague, or about themselves; null when they may not change it. */
function profileFields({ staff, id }: OnMember, member: MemberRow | null): readonly SettingField[] | null {
  if (!member?.active) return null;
  if (staff.id === id)
    return staff.role === 'manager' || staff.role === 'administrator' ? MEMBER_FIELDS : PROFILE_FIELDS;
  return rolesToGive(staff.role).includes(member.role) ? MEMBER_FIELDS : null;
}

const valuesOf = (member: MemberRow, fields: readonly SettingField[]): SettingValues =>
  Object.fromEntries(fields.map(({ name }) => [name, String(member[name as keyof MemberRow] ?? '')]));

/** What customers are shown of a colleague, or of oneself, to be changed; null where that may not be. */
export const viewProfile = (deps: Deps) => async (on: OnMember) => {
  const member = await deps.db.read((q) => findMember(q, { id: on.id, officeId: on.staff.officeId }));
  const fields = profileFields(on, member);
  if (!member || !fields) return null;
  const values = valuesOf(member, fields);
  const { id, firstName, lastName } = member;
  return { fields, values, seen: seenOf(deps, values), member: { id, firstName, lastName } };
};

export type ProfileSaved =
  | { ok: true; changed: boolean }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'problems'; problems: SettingProblems }
  | { ok: false; reason: 'changed_since'; seen: string };

/** Saves it. On record. */
export const saveProfile =
  (deps: Deps) =>
  async (input: OnMember & { typed: SettingValues; seen: string }): Promise<ProfileSaved> =>
    deps.db.write(async (q) => {
      const { staff, id, typed } = input;
      const member = await findMember(q, { id, officeId: staff.officeId }, { lock: true });
      const fields = profileFields(input, member);
      if (!member || !fields) return { ok: false, reason: 'not_found' };
      const read = readSettings(fields, typed, phoneReader(deps.phoneNumbers));
      if (!read.ok) return { ok: false, reason: 'problems', problems: read.problems };
      const before = valuesOf(member, fields);
      const changed = fields.map(({ name }) => name).filter((name) => before[name] !== read.values[name]);
      if (changed.length === 0) return { ok: true, changed: false };
      if (seenOf(deps, before) !== input.seen) {
        return { ok: false, reason: 'changed_since', seen: seenOf(deps, before) };
      }
      await updateMember(q, id, read.values);
      await note(q, deps, staff, { action: 'staff.profile_changed', id, detail: changed.join(' ') });
      return { ok: true, changed: true };
    });

export type MemberChanged =
  | { ok: true; changed: boolean }
  | { ok: false; reason: 'not_found' | StaffBar }
  | { ok: false; reason: 'problems'; problems: SettingProblems };

/**
 * Gives somebody another role, which counts at once: their sessions end. Customers are passed on between advisers alone, so
 * whoever has any, or appointments to come, stays one until those are somebody else's. With a role that has no diary covers
 * end and open calls go to a manager, as when somebody leaves. On record.
 */
export const changeRole =
  (deps: Deps) =>
  async (input: OnMember & { typed: SettingValues }): Promise<MemberChanged> =>
    onceMore(() =>
      deps.db.write(async (q) => {
        const { staff, id, typed } = input;
        const { member, others } = await lockHolders(q, { id, officeId: staff.officeId });
        if (!member?.active) return { ok: false, reason: 'not_found' };
        const partners = (await listActivePartners(q)).map((one) => one.id);
        const fields = roleFields({ roles: rolesToGive(staff.role), partners });
        const read = readSettings(fields, typed, () => null);
        const problems = read.ok ? {} : { ...read.problems };
        if (typed.role === 'partner' && !typed.partnerId) problems.partnerId = 'choose';
        if (!read.ok || Object.keys(problems).length > 0) return { ok: false, reason: 'problems', problems };
        const role = read.values.role as Role;
        const partnerId = role === 'partner' ? (read.values.partnerId ?? null) : null;
        if (role === member.role && partnerId === member.partnerId) return { ok: true, changed: false };
        const bar = barToEnd(staff, member, others);
        if (bar) return { ok: false, reason: bar };
        if (role !== 'adviser' && (await hasWork(q, deps, member))) return { ok: false, reason: 'has_work' };
        await updateMember(q, id, { role, partnerId });
        await deleteStaffSessions(q, id);
        if (!ADVISING_ROLES.includes(role)) await endDuties(q, deps, staff, member);
        await note(q, deps, staff, { action: 'staff.role_changed', id, detail: `${member.role} ${role}` });
        return { ok: true, changed: true };
      }),
    );

/** Ends what comes with a diary: the feed of it and the covers; open calls go to a manager. */
async function endDuties(q: Queryable, deps: Deps, staff: SignedInStaff, member: MemberRow): Promise<void> {
  const { id } = member;
  const { now, today } = await tiesOf(q, deps, member);
  await deleteDiaryFeed(q, id);
  await endCoversOf(q, { id, today, now });
  const manager = await findManager(q, { officeId: staff.officeId, exceptId: id });
  await handOpenCalls(q, { from: id, to: staff.role === 'manager' ? staff.id : (manager?.id ?? null) });
}

/** Somebody may be at one of the calls in the same moment; the second time they are done. */
const onceMore = (change: () => Promise<MemberChanged>) =>
  change().catch((error: unknown) => {
    if (isWorthRepeating(error)) return change();
    throw error;
  });

async function tiesOf(q: Queryable, deps: Deps, { id, officeId }: MemberRow) {
  const now = deps.clock.now();
  const today = wallClockOf(now, (await findOffice(q, officeId))?.timeZone ?? 'Europe/London').date;
  return { now, today, ties: await countTies(q, { id, now, today }) };
}

async function hasWork(q: Queryable, deps: Deps, member: MemberRow): Promise<boolean> {
  const { customers, appointments, groups } = (await tiesOf(q, deps, member)).ties;
  return customers + appointments + groups > 0;
}

/**
 * Ends somebody's work here, once nobody is left with them and nothing is in their diary: they cannot sign in any more, their
 * covers end, and their open calls go to a manager. Who names them an adviser at the same moment waits, and is told. Twice is
 * once. On record.
 */
export const letLeave =
  (deps: Deps) =>
  async ({ staff, id }: OnMember): Promise<MemberChanged> =>
    onceMore(() =>
      deps.db.write(async (q): Promise<MemberChanged> => {
        const { member, others } = await lockHolders(q, { id, officeId: staff.officeId });
        if (!member) return { ok: false, reason: 'not_found' };
        if (!member.active) return { ok: true, changed: false };
        const bar = barToEnd(staff, member, others);
        if (bar) return { ok: false, reason: bar };
        if (await hasWork(q, deps, member)) return { ok: false, reason: 'has_work' };
        await updateMember(q, id, {
          active: false,
          leftAt: deps.clock.now(),
          invitationHash: null,
          invitedUntil: null,
        });
        await deleteStaffSessions(q, id);
        await endDuties(q, deps, staff, member);
        await note(q, deps, staff, { action: 'staff.left', id, detail: member.role });
        return { ok: true, changed: true };
      }),
    );

/** Takes that back: they may sign in again as before. Covers that ended and calls that were handed over stay so. On record. */
export const letReturn =
  (deps: Deps) =>
  async ({ staff, id }: OnMember): Promise<MemberChanged> =>
    deps.db.write(async (q) => {
      const member = await findMember(q, { id, officeId: staff.officeId }, { lock: true });
      if (!member || !rolesToGive(staff.role).includes(member.role)) return { ok: false, reason: 'not_found' };
      if (member.active) return { ok: true, changed: false };
      await updateMember(q, id, { active: true, leftAt: null });
      await note(q, deps, staff, { action: 'staff.returned', id, detail: member.role });
      return { ok: true, changed: true };
    });

async function note(
  q: Queryable,
  deps: Deps,
  staff: SignedInStaff,
  { action, id, detail }: { action: AuditAction; id: string; detail?: string },
): Promise<void> {
  await appendAudit(q, deps, {
    ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, action, detail },
    ...{ subjectKind: 'staff', subjectId: id },
  });
}

import { findOffice } from '@db/queries/office-day.server';
import { listActivePartners } from '@db/queries/office-settings.server';
import {
  countCaseloads,
  countTies,
  findMember,
  listLastSignIns,
  listMembers,
  type MemberRow,
} from '@db/queries/office-staff.server';
import type { Role } from '~/domain/access/role';
import { rolesToGive } from '~/domain/office/office-form';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { findMeetingsToCome, type TouchedMeeting } from './find-touched-meetings.server';
import type { SignedInStaff } from './sessions.server';

/** Whether somebody may sign in. */
export type MemberState = 'here' | 'invited' | 'no_sign_in' | 'left';

export interface ShownMember {
  id: string;
  firstName: string;
  lastName: string;
  email: string | null;
  role: Role;
  /** The organisation of a partner. */
  partner: string | null;
  partnerId: string | null;
  state: MemberState;
  /** Instants (ms): the latest sign-in, until when an invitation works, and when they left. */
  signedInAt: number | null;
  invitedUntil: number | null;
  leftAt: number | null;
  customers: number;
  /** Not their own, and not an administrator's unless the viewer is one. */
  mayManage: boolean;
}

export interface OfficeStaff {
  zone: string;
  now: number;
  members: ShownMember[];
}

function shownMember(row: MemberRow, viewer: SignedInStaff, facts: Facts, now: number): ShownMember {
  const { id, firstName, lastName, email, role, partnerId, leftAt } = row;
  const invitedUntil = row.invitedUntil !== null && row.invitedUntil > now ? row.invitedUntil : null;
  return {
    ...{ id, firstName, lastName, email, role, partnerId, leftAt, invitedUntil },
    partner: facts.partners.get(partnerId ?? '') ?? null,
    state: row.active ? (row.passwordHash ? 'here' : invitedUntil ? 'invited' : 'no_sign_in') : 'left',
    signedInAt: facts.signIns.get(id) ?? null,
    customers: facts.caseloads.get(id) ?? 0,
    mayManage: viewer.id !== id && rolesToGive(viewer.role).includes(role),
  };
}

interface Facts {
  partners: Map<string, string>;
  signIns: Map<string, number>;
  caseloads: Map<string, number>;
}

/** Everybody of the viewer's office; those who have left come last. */
export const viewOfficeStaff =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<OfficeStaff> =>
    deps.db.read(async (q) => {
      const now = deps.clock.now();
      const rows = await listMembers(q, staff.officeId);
      const facts = {
        partners: new Map((await listActivePartners(q)).map(({ id, name }) => [id, name])),
        signIns: await listLastSignIns(
          q,
          rows.map(({ id }) => id),
        ),
        caseloads: await countCaseloads(q, staff.officeId),
      };
      const members = rows.map((row) => shownMember(row, staff, facts, now));
      const zone = (await findOffice(q, staff.officeId))?.timeZone ?? 'Europe/London';
      const here = ({ state }: ShownMember) => state !== 'left';
      return { zone, now, members: [...members.filter(here), ...members.filter((one) => !here(one))] };
    });

/** What hangs on somebody, so that nobody is left without an adviser when they leave. */
export type MemberTies = Awaited<ReturnType<typeof countTies>>;

export interface OneMember {
  zone: string;
  now: number;
  member: ShownMember;
  /** The viewer themselves. */
  isOwn: boolean;
  ties: MemberTies;
  /** The appointments to come, for a manager; an administrator sees no customers, and cannot move them. */
  meetings: TouchedMeeting[] | null;
  /** The roles that the viewer may give, and the organisations that a partner may belong to. */
  roles: readonly Role[];
  partners: { id: string; name: string }[];
}

/** One member of the viewer's office; null when there is none. */
export const viewMember =
  (deps: Deps) =>
  async ({ staff, id }: { staff: SignedInStaff; id: string }): Promise<OneMember | null> =>
    deps.db.read(async (q) => {
      const now = deps.clock.now();
      const row = await findMember(q, { id, officeId: staff.officeId });
      if (!row) return null;
      const partners = await listActivePartners(q);
      const zone = (await findOffice(q, staff.officeId))?.timeZone ?? 'Europe/London';
      const ties = await countTies(q, { id, now, today: wallClockOf(now, zone).date });
      const meetings = staff.role === 'manager' ? await findMeetingsToCome(q, { officeId: staff.officeId, adviserId: id, now }) : null; // prettier-ignore
      const facts = {
        partners: new Map(partners.map((one) => [one.id, one.name])),
        signIns: await listLastSignIns(q, [id]),
        caseloads: new Map([[id, ties.customers]]),
      };
      const member = shownMember(row, staff, facts, now);
      return { zone, now, member, ties, meetings, partners, isOwn: id === staff.id, roles: rolesToGive(staff.role) };
    });

/** Whom the viewer may add, by role, and the organisations that a partner may belong to. */
export const viewNewMember =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }) => ({
    roles: rolesToGive(staff.role),
    partners: await deps.db.read((q) => listActivePartners(q)),
    byEmail: mailsInvitations(deps),
  });

/** True where there is a way to send an email. */
export function mailsInvitations(deps: Deps): boolean {
  return deps.senders.some(({ channel }) => channel === 'email');
}

import { MOST_OVERLAP_MINUTES } from '../appointment/clashes';
import { DIVISIONS } from '../time/division';
import { SPOKEN_LANGUAGES } from '../adviser/spoken-languages';
import { ROLES, type Role } from '../access/role';
import type { SettingField } from './setting-fields';

/** What is asked about the office itself. */
export const OFFICE_FIELDS: readonly SettingField[] = [
  { name: 'name', kind: 'line', longest: 80 },
  { name: 'address', kind: 'line', longest: 200 },
  { name: 'postcode', kind: 'postcode' },
  { name: 'phone', kind: 'phone' },
  { name: 'opensAt', kind: 'time' },
  { name: 'closesAt', kind: 'time' },
  { name: 'gettingThere', kind: 'text', longest: 300, optional: true },
  { name: 'stepFree', kind: 'text', longest: 300, optional: true },
  { name: 'overlapMinutes', kind: 'number', least: 0, most: MOST_OVERLAP_MINUTES },
  { name: 'division', kind: 'choice', options: DIVISIONS },
];

/** What customers see of an adviser, as the adviser may say it. */
export const PROFILE_FIELDS: readonly SettingField[] = [
  { name: 'speaks', kind: 'choices', options: SPOKEN_LANGUAGES, optional: true },
  { name: 'helpsWith', kind: 'text', longest: 300, optional: true },
  { name: 'phone', kind: 'phone', optional: true },
  { name: 'videoRoom', kind: 'web', optional: true },
];

const NAMES: readonly SettingField[] = [
  { name: 'firstName', kind: 'line', longest: 100 },
  { name: 'lastName', kind: 'line', longest: 100 },
];

/** The same with the name, as the office has it on record. */
export const MEMBER_FIELDS: readonly SettingField[] = [...NAMES, ...PROFILE_FIELDS];

/** What is asked about somebody who is to work here. */
export function newMemberFields(choice: { roles: readonly Role[]; partners: readonly string[] }): SettingField[] {
  return [...NAMES, { name: 'email', kind: 'email' }, ...roleFields(choice)];
}

/** What is asked about what somebody may do; a partner's organisation is asked for with it, where there may be partners. */
export function roleFields(choice: { roles: readonly Role[]; partners: readonly string[] }): SettingField[] {
  const role: SettingField = { name: 'role', kind: 'choice', options: choice.roles };
  if (!choice.roles.includes('partner')) return [role];
  return [role, { name: 'partnerId', kind: 'choice', options: choice.partners, optional: true }];
}

/**
 * The roles that somebody may give: only an administrator makes another, or lets somebody in for a partner, who sees plans of
 * every office (decision 28).
 */
export function rolesToGive(by: Role): readonly Role[] {
  if (by === 'administrator') return ROLES;
  return by === 'manager' ? ROLES.filter((role) => role !== 'administrator' && role !== 'partner') : [];
}

/** Those who have a diary. */
export const ADVISING_ROLES: readonly Role[] = ['adviser', 'manager'];

/** Why somebody's role stays as it is, or they cannot leave. */
export type StaffBar = 'own' | 'last_manager' | 'last_administrator' | 'not_yours' | 'has_work';

/**
 * Whether somebody may stop being what they are: nobody does so to themselves, an office keeps a manager and the service an
 * administrator, and only an administrator decides about another.
 * @param others how many other managers the office has, and other administrators the service, who work here and may sign in.
 */
export function barToEnd(
  by: { id: string; role: Role },
  member: { id: string; role: Role },
  others: { managers: number; administrators: number },
): Exclude<StaffBar, 'has_work'> | null {
  if (by.id === member.id) return 'own';
  if (!rolesToGive(by.role).includes(member.role)) return 'not_yours';
  if (member.role === 'manager' && others.managers === 0) return 'last_manager';
  if (member.role === 'administrator' && others.administrators === 0) return 'last_administrator';
  return null;
}

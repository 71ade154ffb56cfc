import type { Role } from '../access/role';
import { SKILLS } from '../capability/answers';
import { STEP_OWNERS } from '../plan/step';
import { DIGITAL_PLACE_KINDS } from '../signpost/signpost';
import { BARRIERS } from '../situation/barrier';
import { PLACE_KINDS } from './diary';
import { YES_OR_NO, type SettingField } from './setting-fields';

/** The lists that an office keeps, by the name in their address. */
export const SETTING_LISTS = [
  'places',
  'kinds',
  'steps',
  'answers',
  'help',
  'digital-places',
  'partners',
  'school-holidays',
] as const;
export type SettingList = (typeof SETTING_LISTS)[number];

/** The list of that name, or null. */
export function settingList(text: string | undefined): SettingList | null {
  return SETTING_LISTS.find((list) => list === text) ?? null;
}

/** Those who may see and keep the settings of their office. */
export const SETTING_ROLES: readonly Role[] = ['manager', 'administrator'];

/** Partners are the same for every office, so one manager cannot change them for the others. */
export function mayEdit(list: SettingList, role: Role): boolean {
  return list === 'partners' ? role === 'administrator' : SETTING_ROLES.includes(role);
}

/** Lists whose order somebody decides. */
export function isOrdered(list: SettingList): boolean {
  return list === 'kinds' || list === 'steps';
}

/** Dates are taken away and not retired: nothing refers to them. */
export function isTakenAway(list: SettingList): boolean {
  return list === 'school-holidays';
}

const NAME = { name: 'name', kind: 'line', longest: 80 } as const;
const ADDRESS = { name: 'address', kind: 'line', longest: 200, optional: true } as const;
const PHONE = { name: 'phone', kind: 'phone', optional: true } as const;
const SAID = { kind: 'text', longest: 300 } as const;
/** What stands in reminders and plans: no threats, and short. */
const MESSAGE = { kind: 'message', longest: 200 } as const;
/** Longer answers are letters; a text of three parts has 459 letters. */
const ANSWER_LENGTH = 450;

/**
 * What is asked for one of a list.
 * @param context.kinds the references of the office's kinds of appointment, for the one that is booked with another.
 */
export function fieldsOf(list: SettingList, context: { kinds: readonly string[] }): SettingField[] {
  switch (list) {
    case 'places':
      return [
        { name: 'kind', kind: 'choice', options: PLACE_KINDS },
        ...[NAME, ADDRESS],
        { name: 'postcode', kind: 'postcode', optional: true },
        { ...SAID, name: 'stepFree', optional: true },
        { name: 'seats', kind: 'number', least: 1, most: 200 },
      ];
    case 'kinds':
      return [
        ...[NAME, { ...NAME, name: 'nameInWelsh', optional: true } as const],
        { name: 'minutes', kind: 'number', least: 5, most: 240 },
        { name: 'bufferMinutes', kind: 'number', least: 0, most: 60 },
        { ...MESSAGE, name: 'purpose', optional: true },
        { ...MESSAGE, name: 'purposeInWelsh', optional: true },
        { ...MESSAGE, name: 'bring', optional: true },
        { ...MESSAGE, name: 'bringInWelsh', optional: true },
        { name: 'followedBy', kind: 'choice', options: ['', ...context.kinds], optional: true },
        { name: 'capacity', kind: 'number', least: 1, most: 100 },
      ];
    case 'steps':
      return [
        { ...MESSAGE, name: 'action' },
        { ...MESSAGE, name: 'actionInWelsh', optional: true },
        { name: 'owner', kind: 'choice', options: STEP_OWNERS },
        { name: 'days', kind: 'number', least: 1, most: 365 },
        { name: 'barrier', kind: 'choice', options: ['', ...BARRIERS], optional: true },
      ];
    case 'answers':
      return [
        { ...NAME, name: 'title' },
        { kind: 'message', longest: ANSWER_LENGTH, name: 'body' },
        { kind: 'message', longest: ANSWER_LENGTH, name: 'bodyInWelsh', optional: true },
      ];
    case 'help':
      return [
        { name: 'barrier', kind: 'choice', options: BARRIERS },
        NAME,
        { ...SAID, name: 'what' },
        { ...SAID, name: 'whatInWelsh', optional: true },
        ...[PHONE, ADDRESS],
      ];
    case 'digital-places':
      return [
        { name: 'kind', kind: 'choice', options: DIGITAL_PLACE_KINDS },
        NAME,
        { ...SAID, name: 'what' },
        { ...SAID, name: 'whatInWelsh', optional: true },
        { name: 'teaches', kind: 'choices', options: SKILLS, optional: true },
        ADDRESS,
        { name: 'postcode', kind: 'postcode', optional: true },
        PHONE,
        { ...NAME, name: 'open', optional: true },
        { ...NAME, name: 'cost', optional: true },
        { name: 'stepFree', kind: 'choice', options: YES_OR_NO },
      ];
    case 'partners':
      return [NAME, { ...SAID, name: 'what' }, { ...SAID, name: 'whatInWelsh', optional: true }];
    case 'school-holidays':
      return [NAME, { name: 'fromOn', kind: 'date' }, { name: 'untilOn', kind: 'date' }];
  }
}

/** What a new one begins with. */
export function firstValues(list: SettingList): Record<string, string> {
  if (list === 'places') return { kind: 'room', seats: '2' };
  if (list === 'kinds') return { minutes: '30', bufferMinutes: '0', capacity: '1' };
  if (list === 'digital-places') return { kind: 'computers', stepFree: 'no' };
  return list === 'steps' ? { owner: 'customer', days: '7' } : {};
}

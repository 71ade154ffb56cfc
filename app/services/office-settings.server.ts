import type { Queryable } from '@db/client.server';
import {
  countToCome,
  deleteSetting,
  findSetting,
  insertSetting,
  listSettings,
  updateSetting,
  type SettingRow,
} from '@db/queries/office-settings.server';
import { lockOffice } from '@db/queries/reminder-policies.server';
import { officeChain } from '~/domain/audit/audit-entry';
import {
  readSettings,
  refFrom,
  type SettingField,
  type SettingProblems,
  type SettingValues,
} from '~/domain/office/setting-fields';
import {
  fieldsOf,
  firstValues,
  isOrdered,
  isTakenAway,
  mayEdit,
  type SettingList,
} from '~/domain/office/setting-lists';
import { stepHints, type StepHint } from '~/domain/plan/step-hints';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { phoneReader } from './office-phone';
import { placeOf } from './place-of-postcode.server';
import { seenOf } from './seen-values';
import type { SignedInStaff } from './sessions.server';
import { settingRow, shownSetting, type SettingValue, type ShownSetting } from './setting-rows';

export interface ShownSettings {
  list: SettingList;
  mayEdit: boolean;
  items: ShownSetting[];
  /** References of kinds of appointment, by name: what `followedBy` stands for. */
  kinds: { ref: string; name: string }[];
}

interface OnList {
  staff: SignedInStaff;
  list: SettingList;
}

/** A list of the viewer's office, in its order; what is retired comes last. */
export const viewSettings =
  (deps: Deps) =>
  async ({ staff, list }: OnList): Promise<ShownSettings> =>
    deps.db.read(async (q) => {
      const kinds = await kindsOf(q, staff.officeId);
      const rows = await listSettings(q, list, staff.officeId);
      const items = rows.map((row) => shownSetting(row, fieldsOf(list, { kinds: refsOf(kinds) })));
      return {
        ...{ list, kinds, mayEdit: mayEdit(list, staff.role) },
        items: [...items.filter(({ active }) => active), ...items.filter(({ active }) => !active)],
      };
    });

const refsOf = (kinds: readonly { ref: string }[]) => kinds.map(({ ref }) => ref);

async function kindsOf(q: Queryable, officeId: string) {
  const rows = await listSettings(q, 'kinds', officeId);
  return rows.map(({ ref, name }) => ({ ref: String(ref), name: String(name) }));
}

export interface ShownSettingForm {
  list: SettingList;
  /** Null for a new one. */
  item: ShownSetting | null;
  fields: SettingField[];
  values: SettingValues;
  /** What the form has seen: saving is told when somebody else has changed it since. */
  seen: string;
  kinds: { ref: string; name: string }[];
  /** Appointments to come that are there, or of this kind. */
  toCome: number;
  hints: StepHint[];
}

/**
 * One of a list to be changed, or a new one.
 * @returns null when there is no such thing in the viewer's office, or they may not change it.
 */
export const viewSettingForm =
  (deps: Deps) =>
  async ({ staff, list, id }: OnList & { id: string | null }): Promise<ShownSettingForm | null> => {
    if (!mayEdit(list, staff.role)) return null;
    return deps.db.read(async (q) => {
      const row = id === null ? null : await findSetting(q, list, { id, officeId: staff.officeId });
      if (id !== null && !row) return null;
      const all = await kindsOf(q, staff.officeId);
      // Nothing is followed by itself.
      const kinds = all.filter(({ ref }) => ref !== row?.ref);
      const fields = fieldsOf(list, { kinds: refsOf(kinds) });
      const item = row && shownSetting(row, fields);
      const values = item?.values ?? firstValues(list);
      return {
        ...{ list, item, fields, kinds, values },
        seen: item ? seenOf(deps, item.values) : '',
        toCome: row ? await usesToCome(q, deps, staff, list, row) : 0,
        hints: list === 'steps' && values.action ? stepHints(values.action, Number(values.days)) : [],
      };
    });
  };

async function usesToCome(q: Queryable, deps: Deps, staff: SignedInStaff, list: SettingList, row: SettingRow) {
  const now = deps.clock.now();
  if (list === 'places') return countToCome(q, { now, placeId: row.id });
  return list === 'kinds' ? countToCome(q, { now, kind: String(row.ref), officeId: staff.officeId }) : 0;
}

export type SettingSaved =
  | { ok: true; changed: boolean }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'problems'; problems: SettingProblems }
  | { ok: false; reason: 'changed_since'; seen: string };

/**
 * Adds one to a list, or changes one. The same form sent twice does it once. On record.
 * @param input.key the id that a new one will have. `seen`: what the form showed of one that is there.
 */
export const saveSetting =
  (deps: Deps) =>
  async (
    input: OnList & { id: string | null; key: string; seen: string; typed: SettingValues },
  ): Promise<SettingSaved> => {
    const { staff, list, id, key, typed } = input;
    if (!mayEdit(list, staff.role)) return { ok: false, reason: 'not_found' };
    return deps.db.write(async (q) => {
      await lockOffice(q, staff.officeId);
      const there = await findSetting(q, list, { id: id ?? key, officeId: staff.officeId });
      if (id !== null && !there) return { ok: false, reason: 'not_found' };
      const rows = await listSettings(q, list, staff.officeId);
      const kinds = refsOf(await kindsOf(q, staff.officeId)).filter((ref) => ref !== there?.ref);
      const fields = fieldsOf(list, { kinds });
      const read = readSettings(fields, typed, phoneReader(deps.phoneNumbers));
      if (!read.ok) return { ok: false, reason: 'problems', problems: read.problems };
      const row = { ...settingRow(fields, read.values), ...(await placeOf(q, list, read.values)) };
      const before = there && shownSetting(there, fields).values;
      if (before && sameValues(before, read.values)) return { ok: true, changed: false };
      // The form was sent before and has made this one.
      if (id === null && there) return { ok: true, changed: false };
      if (before && seenOf(deps, before) !== input.seen) {
        return { ok: false, reason: 'changed_since', seen: seenOf(deps, before) };
      }
      const taken = nameTaken(list, rows, row, there?.id ?? null);
      if (taken) return { ok: false, reason: 'problems', problems: { [taken]: 'taken' } };
      if (there) await updateSetting(q, list, there.id, row);
      else if (!(await insertSetting(q, list, newRow(list, { ...row, id: key }, staff.officeId, rows)))) {
        return { ok: false, reason: 'not_found' };
      }
      await note(q, deps, staff, list, there ? 'changed' : 'added', id ?? key);
      return { ok: true, changed: true };
    });
  };

const sameValues = (a: SettingValues, b: SettingValues) => Object.keys(b).every((name) => (a[name] ?? '') === b[name]);

/** The field whose value one of the others has, or null: two rooms of one name would be mixed up. */
function nameTaken(
  list: SettingList,
  rows: readonly SettingRow[],
  row: Record<string, SettingValue>,
  id: string | null,
): string | null {
  const field = list === 'answers' ? 'title' : list === 'steps' ? 'action' : 'name';
  if (list === 'help' || isTakenAway(list)) return null;
  const same = (one: SettingRow) => String(one[field]).toLowerCase() === String(row[field]).toLowerCase();
  return rows.some((one) => one.id !== id && one.active !== false && same(one)) ? field : null;
}

function newRow(
  list: SettingList,
  row: { id: string } & Record<string, SettingValue>,
  officeId: string,
  rows: readonly SettingRow[],
): SettingRow {
  const refs = rows.map(({ ref }) => String(ref));
  return {
    ...row,
    ...(list === 'partners' ? {} : { officeId }),
    ...(list === 'kinds' ? { ref: refFrom(String(row.name), refs) } : {}),
    // Theirs are of all offices together: no name will do.
    ...(['help', 'digital-places', 'partners'].includes(list) ? { ref: row.id } : {}),
    ...(isOrdered(list) ? { position: Math.max(-1, ...rows.map(({ position }) => Number(position))) + 1 } : {}),
  };
}

/**
 * Retires one of a list, or brings it back; what was made with it stays as it is. Holidays are taken away for good. Twice is
 * once. On record.
 * @returns what it was, for the way back; null when there is no such thing.
 */
export const setSettingActive =
  (deps: Deps) =>
  async ({
    staff,
    list,
    id,
    active,
  }: OnList & { id: string; active: boolean }): Promise<{ values: SettingValues; toCome: number } | null> => {
    if (!mayEdit(list, staff.role)) return null;
    return deps.db.write(async (q) => {
      await lockOffice(q, staff.officeId);
      const row = await findSetting(q, list, { id, officeId: staff.officeId });
      if (!row) return null;
      const { values } = shownSetting(row, fieldsOf(list, { kinds: [] }));
      const toCome = await usesToCome(q, deps, staff, list, row);
      if (isTakenAway(list) && active) return null;
      if (!isTakenAway(list) && row.active === active) return { values, toCome };
      if (isTakenAway(list)) await deleteSetting(q, list, id);
      else await updateSetting(q, list, id, { active });
      await note(q, deps, staff, list, active ? 'restored' : 'retired', id);
      return { values, toCome };
    });
  };

/**
 * Puts one of an ordered list at a place among those in use, counted from 0. The same again changes nothing. On record.
 * @returns false when there is no such thing.
 */
export const moveSetting =
  (deps: Deps) =>
  async ({ staff, list, id, to }: OnList & { id: string; to: number }): Promise<boolean> => {
    if (!isOrdered(list) || !mayEdit(list, staff.role)) return false;
    return deps.db.write(async (q) => {
      await lockOffice(q, staff.officeId);
      const rows = (await listSettings(q, list, staff.officeId)).filter(({ active }) => active);
      const from = rows.findIndex((row) => row.id === id);
      const [moved] = rows.slice(from, from + 1);
      if (from < 0 || !moved) return false;
      const rest = rows.filter((row) => row !== moved);
      const wanted = [...rest.slice(0, to), moved, ...rest.slice(to)];
      if (wanted.every((row, position) => row === rows[position])) return true;
      for (const [position, row] of wanted.entries()) {
        if (row.position !== position) await updateSetting(q, list, row.id, { position });
      }
      await note(q, deps, staff, list, 'moved', id);
      return true;
    });
  };

const SUBJECT = {
  places: 'place',
  kinds: 'appointment_kind',
  steps: 'library_step',
  answers: 'saved_answer',
  help: 'local_help',
  'digital-places': 'digital_place',
  partners: 'partner',
  'school-holidays': 'school_holiday',
} as const satisfies Record<SettingList, string>;

async function note(
  q: Queryable,
  deps: Deps,
  staff: SignedInStaff,
  list: SettingList,
  what: 'added' | 'changed' | 'retired' | 'restored' | 'moved',
  id: string,
): Promise<void> {
  await appendAudit(q, deps, {
    chain: officeChain(staff.officeId),
    actor: { kind: 'staff', id: staff.id },
    action: `${SUBJECT[list]}.${what}`,
    subjectKind: SUBJECT[list],
    subjectId: id,
  });
}

import { findOffice } from '@db/queries/office-day.server';
import { saveOfficeRow, type OfficeRow } from '@db/queries/offices.server';
import { lockOffice } from '@db/queries/reminder-policies.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { OFFICE_FIELDS } from '~/domain/office/office-form';
import { readSettings, type SettingProblems, type SettingValues } from '~/domain/office/setting-fields';
import type { Division } from '~/domain/time/division';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { phoneReader } from './office-phone';
import { seenOf } from './seen-values';
import type { SignedInStaff } from './sessions.server';

const valuesOf = (office: OfficeRow): SettingValues =>
  Object.fromEntries(OFFICE_FIELDS.map(({ name }) => [name, String(office[name as keyof OfficeRow])]));

/** What customers are told of the viewer's office, and the rules of its diaries. */
export const viewOfficeDetails =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<{ values: SettingValues; seen: string }> => {
    const office = await deps.db.read((q) => findOffice(q, staff.officeId));
    if (!office) throw new Error('a member of staff has an office that does not exist');
    const values = valuesOf(office);
    return { values, seen: seenOf(deps, values) };
  };

export type OfficeDetailsSaved =
  | { ok: true; changed: boolean }
  | { ok: false; reason: 'problems'; problems: SettingProblems }
  | { ok: false; reason: 'changed_since'; seen: string };

/** Saves them. Reminders that are planned already are written with the new ones; their times stay. On record. */
export const saveOfficeDetails =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; typed: SettingValues; seen: string }): Promise<OfficeDetailsSaved> => {
    const { staff, typed } = input;
    const read = readSettings(OFFICE_FIELDS, typed, phoneReader(deps.phoneNumbers));
    if (!read.ok) return { ok: false, reason: 'problems', problems: read.problems };
    return deps.db.write(async (q) => {
      await lockOffice(q, staff.officeId);
      const office = await findOffice(q, staff.officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const before = valuesOf(office);
      const changed = OFFICE_FIELDS.map(({ name }) => name).filter((name) => before[name] !== read.values[name]);
      if (changed.length === 0) return { ok: true, changed: false };
      if (seenOf(deps, before) !== input.seen) {
        return { ok: false, reason: 'changed_since', seen: seenOf(deps, before) };
      }
      const { overlapMinutes, division, ...texts } = read.values;
      await saveOfficeRow(q, {
        ...office,
        ...texts,
        overlapMinutes: Number(overlapMinutes),
        division: division as Division,
      });
      await appendAudit(q, deps, {
        chain: officeChain(staff.officeId),
        actor: { kind: 'staff', id: staff.id },
        action: 'office.changed',
        subjectKind: 'office',
        subjectId: staff.officeId,
        detail: changed.join(' '),
      });
      return { ok: true, changed: true };
    });
  };

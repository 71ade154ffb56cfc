import type { Queryable } from '@db/client.server';
import { findLatestEntry, listDiaryExceptions, listHoursOf, replaceHours } from '@db/queries/diary.server';
import { listDivisionHolidays } from '@db/queries/bank-holidays.server';
import type { WeeklyAvailability } from '~/domain/appointment/open-stretches';
import { officeChain } from '~/domain/audit/audit-entry';
import type { PersonName } from '~/domain/contact/person-name';
import { hoursInLine, hoursLine } from '~/domain/office/hours-form';
import { addDays } from '~/domain/time/wall-clock';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { changeableAdviser, loadDiaryOffice, lockDiary } from './diary-access.server';
import { findMeetingsOutside, type TouchedMeeting } from './find-touched-meetings.server';
import type { SignedInStaff } from './sessions.server';

export interface DiaryHoursView {
  office: { name: string; zone: string };
  now: number;
  adviser: PersonName;
  hours: WeeklyAvailability[];
  /** The audit entry of the last change, whose hours before can be put back; null when there is none, or nothing to put back. */
  lastChange: string | null;
}

const ACTION = 'diary.hours_changed';
/** What separates the hours before from those after in the audit trail. */
const ARROW = '>';

/** The weekly hours of an adviser whose diary the viewer may change; null when they may not. */
export const viewDiaryHours =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; adviser: string | null }): Promise<DiaryHoursView | null> =>
    deps.db.read(async (q) => {
      const { staff } = input;
      const { office, now, advisers } = await loadDiaryOffice(q, deps, staff);
      const adviser = changeableAdviser(staff, advisers, input.adviser);
      if (!adviser) return null;
      const entry = await lastEntry(q, staff, adviser.id);
      return {
        ...{ office, now, adviser, hours: await weeklyHours(q, adviser.id) },
        lastChange: entry?.id ?? null,
      };
    });

interface OnHours {
  staff: SignedInStaff;
  adviserId: string;
}

export type SaveHoursResult =
  | { ok: true; changed: boolean; meetings: TouchedMeeting[] }
  /** `changed_since`: a colleague has given them other hours since the form was opened. */
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'changed_since' }
  /** Meetings would be left outside; the same again with `confirmed` saves all the same. */
  | { ok: false; reason: 'outside'; meetings: TouchedMeeting[] };

/**
 * Gives an adviser other weekly hours. Meetings that are booked stay where they are: whoever changes hours is shown those
 * that would be outside them, before. On record with the hours before and after, from which `undoDiaryHours` puts them back.
 * @param input.shown the hours that the form was opened with, as a line; null where nobody looked.
 */
export const saveDiaryHours =
  (deps: Deps) =>
  async (
    input: OnHours & { hours: readonly WeeklyAvailability[]; confirmed: boolean; shown: string | null },
  ): Promise<SaveHoursResult> =>
    deps.db.write(async (q) => {
      const { staff, adviserId, hours, confirmed, shown } = input;
      if (!(await lockDiary(q, staff, adviserId))) return { ok: false, reason: 'not_found' };
      const before = await weeklyHours(q, adviserId);
      if (hoursLine(before) === hoursLine(hours)) return { ok: true, changed: false, meetings: [] };
      if (shown !== null && shown !== hoursLine(before)) return { ok: false, reason: 'changed_since' };
      const meetings = await meetingsOutside(q, deps, input, before);
      if (meetings.length > 0 && !confirmed) return { ok: false, reason: 'outside', meetings };
      await change(q, deps, input, before);
      return { ok: true, changed: true, meetings };
    });

export type UndoHoursResult =
  { ok: true; changed: boolean; meetings: TouchedMeeting[] } | { ok: false; reason: 'not_found' | 'changed_since' };

/**
 * Puts the hours back that there were before the last change. Twice is once. `changed_since`: the hours have been changed
 * again, so what was meant is no longer there to undo. On record, as a change of its own.
 * @param input.entryId the audit entry of the change, which holds the hours before.
 */
export const undoDiaryHours =
  (deps: Deps) =>
  async (input: OnHours & { entryId: string }): Promise<UndoHoursResult> =>
    deps.db.write(async (q) => {
      const { staff, adviserId, entryId } = input;
      if (!(await lockDiary(q, staff, adviserId))) return { ok: false, reason: 'not_found' };
      const entry = await lastEntry(q, staff, adviserId);
      const [line, after] = entry?.detail.split(ARROW) ?? [];
      const hours = line === undefined ? null : hoursInLine(line);
      const now = await weeklyHours(q, adviserId);
      if (entry?.id !== entryId || !hours || hoursLine(now) !== after) return { ok: false, reason: 'changed_since' };
      const meetings = await meetingsOutside(q, deps, { ...input, hours }, now);
      await change(q, deps, { ...input, hours }, now);
      return { ok: true, changed: true, meetings };
    });

async function weeklyHours(q: Queryable, adviserId: string): Promise<WeeklyAvailability[]> {
  const rows = await listHoursOf(q, [adviserId]);
  return rows.map(({ weekday, fromTime, toTime }) => ({ weekday, fromTime, toTime }));
}

function lastEntry(q: Queryable, staff: SignedInStaff, adviserId: string) {
  return findLatestEntry(q, { chain: officeChain(staff.officeId), action: ACTION, subjectId: adviserId });
}

async function change(
  q: Queryable,
  deps: Deps,
  { staff, adviserId, hours }: OnHours & { hours: readonly WeeklyAvailability[] },
  before: readonly WeeklyAvailability[],
): Promise<void> {
  await replaceHours(q, adviserId, hours.map((one) => ({ id: deps.newId(), adviserId, ...one }))); // prettier-ignore
  await appendAudit(q, deps, {
    ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, action: ACTION },
    ...{ subjectKind: 'staff', subjectId: adviserId, detail: `${hoursLine(before)}${ARROW}${hoursLine(hours)}` },
  });
}

async function meetingsOutside(
  q: Queryable,
  deps: Deps,
  { staff, adviserId, hours }: OnHours & { hours: readonly WeeklyAvailability[] },
  before: readonly WeeklyAvailability[],
): Promise<TouchedMeeting[]> {
  const { office, division, now, today } = await loadDiaryOffice(q, deps, staff);
  const days = { fromOn: today, untilOn: addDays(today, 366) };
  const rows = await listDiaryExceptions(q, { adviserIds: [adviserId], ...days });
  const rest = {
    exceptions: rows.map(({ exception }) => exception),
    holidays: await listDivisionHolidays(q, division),
  };
  const diary = { officeId: staff.officeId, adviserId, zone: office.zone, now };
  return findMeetingsOutside(q, diary, { availability: before, ...rest }, { availability: hours, ...rest });
}

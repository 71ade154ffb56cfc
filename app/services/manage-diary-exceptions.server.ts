import type { Queryable } from '@db/client.server';
import { findOfficeException, insertException, updateException } from '@db/queries/diary.server';
import { listVenues } from '@db/queries/rooms.server';
import type { DiaryException } from '~/domain/appointment/open-stretches';
import { officeChain } from '~/domain/audit/audit-entry';
import type { PersonName } from '~/domain/contact/person-name';
import { appendAudit, recordRead } from './audit.server';
import type { Deps } from './deps';
import { changeableAdviser, loadDiaryOffice, lockDiary, mayChangeDiary } from './diary-access.server';
import { findTouchedMeetings, type TouchedMeeting } from './find-touched-meetings.server';
import type { SignedInStaff } from './sessions.server';

/** What the form of an exception needs to know. */
export interface ExceptionFormView {
  office: { name: string; zone: string };
  now: number;
  today: string;
  adviser: PersonName;
  venues: { id: string; name: string }[];
}

/** An exception as it stands, for those who may change it. */
export interface ExceptionView extends ExceptionFormView {
  exception: DiaryException & { id: string; note: string; place: string | null; ended: boolean };
  /** Booked in its time, and not moved. */
  meetings: TouchedMeeting[];
}

/** The form for days that are not as in other weeks; null where the viewer may not change that diary. */
export const viewExceptionForm =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; adviser: string | null }): Promise<ExceptionFormView | null> =>
    deps.db.read(async (q) => {
      const { office, now, today, advisers } = await loadDiaryOffice(q, deps, input.staff);
      const adviser = changeableAdviser(input.staff, advisers, input.adviser);
      return adviser && { office, now, today, adviser, venues: await listVenueNames(q, input.staff.officeId, null) };
    });

/** One exception with the meetings in its time; null where the viewer may not change it. On record as read. */
export const viewException =
  (deps: Deps) =>
  async ({ staff, id }: { staff: SignedInStaff; id: string }): Promise<ExceptionView | null> => {
    const view = await deps.db.read(async (q) => {
      const found = await findChangeable(q, staff, id);
      if (!found) return null;
      const { office, now, today } = await loadDiaryOffice(q, deps, staff);
      const { exception: row, adviser, place } = found;
      const { kind, fromOn, untilOn, fromTime, toTime, placeId, endedAt, note } = row;
      const exception = { kind, fromOn, untilOn, fromTime, toTime, placeId };
      const diary = { officeId: staff.officeId, adviserId: adviser.id, zone: office.zone, now };
      return {
        ...{ office, now, today, adviser, venues: await listVenueNames(q, staff.officeId, placeId) },
        exception: { ...exception, id, place, note: note && deps.vault.open(note), ended: endedAt !== null },
        meetings: endedAt === null ? await findTouchedMeetings(q, diary, exception) : [],
      };
    });
    const read = { action: 'diary.exception_read', subjectKind: 'diary_exception', subjectId: id } as const;
    if (view) await recordRead(deps)({ reader: staff, ...read });
    return view;
  };

/** Venues to choose from; the one that was chosen before stays a choice when it is no longer used. */
async function listVenueNames(q: Queryable, officeId: string, chosen: string | null) {
  const venues = (await listVenues(q, officeId)).map(({ id, name }) => ({ id, name }));
  if (chosen === null || venues.some(({ id }) => id === chosen)) return venues;
  return [...venues, { id: chosen, name: '–' }];
}

export type SaveExceptionResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'not_found' }
  /** Meetings are booked in its time; the same again with `confirmed` saves all the same. */
  | { ok: false; reason: 'meetings'; meetings: TouchedMeeting[] };

/**
 * Notes days that are not as in other weeks, or changes what was noted. Meetings that are booked stay where they are:
 * whoever saves is shown them first. The same form sent twice is saved once. On record.
 * @param input.id of the exception; one that is not there yet is new (the form brings it).
 */
export const saveException =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    adviserId: string;
    id: string;
    isNew: boolean;
    exception: DiaryException;
    note: string;
    confirmed: boolean;
  }): Promise<SaveExceptionResult> =>
    deps.db.write(async (q) => {
      const { staff, adviserId, id, isNew, exception, note, confirmed } = input;
      if (!(await lockDiary(q, staff, adviserId))) return { ok: false, reason: 'not_found' };
      const found = await findOfficeException(q, { id, officeId: staff.officeId });
      if (found && found.adviser.id !== adviserId) return { ok: false, reason: 'not_found' };
      if (isNew ? found : !found || found.exception.endedAt !== null)
        return isNew ? { ok: true, id } : { ok: false, reason: 'not_found' };
      if (exception.placeId !== null && exception.placeId !== found?.exception.placeId) {
        const venues = await listVenues(q, staff.officeId);
        if (!venues.some((venue) => venue.id === exception.placeId)) return { ok: false, reason: 'not_found' };
      }
      const { office, now } = await loadDiaryOffice(q, deps, staff);
      const diary = { officeId: staff.officeId, adviserId, zone: office.zone, now };
      const meetings = await findTouchedMeetings(q, diary, exception);
      if (meetings.length > 0 && !confirmed) return { ok: false, reason: 'meetings', meetings };
      const row = { ...exception, note: note === '' ? '' : deps.vault.seal(note) };
      if (isNew) {
        const added = await insertException(q, { id, adviserId, ...row, createdAt: now, createdBy: staff.id });
        // A form made up with what is another office's: to them it is not there.
        if (!added) return { ok: false, reason: 'not_found' };
      } else await updateException(q, id, row);
      const { kind, fromOn, untilOn } = exception;
      const action = isNew ? 'diary.exception_added' : 'diary.exception_changed';
      await onRecord(q, deps, { staff, id, action, detail: `${kind} ${fromOn} ${untilOn}` });
      return { ok: true, id };
    });

export type EndExceptionResult = { ok: true; adviserId: string } | { ok: false; reason: 'not_found' };

/** Takes an exception back: the week is as it always is. It is kept, so that this can be undone. Twice is once. On record. */
export const endException =
  (deps: Deps) =>
  ({ staff, id }: { staff: SignedInStaff; id: string }): Promise<EndExceptionResult> =>
    deps.db.write((q) => setEnded(q, deps, { staff, id }, deps.clock.now()));

/** Puts an exception back that was taken back. Meetings booked meanwhile stay. Twice is once. On record. */
export const reopenException =
  (deps: Deps) =>
  ({ staff, id }: { staff: SignedInStaff; id: string }): Promise<EndExceptionResult> =>
    deps.db.write((q) => setEnded(q, deps, { staff, id }, null));

async function setEnded(
  q: Queryable,
  deps: Deps,
  { staff, id }: { staff: SignedInStaff; id: string },
  endedAt: number | null,
): Promise<EndExceptionResult> {
  const seen = await findChangeable(q, staff, id);
  if (!seen || !(await lockDiary(q, staff, seen.adviser.id))) return { ok: false, reason: 'not_found' };
  // As it stands now that nobody else can change it.
  const found = (await findChangeable(q, staff, id)) ?? seen;
  if ((found.exception.endedAt === null) !== (endedAt === null)) {
    await updateException(q, id, { endedAt });
    const action = endedAt === null ? 'diary.exception_reopened' : 'diary.exception_ended';
    await onRecord(q, deps, { staff, id, action, detail: found.exception.kind });
  }
  return { ok: true, adviserId: seen.adviser.id };
}

async function findChangeable(q: Queryable, staff: SignedInStaff, id: string) {
  const found = await findOfficeException(q, { id, officeId: staff.officeId });
  return found && mayChangeDiary(staff, found.adviser.id) ? found : null;
}

async function onRecord(
  q: Queryable,
  deps: Deps,
  fact: { staff: SignedInStaff; id: string; action: `diary.${string}`; detail: string },
): Promise<void> {
  const { staff, id, action, detail } = fact;
  await appendAudit(q, deps, {
    ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, action, detail },
    ...{ subjectKind: 'diary_exception', subjectId: id },
  });
}

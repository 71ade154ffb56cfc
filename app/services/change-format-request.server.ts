import type { Queryable } from '@db/client.server';
import { openCall } from '@db/queries/call-list.server';
import { closeCallOf } from '@db/queries/follow-ups.server';
import {
  insertFormatRequests,
  listMeetingRequests,
  listMeetingsToKeep,
  lockOfficeRequest,
  updateFormatRequest,
  type FormatRequestRow,
} from '@db/queries/format-requests.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { paperDueOn, personDueOn } from '~/domain/assisted/format-due';
import type { NewRequest, SaidOfRequest } from '~/domain/assisted/format-form';
import type { RequestState } from '~/domain/assisted/format-request';
import { isOpenRequest } from '~/domain/assisted/format-wants';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { DAY } from '~/domain/clock';
import { dueInHours } from '~/domain/messaging/call-due';
import { wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { requestIdOf } from './keep-format-requests.server';
import type { SignedInStaff } from './sessions.server';

/** Within this somebody tells a customer that what they need cannot be had (ms). */
const CALLED_WITHIN = DAY;

/** What the call about a request that cannot be had goes by. */
export function formatCallCause(requestId: string): string {
  return `format:${requestId}`;
}

interface OnRequest {
  staff: SignedInStaff;
  id: string;
}

export type FormatRequestResult =
  /** `before` is how far it was. */
  | { ok: true; changed: boolean; before: RequestState; after: RequestState; customerId: string }
  | { ok: false; reason: 'not_found' | 'changed_since' };

/**
 * Writes down how far a request is. One that cannot be had puts its customer on the call list. The same again changes nothing. On
 * record.
 * @param input.seen when it was last changed, as the colleague saw it (ms): a later change by somebody else is not overwritten.
 */
export const saveFormatRequest =
  (deps: Deps) =>
  async (input: OnRequest & { seen: number; said: SaidOfRequest }): Promise<FormatRequestResult> =>
    deps.db.write(async (q) => {
      const { staff, id, seen, said } = input;
      const row = await lockOfficeRequest(q, { id, officeId: staff.officeId });
      if (!row) return { ok: false, reason: 'not_found' };
      const outcome = { before: row.state, after: said.state, customerId: row.customerId };
      if (saysSame(deps, row, said)) return { ok: true, changed: false, ...outcome };
      if (row.updatedAt !== seen) return { ok: false, reason: 'changed_since' };
      const now = later(deps, row);
      const { state, supplier, reference, dueOn, note } = said;
      await updateFormatRequest(q, id, {
        ...{ state, supplier, reference, dueOn, note: note === '' ? null : deps.vault.seal(note) },
        ...{ ownerId: row.ownerId ?? staff.id, updatedAt: now, closedAt: isOpenRequest(state) ? null : now },
      });
      if (state === 'cannot') await callAbout(q, deps, row, staff);
      else await closeCallOf(q, { cause: formatCallCause(id), by: staff.id, now });
      await onRecord(q, deps, staff, 'format_request.changed', id, `${row.state} ${state}`);
      return { ok: true, changed: true, ...outcome };
    });

/** Later than what is on record, however fast the clock: it is what a second change is told apart by. */
function later(deps: Deps, row: FormatRequestRow): number {
  return Math.max(deps.clock.now(), row.updatedAt + 1);
}

function saysSame(deps: Deps, row: FormatRequestRow, said: SaidOfRequest): boolean {
  const note = row.note === null ? '' : deps.vault.open(row.note);
  const { state, supplier, reference, dueOn } = row;
  const now = { state, supplier, reference, dueOn, note };
  return Object.entries(said).every(([key, value]) => now[key as keyof typeof now] === value);
}

async function callAbout(q: Queryable, deps: Deps, row: FormatRequestRow, staff: SignedInStaff): Promise<void> {
  const now = deps.clock.now();
  const hours = await getWorkingTime(q, row.officeId);
  await openCall(q, {
    ...{ id: deps.newId(), officeId: row.officeId, customerId: row.customerId, messageId: null },
    ...{ appointmentId: row.appointmentId, ownerId: row.ownerId ?? staff.id },
    ...{ reason: 'format_cannot', cause: formatCallCause(row.id) },
    ...{ dueAt: dueInHours(now + CALLED_WITHIN, now, hours), createdAt: now },
  });
}

/** The colleague sees to it from now on. Twice is once. On record. */
export const takeFormatRequest =
  (deps: Deps) =>
  async ({ staff, id }: OnRequest): Promise<FormatRequestResult> =>
    deps.db.write(async (q) => {
      const row = await lockOfficeRequest(q, { id, officeId: staff.officeId });
      if (!row) return { ok: false, reason: 'not_found' };
      const { state, customerId } = row;
      const outcome = { before: state, after: state, customerId };
      if (row.ownerId === staff.id) return { ok: true, changed: false, ...outcome };
      await updateFormatRequest(q, id, { ownerId: staff.id, updatedAt: later(deps, row) });
      await onRecord(q, deps, staff, 'format_request.taken', id);
      return { ok: true, changed: true, ...outcome };
    });

/**
 * Puts an ended request on the list again; the call about it is settled. One that is open stays as it is. On record.
 * @param input.was how far it was before it ended, where that is known.
 */
export const reopenFormatRequest =
  (deps: Deps) =>
  async (input: OnRequest & { was: RequestState | null }): Promise<FormatRequestResult> =>
    deps.db.write(async (q) => {
      const { staff, id, was } = input;
      const row = await lockOfficeRequest(q, { id, officeId: staff.officeId });
      if (!row) return { ok: false, reason: 'not_found' };
      const { state: before, customerId } = row;
      if (isOpenRequest(before)) return { ok: true, changed: false, before, after: before, customerId };
      const after = was !== null && isOpenRequest(was) ? was : row.supplier === '' ? 'to_arrange' : 'asked';
      const now = later(deps, row);
      await updateFormatRequest(q, id, { state: after, closedAt: null, updatedAt: now });
      await closeCallOf(q, { cause: formatCallCause(id), by: staff.id, now });
      await onRecord(q, deps, staff, 'format_request.reopened', id, `${before} ${after}`);
      return { ok: true, changed: true, before, after, customerId };
    });

export type AddRequestResult = { ok: true; id: string } | { ok: false; reason: 'not_found' };

/**
 * Asks for something by hand. Somebody who comes to a meeting is asked for once, however often the form is sent. On record.
 * @param input.key of the form: the same form twice is one request.
 */
export const addFormatRequest =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    customerId: string;
    key: string;
    wanted: NewRequest;
  }): Promise<AddRequestResult> =>
    deps.db.write(async (q) => {
      const { staff, customerId, wanted } = input;
      const { officeId } = staff;
      const owner = await findCustomerWithOffice(q, customerId);
      if (owner?.customer.officeId !== officeId) return { ok: false, reason: 'not_found' };
      const now = deps.clock.now();
      const hours = await getWorkingTime(q, officeId);
      const { kind, appointmentId, paper, spoken, note } = wanted;
      const meetings = await listMeetingsToKeep(q, { customerIds: [customerId], after: now, ids: [] });
      const meeting = meetings.find((one) => one.id === appointmentId && one.officeId === officeId) ?? null;
      if (appointmentId !== null && !meeting) return { ok: false, reason: 'not_found' };
      const dayOf = (at: number) => wallClockOf(at, hours.zone).date;
      const meetingOn = meeting && dayOf(meeting.startsAt);
      const usual =
        paper === null && meetingOn !== null
          ? personDueOn(meetingOn, dayOf(now), hours.holidays)
          : paperDueOn(meetingOn, dayOf(now), hours.holidays);
      const id = paper === null && meeting ? requestIdOf(deps, meeting.id, kind) : input.key;
      const asked = {
        ...{ kind, paper, spoken, appointmentId, meetsAt: meeting?.startsAt ?? null, ownerId: staff.id },
        ...{ dueOn: wanted.dueOn ?? usual, state: 'to_arrange' as const, askedAt: now, askedBy: 'staff' as const },
        ...{ note: note === '' ? null : deps.vault.seal(note), closedAt: null },
      };
      const before = (await listMeetingRequests(q, [customerId])).find((one) => one.id === id);
      if (before && isOpenRequest(before.state)) return { ok: true, id };
      if (before) await updateFormatRequest(q, id, { ...asked, updatedAt: later(deps, before) });
      else await insertFormatRequests(q, [{ id, customerId, officeId, ...asked, updatedAt: now }]);
      await onRecord(q, deps, staff, 'format_request.asked', id, kind);
      return { ok: true, id };
    });

async function onRecord(
  q: Queryable,
  deps: Deps,
  staff: SignedInStaff,
  action: AuditAction,
  id: string,
  detail = '',
): Promise<void> {
  await appendAudit(q, deps, {
    chain: officeChain(staff.officeId),
    actor: { kind: 'staff', id: staff.id },
    ...{ action, subjectKind: 'format_request', subjectId: id, detail },
  });
}

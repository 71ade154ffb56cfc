import type { Queryable } from '@db/client.server';
import {
  findOfficeRequest,
  listClosedRequests,
  listCustomerRequests,
  listOpenRequests,
  type ShownRequestRow,
} from '@db/queries/format-requests.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import type { RequestedPaper, RequestKind, RequestState } from '~/domain/assisted/format-request';
import { chaseStage, type ChaseStage } from '~/domain/assisted/readiness';
import { isCancelled } from '~/domain/appointment/told-facts';
import { DAY } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { WorkingTime } from '~/domain/time/working-time';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** A request as colleagues see it; dates of the office, instants in ms. Without its note. */
export interface ShownRequest {
  id: string;
  kind: RequestKind;
  paper: RequestedPaper | null;
  spoken: string;
  customer: PersonName;
  owner: PersonName | null;
  supplier: string;
  reference: string;
  dueOn: string;
  state: RequestState;
  stage: ChaseStage;
  /** The meeting that it is for, as it now is. */
  meeting: { id: string; startsAt: number; off: boolean } | null;
  chasedAt: number | null;
  closedAt: number | null;
  updatedAt: number;
}

export const FORMAT_VIEWS = ['mine', 'all', 'manager'] as const;
export type FormatView = (typeof FORMAT_VIEWS)[number];

export interface FormatRequestsView {
  zone: string;
  now: number;
  today: string;
  show: FormatView;
  /** Not promised and due soon, late, or the manager's as well: what is due first coming first. */
  pressing: ShownRequest[];
  open: ShownRequest[];
  booked: ShownRequest[];
  closed: ShownRequest[];
}

const AT_MOST = 300;
const SHOWN_FOR = 14 * DAY;

/** @returns a request as it is shown, by the clock and the working days of its office. */
export function showRequest(row: ShownRequestRow, hours: WorkingTime, now: number): ShownRequest {
  const { request, customer, owner, meeting } = row;
  const { id, kind, paper, spoken, supplier, reference, dueOn, state, chasedAt, closedAt, updatedAt } = request;
  const dayOf = (at: number) => wallClockOf(at, hours.zone).date;
  const meetingOn = paper === null && meeting ? dayOf(meeting.startsAt) : null;
  return {
    ...{ id, kind, paper, spoken, supplier, reference, dueOn, state, chasedAt, closedAt, updatedAt },
    ...{ customer: { id: customer.id, firstName: customer.firstName, lastName: customer.lastName }, owner },
    stage: chaseStage({ state, dueOn, meetingOn }, dayOf(now), hours.holidays),
    meeting: meeting && { id: meeting.id, startsAt: meeting.startsAt, off: isCancelled(meeting.status) },
  };
}

/** The open requests of an office that are pressing: one member's and nobody's in particular, or (null) everybody's. */
export async function listPressingRequests(
  q: Queryable,
  scope: { officeId: string; adviserIds: readonly string[] | null; now: number; limit: number },
): Promise<ShownRequest[]> {
  const { officeId, adviserIds, now, limit } = scope;
  const rows = await listOpenRequests(q, { officeId, limit: AT_MOST });
  if (rows.length === 0) return [];
  const hours = await getWorkingTime(q, officeId);
  return rows
    .map((row) => showRequest(row, hours, now))
    .filter(({ stage }) => stage !== 'none')
    .filter(({ owner }) => adviserIds === null || owner === null || adviserIds.includes(owner.id))
    .slice(0, limit);
}

/** What the office has asked suppliers for and has still to ask, and what ended lately; on record as read. */
export const viewFormatRequests =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; show: string | null }): Promise<FormatRequestsView> => {
    const { staff } = input;
    const now = deps.clock.now();
    const usual = staff.role === 'manager' ? 'all' : 'mine';
    const show = FORMAT_VIEWS.find((one) => one === input.show) ?? usual;
    const { officeId } = staff;
    const view = await deps.db.read(async (q) => {
      const hours = await getWorkingTime(q, officeId);
      const shown = (row: ShownRequestRow) => showRequest(row, hours, now);
      const fits = ({ owner, stage }: ShownRequest) => {
        if (show === 'all') return true;
        return show === 'manager' ? stage === 'with_manager' : owner === null || owner.id === staff.id;
      };
      const open = (await listOpenRequests(q, { officeId, limit: AT_MOST })).map(shown).filter(fits);
      const since = now - SHOWN_FOR;
      const closed = (await listClosedRequests(q, { officeId, since, limit: AT_MOST })).map(shown);
      const unpromised = open.filter(({ state }) => state !== 'booked');
      return {
        ...{ zone: hours.zone, now, today: wallClockOf(now, hours.zone).date, show },
        pressing: unpromised.filter(({ stage }) => stage !== 'none'),
        open: unpromised.filter(({ stage }) => stage === 'none'),
        booked: open.filter(({ state }) => state === 'booked'),
        closed: show === 'manager' ? [] : closed.filter(fits),
      };
    });
    await recordRead(deps)({
      reader: staff,
      action: 'format_requests.read',
      subjectKind: 'office',
      subjectId: officeId,
      detail: show,
    });
    return view;
  };

export interface OneFormatRequest {
  zone: string;
  now: number;
  request: ShownRequest;
  note: string;
}

/** One request of the office with its note; on record as read. @returns null when there is none. */
export const viewFormatRequest =
  (deps: Deps) =>
  async ({ staff, id }: { staff: SignedInStaff; id: string }): Promise<OneFormatRequest | null> => {
    const now = deps.clock.now();
    const found = await deps.db.read(async (q) => {
      const row = await findOfficeRequest(q, { id, officeId: staff.officeId });
      return row && { row, hours: await getWorkingTime(q, staff.officeId) };
    });
    if (!found) return null;
    await recordRead(deps)({
      reader: staff,
      action: 'format_request.read',
      subjectKind: 'format_request',
      subjectId: id,
    });
    const { row, hours } = found;
    const note = row.request.note === null ? '' : deps.vault.open(row.request.note);
    return { zone: hours.zone, now, request: showRequest(row, hours, now), note };
  };

/** Everything that was asked for a customer, the newest first. */
export async function listShownRequests(
  q: Queryable,
  about: { customerId: string; officeId: string; now: number },
): Promise<ShownRequest[]> {
  const hours = await getWorkingTime(q, about.officeId);
  return (await listCustomerRequests(q, about)).map((row) => showRequest(row, hours, about.now));
}

/** True when the office has such a request. */
export const findFormatRequest =
  (deps: Deps) =>
  async ({ staff, id }: { staff: SignedInStaff; id: string }): Promise<boolean> =>
    (await deps.db.read((q) => findOfficeRequest(q, { id, officeId: staff.officeId }))) !== null;

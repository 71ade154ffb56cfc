import type { Queryable } from '@db/client.server';
import {
  insertFormatRequests,
  listMeetingRequests,
  listMeetingsToKeep,
  listPeopleNeeds,
  updateFormatRequest,
  type FormatRequestRow,
} from '@db/queries/format-requests.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { personDueOn } from '~/domain/assisted/format-due';
import type { RequestKind } from '~/domain/assisted/format-request';
import { requestChanges, type RequestChange } from '~/domain/assisted/format-wants';
import { isCancelled } from '~/domain/appointment/told-facts';
import { groupBy } from '~/domain/group-by';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { WorkingTime } from '~/domain/time/working-time';
import type { Deps } from './deps';
import { noteRequests, type NotedRequest } from './note-requests.server';

/** The longest name of a language that is kept. */
const LONGEST_SPOKEN = 60;

/**
 * The one identifier of what is asked for a meeting: worked out from it, so that two who ask at once make one request.
 * @param what the kind, and the paper if it is one.
 */
export function requestIdOf(deps: Pick<Deps, 'vault'>, about: string, what: string): string {
  const hash = deps.vault.digest(`format request ${about} ${what}`);
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}

type Meeting = Awaited<ReturnType<typeof listMeetingsToKeep>>[number];

/**
 * Makes the requests for signers and interpreters fit the needs and the meetings of these customers as they now are, in the
 * caller's transaction. Call it after every change of either; the worker does so for everybody as well. Run twice it changes
 * nothing the second time. Source: docs/decisions/0037.
 * @returns how many requests it changed.
 */
export async function keepFormatRequests(q: Queryable, deps: Deps, customerIds: readonly string[]): Promise<number> {
  if (customerIds.length === 0) return 0;
  const ids = [...new Set(customerIds)];
  const needs = await listPeopleNeeds(q, ids);
  const requests = await listMeetingRequests(q, ids);
  if (needs.length === 0 && requests.length === 0) return 0;
  const concerned = [...new Set([...needs, ...requests].map(({ customerId }) => customerId))];
  const now = deps.clock.now();
  const known = requests.map(({ appointmentId }) => appointmentId!);
  const meetings = await listMeetingsToKeep(q, { customerIds: concerned, after: now, ids: known });
  const [needsOf, requestsOf] = [groupBy(needs, (one) => one.customerId), groupBy(requests, (one) => one.customerId)];
  const hours = new Map<string, WorkingTime>();
  const noted: NotedRequest[] = [];
  for (const [customerId, own] of groupBy(meetings, (one) => one.customerId)) {
    const told = needsOf.get(customerId) ?? [];
    const changes = requestChanges(
      new Set(told.map(({ need }) => need)),
      own.map(({ id, startsAt, status }) => ({ id, startsAt, stands: !isCancelled(status) })),
      (requestsOf.get(customerId) ?? []).map(onRecord),
      now,
    );
    const spoken = told.find(({ need }) => need === 'interpreter')?.detail ?? null;
    for (const change of changes) {
      await carryOut(q, deps, change, { meetings: own, hours, spoken, now });
      noted.push(noteOf(deps, change, requests, own));
    }
  }
  await noteRequests(q, deps, noted);
  return noted.length;
}

/** What the audit trail says of a change: the kind, and how far it was or how it ended. */
function noteOf(
  deps: Deps,
  change: RequestChange,
  requests: readonly FormatRequestRow[],
  meetings: readonly Meeting[],
): NotedRequest {
  if (change.do === 'ask') {
    const { officeId } = meetings.find(({ id }) => id === change.meeting.id)!;
    const id = requestIdOf(deps, change.meeting.id, change.kind);
    return { id, officeId, action: 'format_request.asked', detail: change.kind };
  }
  const { id, officeId, kind, state } = requests.find((one) => one.id === change.id)!;
  if (change.do === 'finish') {
    const detail = `${kind} ${state} ${change.came ? 'done' : 'cannot'}`;
    return { id, officeId, action: 'format_request.ended', detail };
  }
  const action = change.do === 'ask_again' ? 'format_request.asked_again' : 'format_request.called_off';
  return { id, officeId, action, detail: `${kind} ${state}` };
}

const onRecord = (row: FormatRequestRow) => ({
  ...{ id: row.id, kind: row.kind, appointmentId: row.appointmentId!, meetsAt: row.meetsAt, state: row.state },
  ...{ isPaper: row.paper !== null, byStaff: row.askedBy === 'staff' },
});

interface Around {
  meetings: readonly Meeting[];
  hours: Map<string, WorkingTime>;
  spoken: string | null;
  now: number;
}

async function carryOut(q: Queryable, deps: Deps, change: RequestChange, around: Around): Promise<void> {
  const { now } = around;
  if (change.do === 'call_off')
    return updateFormatRequest(q, change.id, { state: 'cancelled', closedAt: now, updatedAt: now });
  if (change.do === 'finish') {
    const state = change.came ? ('done' as const) : ('cannot' as const);
    return updateFormatRequest(q, change.id, { state, closedAt: now, updatedAt: now });
  }
  const { startsAt } = change.meeting;
  const meeting = around.meetings.find(({ id }) => id === change.meeting.id)!;
  const { officeId } = meeting;
  const hours = around.hours.get(officeId) ?? (await getWorkingTime(q, officeId));
  around.hours.set(officeId, hours);
  const dayOf = (at: number) => wallClockOf(at, hours.zone).date;
  const asked = {
    ...{ meetsAt: startsAt, dueOn: personDueOn(dayOf(startsAt), dayOf(now), hours.holidays) },
    ...{ state: 'to_arrange' as const, askedAt: now, updatedAt: now, closedAt: null, chasedAt: null },
    ownerId: meeting.adviserId,
  };
  if (change.do === 'ask_again') return updateFormatRequest(q, change.id, asked);
  const { kind } = change;
  await insertFormatRequests(q, [
    {
      ...{ id: requestIdOf(deps, meeting.id, kind), customerId: meeting.customerId, officeId, kind, ...asked },
      ...{ appointmentId: meeting.id, askedBy: 'customer', spoken: spokenOf(deps, kind, around.spoken) },
    },
  ]);
}

function spokenOf(deps: Deps, kind: RequestKind, sealed: string | null): string {
  return kind === 'interpreter' && sealed !== null ? deps.vault.open(sealed).slice(0, LONGEST_SPOKEN) : '';
}

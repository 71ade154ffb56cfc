import { PEOPLE_REQUESTED, type RequestKind, type RequestState } from './format-request';

/** A meeting as it stands now. */
export interface MeetingToKeep {
  id: string;
  /** Instant (ms). */
  startsAt: number;
  /** It was not called off. */
  stands: boolean;
}

/** A request that is about a meeting, as it is on record. */
export interface RequestOnRecord {
  id: string;
  kind: RequestKind;
  appointmentId: string;
  /** When the meeting began as it was asked for (ms). */
  meetsAt: number | null;
  /** What is wanted in another form; null: somebody who comes. */
  isPaper: boolean;
  state: RequestState;
  /** A colleague asked for it by hand: it stays, whatever needs are on record. */
  byStaff: boolean;
}

export type RequestChange =
  /** Nobody has been asked for this meeting. */
  | { do: 'ask'; kind: RequestKind; meeting: MeetingToKeep }
  /** It is for another time than the meeting has now, or had been called off: it has to be booked again. */
  | { do: 'ask_again'; id: string; meeting: MeetingToKeep }
  /** The meeting is off, or nobody needs it any more. */
  | { do: 'call_off'; id: string }
  /** The meeting is over, and what was promised came, as far as anybody has said. */
  | { do: 'finish'; id: string; came: boolean };

const OPEN: readonly RequestState[] = ['to_arrange', 'asked', 'booked'];

/** True while somebody still has to see to it, or may. */
export function isOpenRequest(state: RequestState): boolean {
  return OPEN.includes(state);
}

/**
 * What has to change so that each meeting to come of a customer has one request for everybody who is to come to it: a signer, an
 * interpreter. Run twice it changes nothing the second time.
 * @param needs what the customer has told us that they need; only people count.
 * @param now instant in ms.
 */
export function requestChanges(
  needs: ReadonlySet<string>,
  meetings: readonly MeetingToKeep[],
  requests: readonly RequestOnRecord[],
  now: number,
): RequestChange[] {
  const changes: RequestChange[] = [];
  for (const meeting of meetings) {
    const about = requests.filter(({ appointmentId }) => appointmentId === meeting.id);
    const ahead = meeting.stands && meeting.startsAt > now;
    for (const request of about) {
      const again = ahead && !request.isPaper && (request.byStaff || needs.has(request.kind));
      if (again) continue;
      const change = endOf(request, meeting, ahead);
      if (change) changes.push(change);
    }
    if (!ahead) continue;
    for (const kind of PEOPLE_REQUESTED) {
      const request = about.find((one) => !one.isPaper && one.kind === kind);
      if (!request) {
        if (needs.has(kind)) changes.push({ do: 'ask', kind, meeting });
        continue;
      }
      const wanted = needs.has(kind) || (request.byStaff && request.state !== 'cancelled');
      if (wanted && (request.state === 'cancelled' || request.meetsAt !== meeting.startsAt))
        changes.push({ do: 'ask_again', id: request.id, meeting });
    }
  }
  return changes;
}

/** How an open request ends whose meeting does not go on as it was asked for, or whose need is gone; null: it goes on. */
function endOf(request: RequestOnRecord, meeting: MeetingToKeep, ahead: boolean): RequestChange | null {
  if (!isOpenRequest(request.state)) return null;
  const { id, state, isPaper, meetsAt } = request;
  if (!meeting.stands) return { do: 'call_off', id };
  if (!ahead) return isPaper ? null : { do: 'finish', id, came: state === 'booked' && meetsAt === meeting.startsAt };
  if (isPaper && meetsAt === meeting.startsAt) return null;
  return { do: 'call_off', id };
}

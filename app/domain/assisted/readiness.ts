import { workingDaysBetween, type BankHolidays } from '../time/working-days';
import { PEOPLE_REQUESTED, type RequestKind, type RequestState } from './format-request';
import { isOpenRequest } from './format-wants';

/** Somebody whom a meeting needs, and how far that is; `state` is null where nobody has been asked yet. */
export interface PersonNeeded {
  kind: RequestKind;
  ready: boolean;
  state: RequestState | null;
}

interface AskedFor {
  kind: RequestKind;
  state: RequestState;
  meetsAt: number | null;
  isPaper: boolean;
}

/**
 * Who has to come to a meeting so that its customer can take part, and whether they will. Somebody who is booked for another time
 * is not booked: a meeting that was moved is not ready until they are booked again.
 * @param needs what the customer needs now.
 * @param requests those about this meeting.
 */
export function peopleNeeded(
  needs: readonly string[],
  requests: readonly AskedFor[],
  meeting: { startsAt: number },
): PersonNeeded[] {
  return PEOPLE_REQUESTED.flatMap((kind): PersonNeeded[] => {
    const request = requests.find((one) => !one.isPaper && one.kind === kind && one.state !== 'cancelled');
    if (!request) return needs.includes(kind) ? [{ kind, ready: false, state: null }] : [];
    const inTime = request.meetsAt === meeting.startsAt;
    const ready = inTime && (request.state === 'booked' || request.state === 'done');
    return [{ kind, ready, state: inTime ? request.state : 'to_arrange' }];
  });
}

/** How pressing an open request is: not yet, due soon, late, or so late that the manager sees it among theirs. */
export type ChaseStage = 'none' | 'soon' | 'late' | 'with_manager';

/** Working days before its day on which somebody is reminded of a request. */
const SOON_DAYS = 2;
/** Working days before the meeting from which on it is the manager's as well. */
const MANAGER_DAYS = 2;

/**
 * How pressing a request is today.
 * @param meetingOn the date of the meeting that somebody is to come to; null for papers.
 */
export function chaseStage(
  request: { state: RequestState; dueOn: string; meetingOn: string | null },
  today: string,
  holidays: BankHolidays,
): ChaseStage {
  const { state, dueOn, meetingOn } = request;
  if (!isOpenRequest(state) || state === 'booked') return 'none';
  if (meetingOn !== null && workingDaysBetween(today, meetingOn, holidays) <= MANAGER_DAYS) return 'with_manager';
  if (dueOn < today) {
    const late = workingDaysBetween(dueOn, today, holidays);
    return meetingOn === null && late > MANAGER_DAYS ? 'with_manager' : 'late';
  }
  return workingDaysBetween(today, dueOn, holidays) <= SOON_DAYS ? 'soon' : 'none';
}

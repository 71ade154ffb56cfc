import { DAY, MINUTE } from '../clock';
import type { ContactService } from '../journey/contact-record';
import { dayBounds, wallClockOf } from '../time/wall-clock';
import type { VisitOrigin, VisitTask } from './visit';

/** What the rules need to know of a visit; instants in ms. */
export interface VisitTimes {
  askedAt: number;
  askedFrom: VisitOrigin;
  takenAt: number | null;
  agreedAt: number | null;
  agreementEndedAt: number | null;
  endedAt: number | null;
}

/** How long an agreement lasts at the most (ms). Source: docs/office/champions-desk.md. */
export const AGREEMENT_LASTS = 30 * MINUTE;

/** For how long somebody who means to come in some day stays on the list (ms). */
const KEPT_FOR_LATER = 28 * DAY;

/** More than this is a visit that somebody forgot to finish (minutes). */
const LONGEST_VISIT = 120;

/** True for somebody who is not there yet and asked for help when they come in next. */
export function comesLater(visit: Pick<VisitTimes, 'askedFrom' | 'takenAt'>): boolean {
  return visit.askedFrom === 'portal' && visit.takenAt === null;
}

/**
 * The instant (ms) at which a visit is over by itself: the end of the day on which somebody asked at the jobcentre, or was
 * taken; four weeks after they asked where they have not come yet.
 * @param zone of the office.
 */
export function visitEndsAt(visit: Pick<VisitTimes, 'askedAt' | 'askedFrom' | 'takenAt'>, zone: string): number {
  if (comesLater(visit)) return visit.askedAt + KEPT_FOR_LATER;
  return dayBounds(wallClockOf(visit.takenAt ?? visit.askedAt, zone).date, zone).to;
}

/** True while somebody waits or is being helped. */
export function isVisitOpen(visit: VisitTimes, zone: string, now: number): boolean {
  return visit.endedAt === null && now < visitEndsAt(visit, zone);
}

/** How a customer stands to being helped on the champion's own screen. `open`: asked, and not answered yet. */
export type Agreement = 'not_asked' | 'open' | 'agreed' | 'ended';

/** How it stands at an instant: an agreement counts for one visit, and for half an hour at the most. */
export function agreementOf(visit: VisitTimes, zone: string, now: number): Agreement {
  if (visit.agreementEndedAt !== null) return 'ended';
  if (!isVisitOpen(visit, zone, now)) return visit.agreedAt === null ? 'not_asked' : 'ended';
  if (visit.takenAt === null) return 'not_asked';
  if (visit.agreedAt === null) return 'open';
  return now < visit.agreedAt + AGREEMENT_LASTS ? 'agreed' : 'ended';
}

/** How long it took, in whole minutes, from 1 to 120. */
export function visitMinutes(takenAt: number, endedAt: number): number {
  return Math.min(LONGEST_VISIT, Math.max(1, Math.round((endedAt - takenAt) / MINUTE)));
}

/** Which part of the service a task belongs to, as contacts are counted. */
export const SERVICE_OF_TASK: Record<VisitTask, ContactService> = {
  sign_in: 'other',
  see_meeting: 'appointment',
  change_meeting: 'appointment',
  use_plan: 'plan',
  change_contact: 'details',
  find_club: 'work_club',
  write_message: 'messages',
  use_email: 'other',
  stay_safe: 'other',
  find_jobs: 'other',
};

import { isStanding, type AppointmentFacts, type AppointmentMode, type AppointmentStatus } from './appointment';

/** The facts of an appointment that another system tells us about, and that its history keeps. */
export interface ToldFacts {
  startsAt: number;
  endsAt: number;
  mode: AppointmentMode;
  officeId: string;
  adviserId: string;
  customerId: string;
  status: AppointmentStatus;
}

/** True for both kinds of cancelled. */
export function isCancelled(status: AppointmentStatus): status is 'cancelled_by_customer' | 'cancelled_by_office' {
  return status === 'cancelled_by_customer' || status === 'cancelled_by_office';
}

/**
 * What an appointment becomes when a source tells us its facts.
 *
 * Only what is news counts: a fact that the source has told us before (`before`) and repeats is not put back over
 * what has happened here since, so that a nightly file does not undo a move, an outcome or an undo. From a source
 * that says something for the first time (`before` is null) everything is news, except that "booked" for the same
 * meeting does not take back an outcome, or a cancellation by the customer, that is recorded here. "Cancelled" for one
 * that is cancelled already keeps who cancelled it. "Failed to attend" does not take back
 * "excused": files have no word for it.
 */
export function mergeTold(ours: ToldFacts, told: ToldFacts, before: ToldFacts | null): ToldFacts {
  const news = <K extends keyof ToldFacts>(...fields: K[]) =>
    !before || fields.some((field) => told[field] !== before[field]);
  const timeIsNews = news('startsAt', 'endsAt');
  const merged = {
    // One time: its start is never taken from one side and its end from the other.
    startsAt: timeIsNews ? told.startsAt : ours.startsAt,
    endsAt: timeIsNews ? told.endsAt : ours.endsAt,
    mode: news('mode') ? told.mode : ours.mode,
    officeId: news('officeId') ? told.officeId : ours.officeId,
    adviserId: news('adviserId') ? told.adviserId : ours.adviserId,
    customerId: news('customerId') ? told.customerId : ours.customerId,
  };
  return { ...merged, status: mergedStatus(ours, told, before, changesMeeting(ours, { ...ours, ...merged })) };
}

function mergedStatus(ours: ToldFacts, told: ToldFacts, before: ToldFacts | null, anotherMeeting: boolean) {
  if (isCancelled(told.status) && isCancelled(ours.status)) return ours.status;
  if (anotherMeeting) return told.status;
  if (before && told.status === before.status) return ours.status;
  if (ours.status === 'excused' && told.status === 'failed_to_attend') return ours.status;
  const keptHere = !isStanding(ours.status) && ours.status !== 'cancelled_by_office';
  if (!before && told.status === 'booked' && keptHere) return ours.status;
  return told.status;
}

/** True when time, place, way of meeting or a person differs: another meeting to be at. */
export function changesMeeting(before: ToldFacts, after: ToldFacts): boolean {
  return (['startsAt', 'endsAt', 'mode', 'officeId', 'adviserId', 'customerId'] as const).some(
    (field) => before[field] !== after[field],
  );
}

/** The facts that the customer would notice, for `wouldNotice`. Recording an outcome is not noticed; cancelling is. */
export function noticeableFacts(facts: ToldFacts): AppointmentFacts {
  const { startsAt, endsAt, mode, officeId, adviserId, status } = facts;
  return { startsAt, endsAt, mode, officeId, adviserId, standing: !isCancelled(status) };
}

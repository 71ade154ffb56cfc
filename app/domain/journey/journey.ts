import type { AppointmentMode, AppointmentStatus } from '../appointment/appointment';

/** What happened, or is to happen, on somebody's way. Instants in ms; `on` is a date. */
export type JourneyEvent =
  | { kind: 'registered'; at: number }
  | {
      kind: 'meeting';
      id: string;
      at: number;
      endsAt: number;
      sort: string;
      mode: AppointmentMode;
      status: AppointmentStatus;
      withWhom: string;
      purpose: string;
    }
  | { kind: 'agreed'; id: string; at: number; first: boolean; withWhom: string }
  | { kind: 'step'; id: string; at: number; action: string }
  | { kind: 'club'; id: string; at: number; name: string }
  | { kind: 'due'; id: string; on: string; at: number; action: string }
  | { kind: 'review'; on: string; at: number; withWhom: string };

export type Place = 'past' | 'now' | 'next' | 'later';

/** A stop on the way. `did_not_happen` is all that is said of a meeting that was missed or called off. */
export type Station = JourneyEvent & {
  place: Place;
  happened: 'happened' | 'did_not_happen' | 'not_known' | 'to_come';
};

/** In which order two things of one instant are told. */
const ORDER = { registered: 0, meeting: 1, agreed: 2, step: 3, club: 4, due: 5, review: 6 } as const;

/**
 * The way in order, from the first day to the last thing that is planned: what is past, the one thing that is on now, if
 * any, and what is next. A meeting that moved is told where it moved to, not where it was. `now` in ms.
 */
export function journeyOf(events: readonly JourneyEvent[], now: number): Station[] {
  const told = events
    .filter((event) => event.kind !== 'meeting' || (event.status !== 'rearranged' && !calledOffAhead(event, now)))
    .map((event) => ({ event, past: isPast(event, now), on: isOn(event, now) }))
    .sort((a, b) => a.event.at - b.event.at || ORDER[a.event.kind] - ORDER[b.event.kind]);
  const ordered = [...told.filter(({ past }) => past), ...told.filter(({ past }) => !past)];
  const next = ordered.findIndex(({ past, on }) => !past && !on);
  return ordered.map(({ event, past, on }, n) => ({
    ...event,
    place: past ? 'past' : on ? 'now' : n === next ? 'next' : 'later',
    happened: past ? whatBecameOf(event) : 'to_come',
  }));
}

/** One that will not be is not on the way. */
const calledOffAhead = (event: { endsAt: number; status: AppointmentStatus }, now: number) =>
  event.endsAt > now && event.status !== 'booked' && event.status !== 'attended';

function isPast(event: JourneyEvent, now: number): boolean {
  if (event.kind === 'meeting') return event.endsAt <= now || event.status === 'attended';
  // A step that waits, and a review that was promised, stay ahead until they are done: they are not lost.
  if (event.kind === 'due' || event.kind === 'review') return false;
  return event.at <= now;
}

function isOn(event: JourneyEvent, now: number): boolean {
  return event.kind === 'meeting' && event.status === 'booked' && event.at <= now && now < event.endsAt;
}

function whatBecameOf(event: JourneyEvent): Station['happened'] {
  if (event.kind !== 'meeting' || event.status === 'attended') return 'happened';
  return event.status === 'booked' ? 'not_known' : 'did_not_happen';
}

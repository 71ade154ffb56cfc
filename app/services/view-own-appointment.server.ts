import { findOpenCall } from '@db/queries/call-list.server';
import { findEarlierWish } from '@db/queries/earlier-wishes.server';
import { listPeopleNeeds, listRequestsAbout } from '@db/queries/format-requests.server';
import { findFeedback } from '@db/queries/feedback.server';
import { findOwnAppointment } from '@db/queries/own-appointments.server';
import { listContactPoints } from '@db/queries/reach.server';
import type { AppointmentMode, FeedbackAnswer } from '~/domain/appointment/appointment';
import { meetingPlace, videoAddress, type MeetingPlace } from '~/domain/appointment/meeting-place';
import { mayGiveFeedback, ownStateOf, type OwnState } from '~/domain/appointment/own-state';
import { MINUTE } from '~/domain/clock';
import { hintOf } from '~/domain/contact/hint-of';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { PersonNeeded } from '~/domain/assisted/readiness';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { peopleAhead } from './people-ahead';

/** How a meeting that is not face to face begins. */
export type Joining =
  /** The adviser rings; `ending` are the last digits of the number, null where none is known or it may not be shown. */
  | { how: 'we_ring'; ending: string | null }
  | { how: 'ring'; number: string }
  /** `address` is null where nobody has told us of one. */
  | { how: 'video'; address: string | null }
  | null;

export interface OwnAppointment {
  id: string;
  version: number;
  state: OwnState;
  /** It has not ended, though it may be off. */
  isAhead: boolean;
  adviserFirstName: string;
  adviserLastName: string;
  startsAt: number;
  endsAt: number;
  minutes: number;
  zone: string;
  /** The date at the office now. */
  today: string;
  now: number;
  mode: AppointmentMode;
  answer: 'none' | 'confirmed' | 'cannot_come';
  purpose: string;
  bring: string;
  place: MeetingPlace | null;
  joining: Joining;
  phone: string;
  /** When somebody is to call them, at their own wish (ms). */
  callDueAt: number | null;
  /** Who comes so that they can take part, and whether it is arranged. */
  people: PersonNeeded[];
  wouldComeSooner: boolean;
  mayGiveFeedback: boolean;
  feedback: FeedbackAnswer | null;
}

/**
 * One of a customer's own appointments, coming or past, with everything about it. Instants in ms; dates and times are
 * those of `zone`. @returns null when there is none, or it is somebody else's.
 */
export const viewOwnAppointment =
  (deps: Deps) =>
  async (input: { customerId: string; appointmentId: string }): Promise<OwnAppointment | null> => {
    const { customerId, appointmentId } = input;
    const now = deps.clock.now();
    return deps.db.read(async (q) => {
      const found = await findOwnAppointment(q, { id: appointmentId, customerId });
      if (!found) return null;
      const { appointment, adviser, office } = found;
      const { id, version, startsAt, endsAt, mode, purpose, bring, confirmedAt, cannotComeAt } = appointment;
      const state = ownStateOf(appointment, now);
      const call = await findOpenCall(q, { customerId, reason: 'asked_for_call' });
      return {
        ...{ id, version, state, startsAt, endsAt, mode, purpose, bring, now },
        isAhead: endsAt > now,
        adviserFirstName: adviser.firstName,
        adviserLastName: adviser.lastName,
        minutes: (endsAt - startsAt) / MINUTE,
        zone: office.timeZone,
        today: wallClockOf(now, office.timeZone).date,
        answer: confirmedAt !== null ? 'confirmed' : cannotComeAt !== null ? 'cannot_come' : 'none',
        place: meetingPlace(appointment, office),
        joining: joiningOf(deps, found, await listContactPoints(q, [customerId])),
        phone: officePhone(deps.phoneNumbers, office.phone),
        callDueAt: call?.dueAt ?? null,
        people: peopleAhead(appointment, await listPeopleNeeds(q, [customerId]), await listRequestsAbout(q, [id]), now),
        wouldComeSooner: (await findEarlierWish(q, id)) !== null,
        mayGiveFeedback: mayGiveFeedback(state),
        feedback: (await findFeedback(q, id))?.answer ?? null,
      };
    });
  };

type Found = NonNullable<Awaited<ReturnType<typeof findOwnAppointment>>>;

function joiningOf(
  deps: Deps,
  { appointment: { mode, joinBy }, adviser, customer }: Found,
  points: Awaited<ReturnType<typeof listContactPoints>>,
): Joining {
  if (mode === 'video') return { how: 'video', address: videoAddress(joinBy, adviser.videoRoom) };
  if (mode !== 'phone') return null;
  if (joinBy) return { how: 'ring', number: officePhone(deps.phoneNumbers, joinBy) };
  const [point] = (['mobile', 'landline'] as const).flatMap((kind) =>
    points.filter((one) => one.kind === kind && one.health !== 'dead'),
  );
  // Where somebody may look over their shoulder, no number is hinted at.
  if (!point || customer.discreet || customer.noMessages) return { how: 'we_ring', ending: null };
  const hint = hintOf('voice', deps.vault.open(point.value));
  return { how: 'we_ring', ending: hint.kind === 'number' ? hint.ending : null };
}

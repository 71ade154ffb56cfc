import { listReplacements, type AppointmentRow } from '@db/queries/appointments.server';
import { listCallAttempts } from '@db/queries/call-work.server';
import { listHelpersOf } from '@db/queries/helped-things.server';
import { findEarlierWish, listEarlierWishes } from '@db/queries/earlier-wishes.server';
import { listPeopleNeeds, listRequestsAbout } from '@db/queries/format-requests.server';
import { findFeedback } from '@db/queries/feedback.server';
import { findLevel } from '@db/queries/profile-checks.server';
import { loadClaimContext } from '@db/queries/claim-context.server';
import {
  findOfficeAppointment,
  listCalls,
  listContactPoints,
  listHistory,
  listMessageNews,
  listMessages,
  listReplies,
} from '@db/queries/staff-appointment.server';
import {
  isStanding,
  OUTCOMES,
  type AppointmentMode,
  type AppointmentStatus,
  type CannotComeReason,
  type FeedbackAnswer,
  type MissedReason,
} from '~/domain/appointment/appointment';
import {
  dayStateOf,
  isFreed,
  mayCancel,
  mayCorrectOutcome,
  mayRecordOutcome,
  type DayState,
} from '~/domain/appointment/day-state';
import { mayHaveNewTime } from '~/domain/appointment/replacement';
import { didNotCome } from '~/domain/appointment/recorded-outcome';
import { wouldComeSooner } from '~/domain/appointment/would-come-sooner';
import { linkState, type LinkState } from '~/domain/appointment/link-state';
import type { Level } from '~/domain/capability/assess-capability';
import type { PersonNeeded } from '~/domain/assisted/readiness';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import type { Language } from '~/domain/language';
import type { Channel } from '~/domain/messaging/channel';
import { wentOut } from '~/domain/messaging/went-out';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { peopleAhead } from './people-ahead';
import type { SignedInStaff } from './sessions.server';
import { contactView, type ContactView } from './show-contacts';
import { loadAgenda, type Agenda } from './view-agenda.server';
import { tellAppointmentStory, type StoryItem } from './tell-appointment-story.server';

export interface StaffAppointment {
  id: string;
  ref: string;
  startsAt: number;
  endsAt: number;
  purpose: string;
  bring: string;
  mode: AppointmentMode;
  status: AppointmentStatus;
  state: DayState;
  version: number;
  cannotComeReason: CannotComeReason | null;
  office: { name: string; address: string; zone: string };
  customer: PersonName & {
    language: Language;
    discreet: boolean;
    noMessages: boolean;
    preferredChannel: Channel | null;
    /** How they are best served; null: nobody has asked, or they are another office's by now. */
    level: Level | null;
  };
  /** The customer is this office's, so that it may say how careful to be. */
  mayCare: boolean;
  adviser: PersonName;
  /** None where the customer is another office's by now and nothing is to come here: what they have told that office is not ours. */
  contacts: ContactView[];
  /** The customer's plan, to look at again when they meet; null where the customer is another office's. */
  agenda: Agenda | null;
  /** Who has to come so that the customer can take part, and whether they will. */
  people: PersonNeeded[];
  /** What the link in the newest text leads to. */
  link: LinkState;
  /** When they said that they would take an earlier time (ms); null when they have not, or the time has come. */
  wouldComeSoonerSince: number | null;
  /** Who could have this time sooner than their own: it was cancelled, or its customer cannot come. */
  couldTakeIt: (PersonName & { startsAt: number })[];
  /** What they said of the meeting afterwards, if anything. */
  feedback: { answer: FeedbackAnswer; comment: string; way: 'page' | 'text'; at: number } | null;
  story: StoryItem[];
  mayRecord: boolean;
  /** Another outcome may take the place of the one on record. */
  mayCorrect: boolean;
  /** The office may call it off: it is still ahead. */
  mayCancel: boolean;
  /** The cancellation that can be taken back: nobody has heard of it yet. */
  cancelEventId: string | null;
  late: boolean;
  /** What is known of why they did not come. */
  missedReason: MissedReason | null;
  mayGiveReason: boolean;
  /** It still stands and has not begun, or it has and can be rearranged, again too if its new time has been called off. */
  mayMove: boolean;
  /** How many have been booked in its place. */
  replaced: number;
  undoEventId: string | null;
  now: number;
}

/**
 * One appointment of the viewer's office with all that happened about it; on record as read.
 * @returns null when there is none, or it is another office's.
 */
export const viewStaffAppointment =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; appointmentId: string }): Promise<StaffAppointment | null> => {
    const { staff, appointmentId } = input;
    const found = await deps.db.read(async (q) => {
      const row = await findOfficeAppointment(q, { id: appointmentId, officeId: staff.officeId });
      if (!row) return null;
      const news = groupBy(await listMessageNews(q, appointmentId), (one) => one.messageId);
      const messages = await listMessages(q, appointmentId);
      const history = await listHistory(q, appointmentId);
      const calls = await listCalls(q, appointmentId);
      const planned = messages.flatMap(({ message }) => (message.status === 'planned' ? [message] : []));
      return {
        ...row,
        history,
        helped: await listHelpersOf(
          q,
          history.map(({ event }) => event.id),
        ),
        replacements: await listReplacements(q, row.appointment.ref),
        messages: messages.map((one) => ({ ...one, news: news.get(one.message.id) ?? [] })),
        context: await loadClaimContext(q, planned),
        replies: await listReplies(q, appointmentId),
        calls,
        tries: calls.length === 0 ? [] : await listCallAttempts(q, calls.map(({ call }) => call.id)), // prettier-ignore
        points: mayReach(row, deps.clock.now()) ? await listContactPoints(q, row.customer.id) : [],
        agenda: row.customer.officeId === staff.officeId ? await loadAgenda(q, row, deps.clock.now()) : null,
        level: row.customer.officeId === staff.officeId ? await findLevel(q, row.customer.id) : null,
        people: peopleAhead(
          row.appointment,
          await listPeopleNeeds(q, [row.customer.id]),
          await listRequestsAbout(q, [appointmentId]),
          deps.clock.now(),
        ),
        wishedAt: await findEarlierWish(q, appointmentId),
        wishes: await listEarlierWishes(q, { officeId: staff.officeId, now: deps.clock.now() }),
        feedback: await findFeedback(q, appointmentId),
      };
    });
    if (!found) return null;
    await recordRead(deps)({
      reader: staff,
      action: 'appointment.read',
      subjectKind: 'appointment',
      subjectId: appointmentId,
    });
    return present(deps, found, deps.clock.now());
  };

/** A customer who has gone to another office is still rung about an appointment that is to come here. */
function mayReach({ appointment, customer }: OfficeAppointment, now: number): boolean {
  return customer.officeId === appointment.officeId || (isStanding(appointment.status) && now < appointment.endsAt);
}

type OfficeAppointment = NonNullable<Awaited<ReturnType<typeof findOfficeAppointment>>>;
type Found = OfficeAppointment & {
  replacements: AppointmentRow[];
  points: Awaited<ReturnType<typeof listContactPoints>>;
  agenda: Agenda | null;
  level: Level | null;
  people: PersonNeeded[];
  wishedAt: number | null;
  wishes: Awaited<ReturnType<typeof listEarlierWishes>>;
  feedback: Awaited<ReturnType<typeof findFeedback>>;
} & Parameters<typeof tellAppointmentStory>[1];

function present(deps: Deps, found: Found, now: number): StaffAppointment {
  const { appointment, customer, adviser, office } = found;
  const { id, ref, startsAt, endsAt, purpose, bring, mode, status, version, cannotComeReason } = appointment;
  const { late, missedReason } = appointment;
  const recorded = found.history.findLast(
    ({ event }) => event.kind === 'outcome_recorded' && event.undoneAt === null,
  )?.event;
  const isOutcome = OUTCOMES.some((outcome) => outcome === status);
  return {
    id,
    ref,
    startsAt,
    endsAt,
    purpose,
    bring,
    mode,
    status,
    version,
    cannotComeReason,
    state: dayStateOf(appointment, now),
    office: {
      name: office.name,
      address: [office.address, office.postcode].filter(Boolean).join(', '),
      zone: office.timeZone,
    },
    customer: {
      id: customer.id,
      firstName: customer.firstName,
      lastName: customer.lastName,
      language: customer.language,
      discreet: customer.discreet,
      noMessages: customer.noMessages,
      preferredChannel: customer.preferredChannel,
      level: found.level,
    },
    adviser: { id: adviser.id, firstName: adviser.firstName, lastName: adviser.lastName },
    mayCare: customer.officeId === appointment.officeId,
    contacts: found.points.map((point) => contactView(deps, point, customer.noMessages)),
    ...{ agenda: found.agenda, people: found.people },
    link: linkState({ version }, appointment, now),
    wouldComeSoonerSince: status === 'booked' && startsAt > now ? found.wishedAt : null,
    couldTakeIt: couldTakeIt(found, now),
    feedback: found.feedback && {
      answer: found.feedback.answer,
      comment: found.feedback.comment ? deps.vault.open(found.feedback.comment) : '',
      way: found.feedback.way,
      at: found.feedback.at,
    },
    story: tellAppointmentStory(deps, found),
    ...{ late, missedReason, mayGiveReason: didNotCome(status) },
    mayRecord: mayRecordOutcome(appointment, now),
    mayCorrect: mayCorrectOutcome(appointment, now),
    mayCancel: mayCancel(appointment, now),
    cancelEventId: cancellationOf(found, now),
    mayMove: mayHaveNewTime(appointment, found.replacements),
    replaced: found.replacements.length,
    undoEventId: isOutcome && recorded?.after?.status === status ? recorded.id : null,
    now,
  };
}

/** The colleague's cancellation that may be taken back, as far as can be seen from here. */
function cancellationOf({ appointment, history, messages }: Found, now: number): string | null {
  const { status, version, startsAt } = appointment;
  if (status !== 'cancelled_by_office' || startsAt <= now) return null;
  const event = history.findLast((one) => one.event.kind === 'cancelled')?.event;
  if (event?.actorKind !== 'staff' || event.undoneAt !== null || event.after?.version !== version) return null;
  return messages.some((one) => one.version === version && wentOut(one.message.status)) ? null : event.id;
}

function couldTakeIt({ appointment, wishes }: Found, now: number) {
  if (!isFreed(dayStateOf(appointment, now))) return [];
  return wouldComeSooner(appointment, wishes, now).map(({ appointmentId: id, firstName, lastName, startsAt }) => ({
    ...{ id, firstName, lastName, startsAt },
  }));
}

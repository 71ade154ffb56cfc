import type { listRequestsAbout } from '@db/queries/format-requests.server';
import type { listEarlierWishes } from '@db/queries/earlier-wishes.server';
import type {
  countDaySteps,
  listDayAppointments,
  listDayCalls,
  listDayGroups,
  listDayMessages,
  listDayNeeds,
  listDayOutcomes,
} from '@db/queries/office-day.server';
import type { AppointmentMode, AppointmentStatus, MissedReason } from '~/domain/appointment/appointment';
import { clashes, type DiaryTime } from '~/domain/appointment/clashes';
import {
  dayStateOf,
  isFreed,
  mayCorrectOutcome,
  mayRecordOutcome,
  type DayState,
} from '~/domain/appointment/day-state';
import { didNotCome } from '~/domain/appointment/recorded-outcome';
import { isCancelled } from '~/domain/appointment/told-facts';
import { wouldComeSooner } from '~/domain/appointment/would-come-sooner';
import type { Level } from '~/domain/capability/assess-capability';
import type { PersonNeeded } from '~/domain/assisted/readiness';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import type { CallOutcome } from '~/domain/messaging/call-list';
import type { Channel } from '~/domain/messaging/channel';
import type { MessageStatus } from '~/domain/messaging/message';
import { fellShort, reachSoFar } from '~/domain/messaging/reach-so-far';
import type { ReminderRule } from '~/domain/reminder/policy';
import { ACCESS_NEEDS, type AccessNeed } from '~/domain/situation/access-need';
import { peopleAhead } from './people-ahead';

/** What became of one message, for a few words about it. */
export interface MessageNews {
  id: string;
  rule: ReminderRule;
  channel: Channel | null;
  status: MessageStatus;
  notBefore: number;
  /** When it came to its status (ms). */
  at: number;
  /** True when it ended without reaching anybody. */
  fellShort: boolean;
}

/** What became of a time that came free. */
export type FreedNews = { asked: number; until: number } | { refilledBy: PersonName };

export interface DayRow {
  id: string;
  startsAt: number;
  endsAt: number;
  customer: PersonName & { noMessages: boolean };
  /** How they are best served; null: nobody has asked. */
  level: Level | null;
  adviser: PersonName;
  purpose: string;
  mode: AppointmentMode;
  state: DayState;
  /** What they need to take part. */
  needs: AccessNeed[];
  /** Who has to come with them, and whether they will; empty once it is over or off. */
  people: PersonNeeded[];
  /** Open steps of their plan, to look at again when they meet. */
  steps: number;
  /** What is known of why they did not come. */
  missedReason: MissedReason | null;
  /** They did not come, so a reason may be known. */
  mayGiveReason: boolean;
  latest: MessageNews | null;
  next: MessageNews | null;
  /** Somebody phoned and got through at that instant (ms), or is still to phone. */
  call: { made: true; at: number } | { made: false } | null;
  /** Messages were tried, none arrived, and the meeting is still ahead. */
  nothingArrived: boolean;
  /** How many would come sooner and could have this time, which has come free. */
  wouldComeSooner: number;
  /** What became of the time that it left free: offered to so many until then (ms), or refilled. */
  freed: FreedNews | null;
  mayRecord: boolean;
  /** Another outcome may take the place of the one on record. */
  mayCorrect: boolean;
  late: boolean;
  /** What stands on record now. */
  status: AppointmentStatus;
  /** The event that recorded the outcome, if it can be taken back. */
  undoEventId: string | null;
}

/** A session for several customers, in one row. */
export interface DayGroup {
  id: string;
  startsAt: number;
  endsAt: number;
  title: string;
  titleInWelsh: string;
  adviser: PersonName;
  booked: number;
  capacity: number;
  /** Places of which nobody has said what came of them, once they can. */
  unrecorded: number;
}

/** Free time of the adviser whose day it is. */
export interface DayGap extends DiaryTime {
  /** An appointment stood there and was called off. */
  freed: boolean;
  /** How many would come sooner than they do now and could have it. */
  wouldComeSooner: number;
}

/** What is in a day, in time order; `at` is when it begins (ms). */
export type DayItem = { at: number } & (
  { what: 'appointment'; row: DayRow } | { what: 'group'; group: DayGroup } | { what: 'gap'; gap: DayGap }
);

interface DayRows {
  appointments: Awaited<ReturnType<typeof listDayAppointments>>;
  messages: Awaited<ReturnType<typeof listDayMessages>>;
  outcomes: Awaited<ReturnType<typeof listDayOutcomes>>;
  calls: Awaited<ReturnType<typeof listDayCalls>>;
  wishes: Awaited<ReturnType<typeof listEarlierWishes>>;
  needs: Awaited<ReturnType<typeof listDayNeeds>>;
  levels: ReadonlyMap<string, Level>;
  /** What was asked of suppliers for these meetings. */
  requests: Awaited<ReturnType<typeof listRequestsAbout>>;
  steps: Awaited<ReturnType<typeof countDaySteps>>;
  groups: Awaited<ReturnType<typeof listDayGroups>>;
  /** What became of the times that appointments left free, by appointment. */
  freedBy: ReadonlyMap<string, FreedNews>;
  /** Free time, and whose it is; none where the day is everybody's. */
  gaps: readonly DiaryTime[];
  adviserId: string | null;
}

/** A day as it is shown: appointments and group sessions, and between them the free time of the adviser whose day it is. */
export function showDay(day: DayRows, now: number): { rows: DayRow[]; items: DayItem[] } {
  const placesOf = groupBy(day.appointments, ({ appointment }) => appointment.groupId ?? '');
  const groups = day.groups.map(({ group, adviser }) => showGroup(group, adviser, placesOf.get(group.id) ?? [], now));
  const shownInGroup = new Set(groups.map(({ id }) => id));
  const alone = day.appointments.filter(({ appointment: { groupId } }) => !groupId || !shownInGroup.has(groupId));
  const gaps = day.gaps.map((gap) => showGap(gap, day, now));
  const rows = rowsOf({ ...day, appointments: alone }, now).map((row) =>
    // The free time says it, and only once.
    gaps.some((gap) => gap.freed && clashes(gap, row, 0)) ? { ...row, wouldComeSooner: 0 } : row,
  );
  const items: DayItem[] = [
    ...rows.map((row) => ({ what: 'appointment' as const, at: row.startsAt, row })),
    ...groups.map((group) => ({ what: 'group' as const, at: group.startsAt, group })),
    ...gaps.map((gap) => ({ what: 'gap' as const, at: gap.startsAt, gap })),
  ];
  return { rows, items: items.sort((a, b) => a.at - b.at) };
}

function showGroup(
  { id, startsAt, endsAt, title, titleInWelsh, capacity }: DayRows['groups'][number]['group'],
  adviser: PersonName,
  places: DayRows['appointments'],
  now: number,
): DayGroup {
  const taken = places.map(({ appointment }) => appointment).filter(({ status }) => !isCancelled(status));
  const unrecorded = taken.filter((place) => mayRecordOutcome(place, now)).length;
  return { id, startsAt, endsAt, title, titleInWelsh, adviser, capacity, booked: taken.length, unrecorded };
}

function showGap(gap: DiaryTime, { appointments, wishes, adviserId }: DayRows, now: number): DayGap {
  const freed = appointments.some(({ appointment: one }) => isCancelled(one.status) && clashes(one, gap, 0));
  // Free time that has begun can still be had from the next moment on.
  const startsAt = Math.max(gap.startsAt, now + 1);
  const slot = { ...gap, startsAt, customerId: '', adviserId: adviserId ?? '' };
  return { ...gap, freed, wouldComeSooner: wouldComeSooner(slot, wishes, now).length };
}

/** Needs in the order in which they are asked. */
const byOrder = (one: AccessNeed, other: AccessNeed) => ACCESS_NEEDS.indexOf(one) - ACCESS_NEEDS.indexOf(other);

/** Calls after which the customer knows. */
const REACHED: readonly (CallOutcome | null)[] = ['spoke', 'left_word'];

/** The appointments of a day, each with what became of its messages and what may be done. */
function rowsOf(
  { appointments, messages, outcomes, calls, wishes, needs, levels, requests, steps, freedBy }: DayRows,
  now: number,
): DayRow[] {
  const callsOf = groupBy(calls, (call) => call.appointmentId);
  const messagesOf = groupBy(messages, (message) => message.appointmentId);
  const requestsOf = groupBy(requests, ({ appointmentId }) => appointmentId ?? '');
  const needsOf = groupBy(needs, ({ customerId }) => customerId);
  const stepsOf = new Map(steps.map(({ customerId, open }) => [customerId, open]));
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.appointmentId, outcome.eventId]));
  return appointments.map(({ appointment, customer, adviser }) => {
    const { id, startsAt, endsAt, purpose, mode, status, late, missedReason } = appointment;
    const state = dayStateOf(appointment, now);
    const said = state === 'confirmed' || state === 'cannot_come' ? state : null;
    const reach = reachSoFar(messagesOf.get(id) ?? [], said);
    const aboutIt = callsOf.get(id) ?? [];
    const spoken = aboutIt.findLast((call) => call.doneAt !== null && REACHED.includes(call.outcome));
    return {
      id,
      startsAt,
      endsAt,
      customer,
      level: levels.get(customer.id) ?? null,
      adviser,
      purpose,
      mode,
      state,
      ...{ status, late, missedReason, mayGiveReason: didNotCome(status) },
      needs: (needsOf.get(customer.id) ?? []).map(({ need }) => need).sort(byOrder),
      people: peopleAhead(appointment, needsOf.get(customer.id) ?? [], requestsOf.get(id) ?? [], now),
      steps: stepsOf.get(customer.id) ?? 0,
      latest: reach.latest && newsOf(reach.latest),
      next: reach.next && newsOf(reach.next),
      call: spoken
        ? { made: true, at: spoken.doneAt! }
        : aboutIt.some((call) => call.doneAt === null)
          ? { made: false }
          : null,
      nothingArrived: reach.nothingArrived && !spoken && state === 'no_reply' && startsAt > now,
      wouldComeSooner: isFreed(state) ? wouldComeSooner(appointment, wishes, now).length : 0,
      freed: freedBy.get(id) ?? null,
      mayRecord: mayRecordOutcome(appointment, now),
      mayCorrect: mayCorrectOutcome(appointment, now),
      undoEventId: outcomeOf.get(id) ?? null,
    };
  });
}

function newsOf(message: Awaited<ReturnType<typeof listDayMessages>>[number]): MessageNews {
  const { id, rule, channel, status, notBefore, at } = message;
  return { id, rule, channel, status, notBefore, at, fellShort: fellShort(message) };
}

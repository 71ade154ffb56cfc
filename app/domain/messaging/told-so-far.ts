import type { ReminderRule } from '../reminder/policy';
import type { AppointmentEventKind } from '../appointment/appointment';
import type { CallOutcome } from './call-list';
import type { Channel } from './channel';
import { failureKindOf } from './failed-attempt';
import type { MessagePurpose, MessageStatus } from './message';

/** What happened to an appointment, as far as its customer is told: what came of it is for their adviser to say. */
export const OWN_EVENTS = [
  'booked',
  'changed',
  'moved',
  'cancelled',
  'confirmed',
  'cannot_come',
  'call_requested',
] as const satisfies readonly AppointmentEventKind[];
export type OwnEvent = (typeof OWN_EVENTS)[number];

/** What came of a colleague's call, as far as the customer may have noticed it. */
export const OWN_OUTCOMES = ['spoke', 'left_word', 'no_answer'] as const satisfies readonly CallOutcome[];
export type OwnOutcome = (typeof OWN_OUTCOMES)[number];

/** A message about an appointment, as far as its customer may know of it; instants in ms. */
export interface OwnAttempt {
  id: string;
  /** Null for one without a reminder: an answer to a text. */
  reminderId: string | null;
  rule: ReminderRule | null;
  purpose: MessagePurpose;
  /** The version of the appointment that it is about; null without a reminder. */
  version: number | null;
  attempt: number;
  channel: Channel | null;
  status: MessageStatus;
  reason: string | null;
  /** When it came to its present status. */
  at: number;
}

export type ToldState =
  | 'on_its_way'
  | 'arrived'
  | 'not_known'
  | 'not_arrived'
  /** A voice call that nobody took. */
  | 'not_taken'
  | 'not_sent'
  | 'too_late'
  | 'being_posted'
  | 'posted';

/** One message in words that its customer can use. */
export interface Told {
  id: string;
  at: number;
  about: ReminderRule | 'answer' | 'other';
  channel: Exclude<Channel, 'call_list'>;
  state: ToldState;
  /** What was done next, because this came to nothing. */
  next: 'same_way' | 'other_way' | 'phone' | null;
  why: 'preference' | 'other_way_failed' | null;
  /** It tells of a time that is not the appointment's any more. */
  isOld: boolean;
  /** It took the place of an older message that had gone out. */
  replaces: boolean;
}

/** States in which somebody may have read it. */
const MAY_BE_READ: readonly ToldState[] = ['on_its_way', 'arrived', 'not_known', 'posted'];

/**
 * What a customer has been sent about an appointment, newest first. Left out: what is still planned, what was not needed
 * or not true any more, entries of the call list, and tries that were ours alone and were made good since. No reason that
 * staff keep is among it.
 */
export function toldSoFar(attempts: readonly OwnAttempt[], appointment: { version: number }): Told[] {
  const told = attempts.flatMap((attempt): Told[] => {
    const { id, at, channel, version } = attempt;
    if (channel === null || channel === 'call_list') return [];
    const state = stateOf(attempt);
    if (state === null) return [];
    const next = nextOf(attempt, attempts);
    // Ours to put right, and put right since.
    if (state === 'not_sent' && next !== null) return [];
    const older = attempts.filter((one) => version !== null && one.version !== null && one.version < version);
    return [
      {
        ...{ id, at, channel, state },
        about: attempt.rule ?? (attempt.purpose === 'reply' ? 'answer' : 'other'),
        next: state === 'not_arrived' || state === 'not_taken' || state === 'too_late' ? next : null,
        why: whyOf(attempt.reason),
        isOld: version !== null && version < appointment.version,
        replaces:
          attempt.rule === 'changed' &&
          MAY_BE_READ.includes(state) &&
          older.some((one) => one.channel !== 'call_list' && MAY_BE_READ.includes(stateOf(one) ?? 'not_sent')),
      },
    ];
  });
  return told.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

function stateOf({ status, channel, reason, purpose }: OwnAttempt): ToldState | null {
  const isLetter = channel === 'letter';
  switch (status) {
    case 'planned':
      // An answer waits for a moment only.
      return purpose === 'reply' || purpose === 'notice' ? 'on_its_way' : null;
    case 'claimed':
    case 'accepted':
      return isLetter ? 'being_posted' : 'on_its_way';
    case 'sent':
      return isLetter ? 'posted' : 'on_its_way';
    case 'unknown':
      return 'not_known';
    case 'delivered':
      return 'arrived';
    case 'undelivered':
      return failureKindOf(reason) === 'not_reached' ? 'not_taken' : 'not_arrived';
    case 'failed':
      return failedAs(reason);
    case 'expired':
      return 'too_late';
    case 'superseded':
    case 'cancelled':
    case 'suppressed':
      return null;
  }
}

function failedAs(reason: string | null): ToldState {
  // Withdrawn before it went, because the number had said STOP: nothing was tried.
  if (reason === 'person:opted_out') return 'not_sent';
  const kind = failureKindOf(reason);
  if (kind === 'not_known') return 'not_known';
  return kind === 'person' || kind === 'undelivered' ? 'not_arrived' : 'not_sent';
}

function nextOf(attempt: OwnAttempt, attempts: readonly OwnAttempt[]): Told['next'] {
  if (attempt.reminderId === null) return null;
  const [later] = attempts
    .filter((one) => one.reminderId === attempt.reminderId && one.attempt > attempt.attempt && one.channel !== null)
    .sort((a, b) => a.attempt - b.attempt);
  if (!later) return null;
  // Why a person was asked to phone is not said here, and where it must not be said at all there is nothing.
  if (later.channel === 'call_list') return later.reason === 'safety' ? null : 'phone';
  return later.channel === attempt.channel ? 'same_way' : 'other_way';
}

function whyOf(reason: string | null): Told['why'] {
  if (reason === 'preference') return 'preference';
  return reason === 'next_after_failure' ? 'other_way_failed' : null;
}

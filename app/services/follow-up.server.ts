import type { Queryable } from '@db/client.server';
import { findAppointment, type AppointmentRow } from '@db/queries/appointments.server';
import { closeCallsAbout, openCall } from '@db/queries/call-list.server';
import { getPersonToCall } from '@db/queries/call-work.server';
import { insertMessage, listReminderAttempts, type MessageRow } from '@db/queries/messages.server';
import { endPlannedMessages, isAboutPresentVersion } from '@db/queries/reminders.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { isStanding, mustBeTold } from '~/domain/appointment/appointment';
import { dueInHours, latestCall } from '~/domain/messaging/call-due';
import { reminderCause, REMINDING_REASONS, type CallReason } from '~/domain/messaging/call-list';
import {
  callAgainAt,
  FAILURE_LIMITS,
  failureKindOf,
  isOfTheMessage,
  isOfTheProvider,
  nextAttemptAt,
  type FailureKind,
} from '~/domain/messaging/failed-attempt';
import type { WorkingTime } from '~/domain/time/working-time';
import type { Deps } from './deps';
import { tellOfAdviserOtherwise } from './tell-of-adviser.server';

/** A message that failed for good reasons again and again is a person's business. */
const MOST_ATTEMPTS = 20;
const MOST_DIRECT_ATTEMPTS = 3;

/**
 * What follows an attempt that came to nothing: the same again after a pause, the next channel (which the claim
 * chooses), a call, or, for a message without a reminder, nothing but the news of another adviser by another way. Call it
 * in the transaction that recorded the failure, once.
 * @param message the row as it is now, with its final state and reason.
 */
export async function followUp(
  q: Queryable,
  deps: Deps,
  message: MessageRow,
  failure: { kind: FailureKind; retryAfterMs: number | null },
): Promise<void> {
  const now = deps.clock.now();
  if (!message.reminderId) return repeatDirect(q, deps, message, failure, now);
  const attempts = await listReminderAttempts(q, message.reminderId);
  const ownAttempts = attempts.filter((one) => !isOfTheProvider(one)).length;
  if (failure.kind === 'not_known' || ownAttempts >= MOST_ATTEMPTS || now > message.sendBy) {
    await callInstead(q, deps, message, 'not_delivered');
    return;
  }
  const failures = attempts.filter(
    (one) => one.channel === message.channel && failureKindOf(one.reason) === failure.kind,
  ).length;
  const id = deps.newId();
  // The id's last digits are as good as dice, and a test that hands in ids decides how they fall.
  const chance = Number.parseInt(id.slice(-6), 16) / 0xffffff;
  const at =
    failure.kind === 'not_reached'
      ? (callAgainAt(attempts, message.sendBy) ?? now)
      : isOfTheProvider(message) || isOfTheMessage(message)
        ? // The claim knows by what other way it can go, or until when it waits.
          now
        : nextAttemptAt({ ...failure, failures: Math.max(1, failures) }, now, chance);
  // Never so late that another channel, or a person, could not still reach them.
  const latest = Math.max(now, message.sendBy - FAILURE_LIMITS.near + 1);
  await insertMessage(q, {
    id,
    reminderId: message.reminderId,
    appointmentId: message.appointmentId,
    customerId: message.customerId,
    purpose: message.purpose,
    attempt: Math.max(message.attempt, ...attempts.map((one) => one.attempt)) + 1,
    language: message.language,
    status: 'planned',
    notBefore: Math.min(at, latest),
    sendBy: message.sendBy,
    // Another copy of this database may have gone on to the next channel as well.
    checkFirst: message.checkFirst,
    requestId: message.requestId,
    createdAt: now,
  });
}

async function repeatDirect(
  q: Queryable,
  deps: Deps,
  message: MessageRow,
  failure: { kind: FailureKind; retryAfterMs: number | null },
  now: number,
): Promise<void> {
  const mayPass = failure.kind === 'later' || failure.kind === 'not_handed_over' || isOfTheProvider(message);
  const at = now + (failure.kind === 'later' ? Math.max(failure.retryAfterMs ?? 0, 5_000 * message.attempt) : 0);
  if (!mayPass || message.attempt >= MOST_DIRECT_ATTEMPTS || at > message.sendBy) {
    if (message.purpose === 'adviser') await tellOfAdviserOtherwise(q, deps, message);
    return;
  }
  await insertMessage(q, {
    id: deps.newId(),
    appointmentId: message.appointmentId,
    customerId: message.customerId,
    purpose: message.purpose,
    attempt: message.attempt + 1,
    channel: message.channel,
    language: message.language,
    recipient: message.recipient,
    recipientIndex: message.recipientIndex,
    subject: message.subject,
    body: message.body,
    status: 'planned',
    notBefore: at,
    sendBy: message.sendBy,
    // It has one channel only: once is enough to ask.
    checkFirst: message.checkFirst && message.claimedAt !== null,
    requestId: message.requestId,
    createdAt: now,
  });
}

/**
 * Asks the adviser to phone, if the meeting of this reminder is still to come, or is called off by the office and the
 * person has not heard it: they would come for nothing. Whose adviser has changed hears of it in another way.
 */
export async function callInstead(q: Queryable, deps: Deps, message: MessageRow, reason: CallReason): Promise<void> {
  if (message.purpose === 'adviser') return tellOfAdviserOtherwise(q, deps, message);
  if (!message.appointmentId) return;
  const appointment = await findAppointment(q, message.appointmentId);
  if (!appointment || appointment.startsAt <= deps.clock.now()) return;
  if (!mustBeTold(appointment.status)) return;
  // What a reminder said of a meeting that has been called off since needs no call: the cancellation has its own.
  if (!isStanding(appointment.status) && !(await isAboutPresent(q, message))) return;
  await openReminderCall(q, deps, message, appointment, reason);
}

async function isAboutPresent(q: Queryable, { reminderId }: MessageRow): Promise<boolean> {
  return reminderId !== null && isAboutPresentVersion(q, reminderId);
}

/**
 * One entry on the call list for each reminder, however many of its attempts say so; due while the office is open. Once
 * the person knows, it stays closed. Whoever may get no messages is not rung either.
 */
export async function openReminderCall(
  q: Queryable,
  deps: Deps,
  message: MessageRow,
  appointment: AppointmentRow,
  reason: CallReason,
): Promise<void> {
  const now = deps.clock.now();
  const { noMessages } = await getPersonToCall(q, appointment.customerId);
  const hours = await getWorkingTime(q, appointment.officeId);
  const dueAt = dueSafely(deps, message, appointment, now, hours);
  const entry = {
    id: deps.newId(),
    officeId: appointment.officeId,
    customerId: appointment.customerId,
    appointmentId: appointment.id,
    messageId: message.id,
    ownerId: appointment.adviserId,
    reason: noMessages ? ('safety' as const) : reason,
    cause: reminderCause(message.reminderId ?? message.id),
    dueAt,
    createdAt: now,
  };
  await openCall(q, entry, ['spoke', 'left_word']);
}

/** An office whose hours or time zone cannot be read must not stop other people's messages: its calls are due at the last moment. */
function dueSafely(
  deps: Deps,
  message: MessageRow,
  { startsAt }: AppointmentRow,
  now: number,
  hours: WorkingTime,
): number {
  try {
    return dueInHours(latestCall({ sendBy: message.sendBy, startsAt }, now), now, hours);
  } catch (error) {
    deps.log.error({ messageId: message.id, err: error }, 'the hours of an office cannot be read');
    return message.sendBy;
  }
}

/** A message that was given up has arrived after all: what was to follow it must not. */
export async function cancelLaterAttempts(q: Queryable, deps: Deps, message: MessageRow): Promise<void> {
  if (!message.reminderId) return;
  const later = (await listReminderAttempts(q, message.reminderId)).filter((one) => one.attempt > message.attempt);
  // One that a worker takes at this moment is the worker's: its row must not say what is not so.
  await endPlannedMessages(q, {
    ids: later.map((one) => one.id),
    status: 'superseded',
    reason: 'arrived_after_all',
    now: deps.clock.now(),
  });
}

/** Something about the meeting as it now stands has arrived: nobody needs to be told of it by phone any more. */
export async function closeCallsOvertaken(q: Queryable, deps: Deps, message: MessageRow): Promise<void> {
  if (!message.reminderId || !message.appointmentId) return;
  if (!(await isAboutPresentVersion(q, message.reminderId))) return;
  await closeCallsAbout(q, {
    appointmentIds: [message.appointmentId],
    reasons: REMINDING_REASONS,
    outcome: 'not_needed',
    by: null,
    now: deps.clock.now(),
  });
}

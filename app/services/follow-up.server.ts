import type { Queryable } from '@db/client.server';
import { findAppointment, type AppointmentRow } from '@db/queries/appointments.server';
import { openCall } from '@db/queries/call-list.server';
import { insertMessage, listReminderAttempts, type MessageRow } from '@db/queries/messages.server';
import { endPlannedMessages } from '@db/queries/reminders.server';
import { isStanding } from '~/domain/appointment/appointment';
import type { CallReason } from '~/domain/messaging/call-list';
import { FAILURE_LIMITS, failureKindOf, nextAttemptAt, type FailureKind } from '~/domain/messaging/failed-attempt';
import type { Deps } from './deps';

/** A message that failed for good reasons again and again is a person's business. */
const MOST_ATTEMPTS = 20;
const MOST_DIRECT_ATTEMPTS = 3;

/**
 * What follows an attempt that came to nothing: the same again after a pause, the next channel (which the claim
 * chooses), a call, or, for a message without a reminder, nothing. Call it in the transaction that recorded the failure, once.
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
  if (failure.kind === 'not_known' || message.attempt >= MOST_ATTEMPTS || now > message.sendBy) {
    await callInstead(q, deps, message, 'not_delivered');
    return;
  }
  const attempts = await listReminderAttempts(q, message.reminderId);
  const failures = attempts.filter(
    (one) => one.channel === message.channel && failureKindOf(one.reason) === failure.kind,
  ).length;
  const id = deps.newId();
  // The id's last digits are as good as dice, and a test that hands in ids decides how they fall.
  const chance = Number.parseInt(id.slice(-6), 16) / 0xffffff;
  const at = nextAttemptAt({ ...failure, failures: Math.max(1, failures) }, now, chance);
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
  const mayPass = failure.kind === 'later' || failure.kind === 'not_handed_over';
  const at = now + (failure.kind === 'later' ? Math.max(failure.retryAfterMs ?? 0, 5_000 * message.attempt) : 0);
  if (!mayPass || message.attempt >= MOST_DIRECT_ATTEMPTS || at > message.sendBy) return;
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
    requestId: message.requestId,
    createdAt: now,
  });
}

/** Asks the adviser to phone, if the meeting of this reminder is still to come. */
export async function callInstead(q: Queryable, deps: Deps, message: MessageRow, reason: CallReason): Promise<void> {
  if (!message.appointmentId) return;
  const appointment = await findAppointment(q, message.appointmentId);
  if (!appointment || !isStanding(appointment.status) || appointment.startsAt <= deps.clock.now()) return;
  await openReminderCall(q, deps, message, appointment, reason);
}

/** One entry on the call list for each reminder, however many of its attempts say so. */
export async function openReminderCall(
  q: Queryable,
  deps: Deps,
  message: MessageRow,
  appointment: AppointmentRow,
  reason: CallReason,
): Promise<void> {
  await openCall(q, {
    id: deps.newId(),
    officeId: appointment.officeId,
    customerId: appointment.customerId,
    appointmentId: appointment.id,
    messageId: message.id,
    ownerId: appointment.adviserId,
    reason,
    cause: `reminder:${message.reminderId ?? message.id}`,
    dueAt: message.sendBy,
    createdAt: deps.clock.now(),
  });
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

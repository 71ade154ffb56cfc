import type { Queryable } from '@db/client.server';
import { insertAppointmentLinks } from '@db/queries/appointments.server';
import { loadClaimContext, type ClaimContext } from '@db/queries/claim-context.server';
import {
  insertMessageEvents,
  lockDueMessages,
  updateMessage,
  type MessageRow,
  type NewMessage,
  type NewMessageEvent,
} from '@db/queries/messages.server';
import type { OutgoingMessage } from '~/adapters/messaging/sender';
import type { CallReason } from '~/domain/messaging/call-list';
import type { Channel } from '~/domain/messaging/channel';
import type { Deps } from './deps';
import { DEFAULT_ENGINE } from './engine-settings';
import { callInstead, openReminderCall } from './follow-up.server';
import { prepareMessage, type Prepared } from './prepare-message.server';

/** A message in this worker's hands until `leaseUntil` (ms), and everything the provider needs. */
export interface ClaimedMessage {
  id: string;
  fence: number;
  leaseUntil: number;
  channel: Exclude<Channel, 'call_list'>;
  provider: string;
  requestId: string | null;
  outgoing: OutgoingMessage;
}

/**
 * Takes up to `limit` due messages, most urgent first, in one transaction: each is looked at once more, and is then
 * claimed with its words and recipient written down, or held, ended, or given to a person to phone.
 * @returns how many were looked at (a full batch means that more may be waiting), and those to send now.
 */
export const claimDue =
  (deps: Deps, settings = DEFAULT_ENGINE) =>
  ({ worker, limit }: { worker: string; limit: number }): Promise<{ looked: number; batch: ClaimedMessage[] }> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const due = await lockDueMessages(q, now, limit);
      if (due.length === 0) return { looked: 0, batch: [] };
      const context = await loadClaimContext(q, due);
      const events: NewMessageEvent[] = [];
      const batch: ClaimedMessage[] = [];
      let left = 0;
      for (const message of due) {
        const prepared = prepareSafely(deps, message, context, now);
        if (prepared.act === 'leave') {
          left += 1;
          continue;
        }
        const change = changeFor(deps, message, prepared, { now, worker, leaseMs: settings.leaseMs });
        await updateMessage(q, message.id, change);
        events.push(eventFor(deps, message, prepared, change, now));
        await tellPeople(q, deps, message, prepared, context);
        if (prepared.act === 'send') {
          batch.push({
            id: message.id,
            fence: message.fence + 1,
            leaseUntil: now + settings.leaseMs,
            channel: prepared.channel,
            provider: prepared.provider,
            requestId: message.requestId,
            outgoing: prepared.outgoing,
          });
        }
        // What this message became is what the others of its appointment see.
        for (const attempt of context.attempts.get(message.appointmentId ?? '') ?? [])
          if (attempt.id === message.id) Object.assign(attempt, { status: change.status ?? attempt.status });
      }
      await insertMessageEvents(q, events);
      await keepLinks(q, deps, due, context, now);
      return { looked: due.length - left, batch };
    });

/** One message that cannot be written must not stop the others: it ends here, and a person phones. */
function prepareSafely(deps: Deps, message: MessageRow, context: ClaimContext, now: number): Prepared {
  try {
    return prepareMessage(deps, message, context, now);
  } catch (error) {
    // The error's own words may hold what they failed on, which may be personal.
    const fault = error instanceof Error ? error.name : 'unknown';
    deps.log.error({ messageId: message.id, requestId: message.requestId, fault }, 'message cannot be written');
    return { act: 'end', status: 'failed', reason: 'cannot_be_written' };
  }
}

function changeFor(
  deps: Deps,
  message: MessageRow,
  prepared: Exclude<Prepared, { act: 'leave' }>,
  claim: { now: number; worker: string; leaseMs: number },
): Partial<NewMessage> {
  const { now } = claim;
  switch (prepared.act) {
    case 'hold':
      return { notBefore: prepared.until };
    case 'end':
      return { status: prepared.status, reason: prepared.reason, finishedAt: now };
    case 'expire':
      return { status: 'expired', reason: 'out_of_time', finishedAt: now };
    case 'call':
      return {
        status: 'accepted',
        channel: 'call_list',
        reason: prepared.reason,
        subject: prepared.subject === null ? null : deps.vault.seal(prepared.subject),
        body: deps.vault.seal(prepared.body),
        fence: message.fence + 1,
        claimedAt: now,
        acceptedAt: now,
      };
    case 'send':
      return {
        status: 'claimed',
        channel: prepared.channel,
        provider: prepared.provider,
        reason: prepared.reason,
        recipient: deps.vault.seal(prepared.outgoing.recipient),
        recipientIndex: deps.vault.index(prepared.outgoing.recipient),
        subject: prepared.outgoing.subject === null ? null : deps.vault.seal(prepared.outgoing.subject),
        body: deps.vault.seal(prepared.outgoing.body),
        leaseOwner: claim.worker,
        leaseUntil: now + claim.leaseMs,
        fence: message.fence + 1,
        claimedAt: now,
      };
  }
}

function eventFor(
  deps: Deps,
  message: MessageRow,
  prepared: Exclude<Prepared, { act: 'leave' }>,
  change: Partial<NewMessage>,
  now: number,
): NewMessageEvent {
  const held = prepared.act === 'hold';
  return {
    id: deps.newId(),
    messageId: message.id,
    at: now,
    status: change.status ?? message.status,
    source: 'worker',
    detail: held ? 'quiet_hours' : (change.reason ?? null),
    newsKey: held ? `held:${prepared.until}` : `claim:${message.fence + 1}`,
  };
}

async function tellPeople(
  q: Queryable,
  deps: Deps,
  message: MessageRow,
  prepared: Prepared,
  context: ClaimContext,
): Promise<void> {
  const reason = callReasonFor(prepared);
  if (reason === null) return;
  const appointment = context.appointments.get(message.appointmentId ?? '');
  // A choice to phone stands for every rule; the rest only matters while the meeting is to come.
  if (appointment && prepared.act === 'call') await openReminderCall(q, deps, message, appointment, reason);
  else if (message.reminderId) await callInstead(q, deps, message, reason);
}

function callReasonFor(prepared: Prepared): CallReason | null {
  if (prepared.act === 'call') return prepared.callReason;
  if (prepared.act === 'expire' && prepared.callList) return 'out_of_time';
  if (prepared.act === 'end' && prepared.status === 'failed') return 'not_delivered';
  return null;
}

/** The links in the texts must work, whoever planned them. */
async function keepLinks(
  q: Queryable,
  deps: Deps,
  due: MessageRow[],
  context: ClaimContext,
  now: number,
): Promise<void> {
  const ids = new Set(due.flatMap((message) => (message.reminderId ? [message.appointmentId] : [])));
  const links = [...context.appointments.values()]
    .filter((appointment) => ids.has(appointment.id))
    .map((appointment) => ({
      tokenHash: deps.vault.hashSecret(deps.vault.linkToken(appointment.id, appointment.version)),
      appointmentId: appointment.id,
      appointmentVersion: appointment.version,
      createdAt: now,
    }));
  await insertAppointmentLinks(q, links);
}

import type { Queryable } from '@db/client.server';
import { insertAppointmentLinks } from '@db/queries/appointments.server';
import { loadClaimContext, type ClaimContext } from '@db/queries/claim-context.server';
import { insertMessageEvents, type NewMessageEvent } from '@db/queries/message-events.server';
import {
  findOldestDue,
  updateMessages,
  type MessageChange,
  type MessageRow,
  type NewMessage,
} from '@db/queries/messages.server';
import type { OutgoingMessage } from '~/adapters/messaging/sender';
import { FAILURE_LIMITS } from '~/domain/messaging/failed-attempt';
import type { CallReason } from '~/domain/messaging/call-list';
import type { Channel } from '~/domain/messaging/channel';
import { needsCheck } from '~/domain/messaging/needs-check';
import { askForLetterForms } from './ask-for-paper.server';
import { changeFor, eventFor } from './claim-record';
import type { Deps } from './deps';
import { dueLine } from './due-line';
import { DEFAULT_ENGINE } from './engine-settings';
import { callInstead, openReminderCall } from './follow-up.server';
import { prepareMessage, type Prepared } from './prepare-message.server';
import { isForPrintQueue, queueLetter } from './queue-letter.server';
import { steadyTime } from './steady-time';
import { readWeather, type ClaimWeather } from './weather.server';

/** A message in this worker's hands until `leaseUntil` (ms), and everything the provider needs. */
export interface ClaimedMessage {
  id: string;
  fence: number;
  leaseUntil: number;
  /** Its slot in the provider's rate, by the steady clock of this process (ms). */
  handOverAt: number;
  channel: Exclude<Channel, 'call_list'>;
  provider: string;
  requestId: string | null;
  outgoing: OutgoingMessage;
}

export interface Claim {
  batch: ClaimedMessage[];
  /** More is waiting that can be claimed at once. */
  more: boolean;
}

const NOTHING: Claim = { batch: [], more: false };

/**
 * Takes up to `limit` due messages, most urgent first, in one transaction: each is looked at once more, and is then
 * claimed with its words, its recipient and its slot written down, or held, ended, or given to a person to phone. What its
 * provider has no slot for yet, or whose channel does not work now, stays as it is. A restored copy claims nothing.
 */
export const claimDue = (deps: Deps, settings = DEFAULT_ENGINE, time = steadyTime) => {
  const nextDue = dueLine(time);
  return ({ worker, limit }: { worker: string; limit: number }): Promise<Claim> =>
    deps.db.write(async (q) => {
      if ((await findOldestDue(q, deps.clock.now())) === null) return NOTHING;
      const weather = await readWeather(q, deps, settings);
      if (weather.restored) return NOTHING;
      const { now } = weather;
      const steady = time.now();
      const due = await nextDue(q, now, limit, { ...weather.shut(), near: FAILURE_LIMITS.near });
      if (due.length === 0) return NOTHING;
      const context = await loadClaimContext(q, due);
      const ours = rememberLinks(deps);
      const events: NewMessageEvent[] = [];
      const batch: ClaimedMessage[] = [];
      const changes: MessageChange[] = [];
      for (const message of due) {
        const prepared = prepareSafely(ours, message, context, weather);
        if (prepared.act === 'leave') continue;
        // A letter that the office prints itself was in the queue of the copy, which is no way out.
        const check =
          prepared.act === 'send' &&
          !isForPrintQueue(prepared) &&
          mustBeAskedAbout(message, prepared.sender.channel, context);
        const leaseUntil = now + settings.leaseMs;
        const slot = prepared.act === 'send' && !check ? weather.place(prepared.sender, message.id, leaseUntil) : now;
        const change =
          slot === null && prepared.act === 'send'
            ? { channel: prepared.sender.channel }
            : {
                ...changeFor(deps, message, prepared, { now, worker, leaseUntil }),
                ...(check ? ASKED_ABOUT : {}),
              };
        if (changesNothing(message, change)) continue;
        changes.push({ id: message.id, ...change });
        if (slot === null) continue;
        events.push(eventFor(deps, message, prepared, change, now));
        await tellPeople(q, deps, message, prepared, context);
        if (prepared.act === 'send' && prepared.sender.channel === 'letter')
          await askForLetterForms(q, deps, message, context);
        if (prepared.act === 'send' && isForPrintQueue(prepared)) await queueLetter(q, message, context, now);
        else if (prepared.act === 'send' && !check) {
          const { outgoing, sender } = prepared;
          batch.push({
            id: message.id,
            fence: message.fence + 1,
            leaseUntil,
            handOverAt: steady + slot - now,
            channel: sender.channel,
            provider: sender.provider,
            requestId: message.requestId,
            outgoing,
          });
        }
        // What this message became is what the others of its appointment see.
        for (const attempt of context.attempts.get(message.appointmentId ?? '') ?? [])
          if (attempt.id === message.id) Object.assign(attempt, { status: change.status ?? attempt.status });
      }
      await updateMessages(q, changes);
      await insertMessageEvents(q, events);
      await keepLinks(q, ours, due, context, now);
      await weather.save();
      return { batch, more: batch.length > 0 || (due.length === limit && changes.length > 0) };
    });
};

/** A message that goes on waiting for the same is not written again. */
function changesNothing(message: MessageRow, change: Partial<NewMessage>): boolean {
  for (const field in change)
    if (message[field as keyof MessageRow] !== change[field as keyof MessageRow]) return false;
  return true;
}

/** Written down but not handed over: the provider is asked at once whether another copy of this database has sent it. */
const ASKED_ABOUT = {
  status: 'unknown',
  reason: 'check_first',
  leaseOwner: null,
  leaseUntil: null,
  claimedAt: null,
} as const;

function mustBeAskedAbout(message: MessageRow, channel: Channel, context: ClaimContext): boolean {
  const attempts = context.attempts.get(message.appointmentId ?? '') ?? [];
  const ofReminder = attempts.filter((one) => one.reminderId === message.reminderId && one.id !== message.id);
  return needsCheck(message, channel, message.reminderId ? ofReminder : []);
}

/** One message that cannot be written must not stop the others: it ends here, and a person phones. */
function prepareSafely(deps: Deps, message: MessageRow, context: ClaimContext, weather: ClaimWeather): Prepared {
  try {
    return prepareMessage(deps, message, context, weather.now, weather);
  } catch (error) {
    // The error's own words may hold what they failed on, which may be personal.
    const fault = error instanceof Error ? error.name : 'unknown';
    deps.log.error({ messageId: message.id, requestId: message.requestId, fault }, 'message cannot be written');
    return { act: 'end', status: 'failed', reason: 'cannot_be_written' };
  }
}

async function tellPeople(
  q: Queryable,
  deps: Deps,
  message: MessageRow,
  prepared: Prepared,
  context: ClaimContext,
): Promise<void> {
  // News of another adviser that does not go must reach them in another way.
  const ends = prepared.act === 'end' || prepared.act === 'expire';
  if (message.purpose === 'adviser' && ends) await callInstead(q, deps, withEnd(message, prepared), 'not_delivered');
  const reason = callReasonFor(prepared);
  if (reason === null) return;
  const appointment = context.appointments.get(message.appointmentId ?? '');
  // A choice to phone stands for every rule; the rest only matters while the meeting is to come.
  if (appointment && prepared.act === 'call') await openReminderCall(q, deps, message, appointment, reason);
  else if (message.reminderId) await callInstead(q, deps, message, reason);
}

/** As it will stand in the ledger at the end of this transaction. */
function withEnd(message: MessageRow, prepared: Prepared): MessageRow {
  return prepared.act === 'end' ? { ...message, status: prepared.status, reason: prepared.reason } : message;
}

function callReasonFor(prepared: Prepared): CallReason | null {
  if (prepared.act === 'call') return prepared.callReason;
  if (prepared.act === 'expire' && prepared.callList) return 'out_of_time';
  if (prepared.act === 'end' && prepared.status === 'failed') return 'not_delivered';
  return null;
}

/** The token of a link is wanted twice, for the words and for the row that makes it work. */
function rememberLinks(deps: Deps): Deps {
  const known = new Map<string, string>();
  const linkToken = (appointmentId: string, version: number) => {
    const key = `${appointmentId} ${version}`;
    const token = known.get(key) ?? deps.vault.linkToken(appointmentId, version);
    known.set(key, token);
    return token;
  };
  return { ...deps, vault: { ...deps.vault, linkToken } };
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

import type { ClaimContext } from '@db/queries/claim-context.server';
import type { MessageRow } from '@db/queries/messages.server';
import type { OutgoingMessage } from '~/adapters/messaging/sender';
import type { CallReason } from '~/domain/messaging/call-list';
import { assessDue } from '~/domain/messaging/assess-due';
import type { Channel } from '~/domain/messaging/channel';
import { chooseChannel, type ChannelReason } from '~/domain/messaging/choose-channel';
import { exhaustedChannels } from '~/domain/messaging/failed-attempt';
import type { MessageStatus } from '~/domain/messaging/message';
import { allowedFrom } from '~/domain/reminder/quiet-hours';
import type { Deps } from './deps';
import { writeReminder } from './write-reminder.server';

/** What is to become of a due message. */
export type Prepared =
  | { act: 'leave' }
  | { act: 'hold'; until: number }
  | { act: 'end'; status: Extract<MessageStatus, 'superseded' | 'cancelled' | 'suppressed' | 'failed'>; reason: string }
  | { act: 'expire'; callList: boolean }
  | { act: 'call'; reason: string; callReason: CallReason; subject: string | null; body: string }
  | {
      act: 'send';
      reason: string;
      outgoing: OutgoingMessage;
      channel: Exclude<Channel, 'call_list'>;
      provider: string;
    };

/**
 * Decides about one due message and writes its words. Touches nothing.
 * @throws when a value cannot be opened or the words cannot be written: then this one message is at fault.
 */
export function prepareMessage(deps: Deps, message: MessageRow, context: ClaimContext, now: number): Prepared {
  return message.reminderId ? prepareReminder(deps, message, context, now) : prepareDirect(deps, message, context, now);
}

function prepareDirect(deps: Deps, message: MessageRow, context: ClaimContext, now: number): Prepared {
  if (now > message.sendBy) return { act: 'expire', callList: false };
  const sender = deps.senders.find((one) => one.channel === message.channel);
  if (!sender || !message.recipient || !message.body) return { act: 'end', status: 'failed', reason: 'us:no_sender' };
  if (context.optedOut.get(message.recipientIndex ?? '')?.includes(sender.channel))
    return { act: 'end', status: 'suppressed', reason: 'opted_out' };
  return {
    act: 'send',
    reason: message.purpose,
    channel: sender.channel,
    provider: sender.provider,
    outgoing: {
      id: message.id,
      recipient: deps.vault.open(message.recipient),
      subject: message.subject === null ? null : deps.vault.open(message.subject),
      body: deps.vault.open(message.body),
      sendBy: message.sendBy,
      calendar: null,
    },
  };
}

function prepareReminder(deps: Deps, message: MessageRow, context: ClaimContext, now: number): Prepared {
  const reminder = context.reminders.get(message.reminderId ?? '');
  const appointment = context.appointments.get(reminder?.appointmentId ?? '');
  // Somebody is changing the appointment at this moment: the next look, a second later, sees what it became.
  if (!reminder || !appointment) return { act: 'leave' };
  const customer = context.customers.get(appointment.customerId);
  const office = context.offices.get(appointment.officeId);
  if (!customer || !office) throw new Error('the appointment has lost its customer or office');
  const attempts = context.attempts.get(appointment.id) ?? [];
  const decision = assessDue(
    {
      rule: reminder.rule,
      version: reminder.appointmentVersion,
      ruleNotBefore: reminder.notBefore,
      sendBy: message.sendBy,
      appointment,
      others: attempts
        .filter((one) => one.version === reminder.appointmentVersion && one.reminderId !== reminder.id)
        // Who was spoken to has heard it.
        .map((one) => (one.callOutcome === 'spoke' ? { ...one, status: 'delivered' as const } : one)),
      allowedFrom: allowedFrom(now, deps.policy, office.timeZone),
    },
    now,
  );
  if (decision.act !== 'send' && decision.act !== 'call') return decision;

  const write = (channel: Channel) =>
    writeReminder(deps, { channel, reminder, appointment, customer, office, context, attempts }, now);
  if (decision.act === 'call') {
    return { act: 'call', reason: decision.reason, callReason: decision.reason, ...write('call_list') };
  }
  const points = context.contactPoints.get(customer.id) ?? [];
  const tried = exhaustedChannels(
    attempts.filter((one) => one.reminderId === reminder.id && one.id !== message.id),
    now,
    message.sendBy,
  );
  const choice = chooseChannel(
    {
      preferred: customer.preferredChannel,
      contactPoints: points.map((point) => ({
        ...point,
        shared: context.shared.has(point.valueIndex),
        optedOut: context.optedOut.get(point.valueIndex) ?? [],
      })),
    },
    tried,
    deps.senders.map((sender) => sender.channel),
  );
  if (choice.channel === 'call_list') {
    return { act: 'call', reason: choice.reason, callReason: callReasonOf(choice.reason), ...write('call_list') };
  }
  const sender = deps.senders.find((one) => one.channel === choice.channel);
  const point = points.find((one) => one.id === choice.contactPointId);
  if (!sender || !point) throw new Error('a channel was chosen that is not there');
  const { subject, body, calendar } = write(choice.channel);
  return {
    act: 'send',
    reason: choice.reason,
    channel: choice.channel,
    provider: sender.provider,
    outgoing: {
      id: message.id,
      recipient: deps.vault.open(point.value),
      subject,
      body,
      sendBy: message.sendBy,
      calendar: choice.channel === 'email' ? calendar : null,
    },
  };
}

function callReasonOf(reason: ChannelReason): CallReason {
  return reason === 'all_failed' ? 'not_delivered' : 'no_other_way';
}

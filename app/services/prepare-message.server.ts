import type { ClaimContext } from '@db/queries/claim-context.server';
import type { MessageRow } from '@db/queries/messages.server';
import type { MessageSender, OutgoingMessage } from '~/adapters/messaging/sender';
import type { CallReason } from '~/domain/messaging/call-list';
import { assessDue } from '~/domain/messaging/assess-due';
import type { Channel } from '~/domain/messaging/channel';
import type { ChannelReason } from '~/domain/messaging/choose-channel';
import type { MessageStatus } from '~/domain/messaging/message';
import { SENT_ALL_THE_SAME } from '~/domain/messaging/message';
import { policyNamed } from '~/domain/reminder/policy-in-force';
import { allowedForPerson } from '~/domain/reminder/quiet-hours';
import { chooseWay } from './choose-way';
import type { Deps } from './deps';
import { fairWeather, type Weather } from './weather.server';
import { letterAddress, mayPost } from './queue-letter.server';
import { writeReminder } from './write-reminder.server';

/** What is to become of a due message. */
export type Prepared =
  | { act: 'leave' }
  | { act: 'hold'; until: number }
  /** For a channel by which nothing goes at present; not before `until`, where that is known. */
  | { act: 'wait'; channel: Channel; why: 'provider_down' | 'paused'; until: number | null }
  | { act: 'end'; status: Extract<MessageStatus, 'superseded' | 'cancelled' | 'suppressed' | 'failed'>; reason: string }
  | { act: 'expire'; callList: boolean }
  | { act: 'call'; reason: string; callReason: CallReason; subject: string | null; body: string }
  | {
      act: 'send';
      reason: string;
      outgoing: OutgoingMessage;
      sender: MessageSender;
      /** The contact point's own, where it is not that of what the provider is given. */
      recipientIndex?: string;
    };

/**
 * Decides about one due message and writes its words. Touches nothing.
 * @throws when a value cannot be opened or the words cannot be written: then this one message is at fault.
 */
export function prepareMessage(
  deps: Deps,
  message: MessageRow,
  context: ClaimContext,
  now: number,
  weather: Weather = fairWeather(deps),
): Prepared {
  // Here for every other kind of message, as `chooseChannel` is for reminders: nothing gets past to a person for whose
  // safety nothing may be sent, nor to a phone that is also theirs.
  if (!message.reminderId && isSilent(message, context)) return { act: 'end', status: 'suppressed', reason: 'safety' };
  return message.reminderId
    ? prepareReminder(deps, message, context, weather, now)
    : prepareDirect(deps, message, context, weather, now);
}

function isSilent({ customerId, recipientIndex, channel }: MessageRow, context: ClaimContext): boolean {
  const customer = context.customers.get(customerId ?? '');
  return customer?.noMessages === true || (channel !== 'letter' && context.silent.has(recipientIndex ?? ''));
}

function prepareDirect(
  deps: Deps,
  message: MessageRow,
  context: ClaimContext,
  weather: Weather,
  now: number,
): Prepared {
  if (now > message.sendBy) return { act: 'expire', callList: false };
  const { channel } = message;
  const way = channel && weather.way(channel);
  if (!way || way.kind === 'none' || !message.recipient || !message.body)
    return { act: 'end', status: 'failed', reason: 'us:no_sender' };
  if (isRefused(message, channel, context)) return { act: 'end', status: 'suppressed', reason: 'opted_out' };
  const unfit = whyUnfit(message, context);
  if (unfit) return { act: 'end', status: 'suppressed', reason: unfit };
  // Looked at once more when its time is over, so that it is known to have expired.
  if (way.kind === 'wait')
    return { act: 'wait', channel, why: way.why, until: way.until && Math.min(way.until, message.sendBy + 1) };
  return {
    act: 'send',
    reason: message.purpose,
    sender: way.sender,
    recipientIndex: message.recipientIndex ?? undefined,
    outgoing: {
      id: message.id,
      recipient: deps.vault.open(message.recipient),
      subject: message.subject === null ? null : deps.vault.open(message.subject),
      body: deps.vault.open(message.body),
      sendBy: message.sendBy,
      calendar: null,
      language: message.language,
    },
  };
}

/** They want nothing by this channel; a choice made on a page leaves open what is sent all the same. */
function isRefused({ recipientIndex, purpose }: MessageRow, channel: Channel, context: ClaimContext): boolean {
  const value = recipientIndex ?? '';
  if (!context.optedOut.get(value)?.includes(channel)) return false;
  const allTheSame = (SENT_ALL_THE_SAME as readonly string[]).includes(purpose);
  return !(allTheSame && context.turnedOff.get(value)?.includes(channel));
}

/** Why what is meant for one customer must not go to this number any more; what is for a stranger is about nobody. */
function whyUnfit({ customerId, recipientIndex, purpose, channel, createdAt }: MessageRow, context: ClaimContext) {
  if (customerId === null) return null;
  // Written long before, for somebody who may have asked since that others cannot read where they go.
  const customer = context.customers.get(customerId);
  const maySay = purpose === 'club' || purpose === 'step' || purpose === 'adviser' || purpose === 'offer';
  if (maySay && customer?.discreet && customer.updatedAt > createdAt) return 'discreet_since';
  const points = context.contactPoints.get(customerId) ?? [];
  if (points.some((point) => point.valueIndex === recipientIndex && point.health === 'dead')) return 'number_dead';
  // A letter is addressed to one of those who live there.
  return channel !== 'letter' && context.shared.has(recipientIndex ?? '') ? 'shared_number' : null;
}

function prepareReminder(
  deps: Deps,
  message: MessageRow,
  context: ClaimContext,
  weather: Weather,
  now: number,
): Prepared {
  const reminder = context.reminders.get(message.reminderId ?? '');
  const appointment = context.appointments.get(reminder?.appointmentId ?? '');
  // Somebody is changing the appointment at this moment: the next look, a second later, sees what it became.
  if (!reminder || !appointment) return { act: 'leave' };
  const customer = context.customers.get(appointment.customerId);
  const office = context.offices.get(appointment.officeId);
  if (!customer || !office) throw new Error('the appointment has lost its customer or office');
  const attempts = context.attempts.get(appointment.id) ?? [];
  const policy = policyNamed(reminder.policy, context.policies, deps.policy);
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
      allowedFrom: allowedForPerson(now, policy, customer, office.timeZone),
      sameDay: policy.sameDay,
    },
    now,
  );
  if (decision.act !== 'send' && decision.act !== 'call') return decision;
  // A worker may be handing over what was true before, and what a person reads last has to be what is true now.
  const overtaking = attempts.some((one) => one.version < reminder.appointmentVersion && one.status === 'claimed');
  if (overtaking && decision.act === 'send') return { act: 'leave' };

  const write = (channel: Channel) =>
    writeReminder(deps, { channel, reminder, appointment, customer, office, context, attempts }, now);
  if (decision.act === 'call') {
    return { act: 'call', reason: decision.reason, callReason: decision.reason, ...write('call_list') };
  }
  const points = context.contactPoints.get(customer.id) ?? [];
  const available = deps.senders
    .map((sender) => sender.channel)
    .filter((channel) => !decision.only || channel === decision.only);
  const choice = chooseWay(
    {
      preferred: customer.preferredChannel,
      level: context.levels.get(customer.id) ?? null,
      noMessages: customer.noMessages,
      letterInTime: mayPost(deps, { appointment, customer, office, points, holidays: context.holidays }, write, now),
      contactPoints: points.map((point) => ({
        ...point,
        shared: context.shared.has(point.valueIndex),
        optedOut: context.optedOut.get(point.valueIndex) ?? [],
      })),
    },
    attempts.filter((one) => one.reminderId === reminder.id && one.id !== message.id),
    { weather, available, now, sendBy: message.sendBy },
  );
  if (choice.act === 'wait') return choice;
  if (choice.act === 'call' && decision.only) {
    const callReason = choice.reason === 'safety' ? 'safety' : 'not_confirmed';
    return { act: 'call', reason: callReason, callReason, ...write('call_list') };
  }
  if (choice.act === 'call') {
    return { act: 'call', reason: choice.reason, callReason: callReasonOf(choice.reason), ...write('call_list') };
  }
  const point = points.find((one) => one.id === choice.contactPointId);
  if (!point) throw new Error('a contact point was chosen that is not there');
  const { subject, body, calendar } = write(choice.channel);
  return {
    act: 'send',
    reason: choice.reason,
    sender: choice.sender,
    recipientIndex: point.valueIndex,
    outgoing: {
      id: message.id,
      recipient: point.kind === 'post' ? letterAddress(deps, customer, point) : deps.vault.open(point.value),
      subject,
      body,
      sendBy: message.sendBy,
      calendar,
      language: customer.language,
    },
  };
}

function callReasonOf(reason: ChannelReason): CallReason {
  if (reason === 'safety') return 'safety';
  return reason === 'all_failed' ? 'not_delivered' : 'no_other_way';
}

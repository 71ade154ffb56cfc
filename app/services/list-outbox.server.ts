import {
  countOutboxMessages,
  findOutboxMessage,
  listMessageHistory,
  listOutboxMessages,
  listRepliesFrom,
  type OutboxFilter,
} from '@db/queries/outbox.server';
import type { Queryable } from '@db/client.server';
import { groupBy } from '~/domain/group-by';
import type { Language } from '~/domain/language';
import type { Channel } from '~/domain/messaging/channel';
import type { MessagePurpose, MessageStatus } from '~/domain/messaging/message';
import type { ReplyMeaning } from '~/domain/messaging/reply';
import type { ReminderRule } from '~/domain/reminder/policy';
import { callText, codeCallText } from '~/i18n/messages/call';
import type { Deps } from './deps';

/** A message as the outbox shows it: what the person would see, why it went, and what became of it. */
export interface OutboxMessage {
  id: string;
  /** Null while it is planned: the channel is chosen when it is sent. */
  channel: Channel | null;
  status: MessageStatus;
  purpose: MessagePurpose;
  rule: ReminderRule | null;
  reason: string | null;
  firstName: string | null;
  /** A number as people read it, an email address, or name and postal address. */
  recipient: string | null;
  subject: string | null;
  body: string | null;
  language: Language;
  segments: number | null;
  hasCalendar: boolean;
  zone: string;
  /** When it went out, or is to go out, or ended (ms). */
  at: number;
  /** When the meeting that it is about starts (ms). */
  startsAt: number | null;
  history: { at: number; status: MessageStatus; detail: string | null }[];
  replies: { at: number; body: string; meaning: ReplyMeaning }[];
  /** True when the visitor may say what became of it, or answer it. */
  mayReport: boolean;
  /** True when the visitor may say what became of the call. */
  mayTakeCall: boolean;
  /** What a voice call says before a key is pressed; null elsewhere. */
  opening: string | null;
  mayReply: boolean;
}

export interface OutboxPage {
  messages: OutboxMessage[];
  total: number;
  page: number;
  pages: number;
  /** The instant (ms) at which this was so. */
  now: number;
}

const PAGE = 20;
const ZONE = 'Europe/London';
const HANDED_OVER: readonly MessageStatus[] = ['accepted', 'sent', 'unknown'];

/** One page of the outbox; a page beyond the last is the last. */
export const listOutbox =
  (deps: Deps) =>
  async (filter: OutboxFilter & { page: number }): Promise<OutboxPage> =>
    deps.db.read(async (q) => {
      const total = await countOutboxMessages(q, filter);
      const pages = Math.max(1, Math.ceil(total / PAGE));
      const page = Math.min(Math.max(1, filter.page), pages);
      const rows = await listOutboxMessages(q, filter, { limit: PAGE, offset: (page - 1) * PAGE });
      return { messages: await withHistory(q, deps, rows), total, page, pages, now: deps.clock.now() };
    });

/** One message of the outbox, or null. */
export const findInOutbox =
  (deps: Deps) =>
  async (id: string): Promise<{ message: OutboxMessage; now: number } | null> =>
    deps.db.read(async (q) => {
      const row = await findOutboxMessage(q, id);
      const [message] = row ? await withHistory(q, deps, [row]) : [];
      return message ? { message, now: deps.clock.now() } : null;
    });

type Row = Awaited<ReturnType<typeof listOutboxMessages>>[number];

/** A number as people read it, an email address as it is, a postal address in one line. */
function shownAs(deps: Deps, channel: Channel | null, recipient: string): string {
  if (channel === 'email') return recipient;
  return channel === 'letter' ? recipient.replaceAll('\n', ', ') : deps.phoneNumbers.display(recipient);
}

async function withHistory(q: Queryable, deps: Deps, rows: Row[]): Promise<OutboxMessage[]> {
  const indexes = rows.flatMap(({ message }) => (message.recipientIndex ? [message.recipientIndex] : []));
  const history = groupBy(await listMessageHistory(q, rows.map((row) => row.message.id)), (event) => event.messageId); // prettier-ignore
  const replies = groupBy(await listRepliesFrom(q, [...new Set(indexes)]), (reply) => reply.senderIndex);
  return rows.map(({ message, firstName, rule, startsAt, zone }) => {
    const open = (sealed: string | null) => (sealed === null ? null : deps.vault.open(sealed));
    const recipient = open(message.recipient);
    const { channel, status, claimedAt } = message;
    const isOutbox = message.provider === 'outbox' && message.providerId !== null;
    return {
      ...{ id: message.id, channel, status, rule, firstName, startsAt },
      ...{ purpose: message.purpose, reason: message.reason, language: message.language, segments: message.segments },
      recipient: recipient && shownAs(deps, channel, recipient),
      subject: open(message.subject),
      body: open(message.body),
      hasCalendar: channel === 'email' && rule !== null && rule !== 'missed',
      zone: zone ?? ZONE,
      at: status === 'planned' ? message.notBefore : (claimedAt ?? message.finishedAt ?? message.createdAt),
      history: (history.get(message.id) ?? []).map((event) => ({
        ...{ at: event.at, status: event.status, detail: event.detail },
      })),
      replies: (replies.get(message.recipientIndex ?? '') ?? [])
        .filter((reply) => claimedAt !== null && reply.receivedAt >= claimedAt)
        .slice(0, 3)
        .toReversed()
        .map((reply) => ({ at: reply.receivedAt, body: deps.vault.open(reply.body), meaning: reply.meaning })),
      mayReport: channel !== 'voice' && isOutbox && HANDED_OVER.includes(status),
      mayTakeCall: channel === 'voice' && isOutbox && HANDED_OVER.includes(status),
      opening: channel === 'voice' ? openingOf(message.purpose, firstName ?? '', message.language) : null,
      mayReply: channel === 'sms' && isOutbox && recipient !== null,
    };
  });
}

function openingOf(purpose: MessagePurpose, firstName: string, language: Language): string {
  if (purpose === 'sign_in_code') return codeCallText('hello', language).join(' ');
  return callText({ saying: 'whoIsIt', language, discreet: true, facts: { firstName, officePhone: '' } }).join(' ');
}

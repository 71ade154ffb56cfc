import type { ClaimContext } from '@db/queries/claim-context.server';
import type { listMessageNews, listMessages } from '@db/queries/staff-appointment.server';
import { CALL_MARKS, type CallMark } from '~/domain/messaging/call-status';
import type { Channel } from '~/domain/messaging/channel';
import type { MessagePurpose, MessageStatus } from '~/domain/messaging/message';
import { rankOf } from '~/domain/messaging/message-status';
import { fellShort, isQuietEnd } from '~/domain/messaging/reach-so-far';
import { wentOut } from '~/domain/messaging/went-out';
import type { ReminderRule } from '~/domain/reminder/policy';
import type { Deps } from './deps';
import { expectWay } from './expect-way.server';

/** One message in the story of an appointment; instants in ms. */
export interface MessageItem {
  what: 'message';
  id: string;
  at: number;
  rule: ReminderRule | null;
  purpose: MessagePurpose;
  channel: Channel | null;
  provider: string | null;
  status: MessageStatus;
  fellShort: boolean;
  /** Not needed, because all is well or the customer has answered. */
  quietEnd: boolean;
  reason: string | null;
  errorCode: string | null;
  /** By which way a planned one would go as things stand; without a channel it would not, for that reason. */
  expected: { channel: Channel | null; reason: string } | null;
  /** It took the place of one about an older time that had gone out. */
  replaces: boolean;
  /** It tells of a time that is not the appointment's any more. */
  isOld: boolean;
  letter: { postBy: number; postedBy: string | null } | null;
  /** Its states in order, each once, what it waited for, and which keys were pressed in a voice call. */
  news: { at: number; status: MessageStatus; waits: string | null; mark: CallMark | null }[];
  recipient: string | null;
  subject: string | null;
  body: string | null;
}

export type ToldMessage = Awaited<ReturnType<typeof listMessages>>[number] & {
  news: Awaited<ReturnType<typeof listMessageNews>>;
};

/** What became of one message, what is to become of it, and why. */
export function tellMessageStory(
  deps: Deps,
  told: ToldMessage,
  all: readonly ToldMessage[],
  about: { version: number; context: ClaimContext },
): MessageItem {
  const { message, rule, version, letter, postedBy } = told;
  const { id, purpose, channel, provider, status, reason, errorCode } = message;
  const open = (sealed: string | null) => (sealed === null ? null : deps.vault.open(sealed));
  const plan = status === 'planned' && message.reminderId !== null ? expectedOf(deps, told, about.context) : null;
  const happened = message.claimedAt ?? message.finishedAt ?? message.createdAt;
  return {
    what: 'message',
    id,
    at: plan?.at ?? (status === 'planned' ? message.notBefore : happened),
    ...{ rule, purpose, channel, provider, status, reason, errorCode },
    fellShort: fellShort(message),
    quietEnd: isQuietEnd(message),
    expected: plan && { channel: plan.channel, reason: plan.reason },
    replaces:
      (rule === 'changed' || rule === 'cancelled') &&
      wentOut(status) &&
      all.some(
        (one) => version !== null && one.version !== null && one.version < version && wentOut(one.message.status),
      ),
    isOld: version !== null && version < about.version && status !== 'planned',
    letter: letter && { postBy: letter.postBy, postedBy: postedBy && `${postedBy.firstName} ${postedBy.lastName}` },
    news: newsOf(told.news),
    recipient: open(message.recipient),
    subject: open(message.subject),
    body: open(message.body),
  };
}

function expectedOf(deps: Deps, { message }: ToldMessage, context: ClaimContext) {
  const { at, prepared } = expectWay(deps, message, context);
  switch (prepared.act) {
    case 'send':
      return { at, channel: prepared.sender.channel, reason: prepared.reason };
    case 'call':
      return { at, channel: 'call_list' as const, reason: prepared.reason };
    case 'end':
      return { at, channel: null, reason: prepared.reason };
    case 'expire':
      return { at, channel: null, reason: 'out_of_time' };
    case 'wait':
      return { at, channel: prepared.channel, reason: prepared.why };
    // Somebody is changing the appointment at this moment.
    case 'leave':
    case 'hold':
      return null;
  }
}

const order = (mark: CallMark | null) => (mark === null ? -1 : CALL_MARKS.indexOf(mark));

/** What is told at the same instant is told in the order in which it can only have happened; the same state once. */
function newsOf(news: ToldMessage['news']): MessageItem['news'] {
  const lines = news
    .map(({ at, status, detail, newsKey }) => ({
      ...{ at, status },
      waits: status === 'planned' ? detail : null,
      mark: newsKey.startsWith('call:') ? (CALL_MARKS.find((mark) => mark === detail) ?? null) : null,
    }))
    .sort((a, b) => a.at - b.at || rankOf(a.status) - rankOf(b.status) || order(a.mark) - order(b.mark));
  const key = ({ status, waits, mark }: (typeof lines)[number]) => `${status} ${waits ?? ''} ${mark ?? ''}`;
  return lines.filter((line, index) => lines.findIndex((one) => key(one) === key(line)) === index);
}

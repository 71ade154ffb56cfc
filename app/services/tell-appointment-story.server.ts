import type {
  listCalls,
  listHistory,
  listMessageNews,
  listMessages,
  listReplies,
} from '@db/queries/staff-appointment.server';
import type { ActorKind } from '~/domain/access/role';
import type { AppointmentEventKind, AppointmentStatus, CannotComeReason } from '~/domain/appointment/appointment';
import type { CallOutcome, CallReason } from '~/domain/messaging/call-list';
import type { Channel } from '~/domain/messaging/channel';
import type { MessagePurpose, MessageStatus } from '~/domain/messaging/message';
import { fellShort } from '~/domain/messaging/reach-so-far';
import type { ReplyMeaning } from '~/domain/messaging/reply';
import type { ReminderRule } from '~/domain/reminder/policy';
import type { Deps } from './deps';

/** One thing in the story of an appointment; `at` is when it happened, or will (ms). */
export type StoryItem =
  | {
      what: 'event';
      id: string;
      at: number;
      kind: AppointmentEventKind;
      actor: ActorKind;
      /** The member of staff who did it. */
      by: string | null;
      undone: boolean;
      outcome: AppointmentStatus | null;
      /** The new start, when it was moved. */
      startsAt: number | null;
      reason: CannotComeReason | null;
    }
  | {
      what: 'message';
      id: string;
      at: number;
      rule: ReminderRule | null;
      purpose: MessagePurpose;
      channel: Channel | null;
      provider: string | null;
      status: MessageStatus;
      fellShort: boolean;
      reason: string | null;
      errorCode: string | null;
      /** Its states in order, each with the provider's own word where it had one. */
      news: { at: number; status: MessageStatus; detail: string | null }[];
      recipient: string | null;
      subject: string | null;
      body: string | null;
    }
  | { what: 'reply'; id: string; at: number; meaning: ReplyMeaning; body: string }
  | {
      what: 'call';
      id: string;
      at: number;
      reason: CallReason;
      dueAt: number;
      done: { at: number; outcome: CallOutcome | null; by: string | null } | null;
    };

interface Material {
  history: Awaited<ReturnType<typeof listHistory>>;
  messages: (Awaited<ReturnType<typeof listMessages>>[number] & {
    news: Awaited<ReturnType<typeof listMessageNews>>;
  })[];
  replies: Awaited<ReturnType<typeof listReplies>>;
  calls: Awaited<ReturnType<typeof listCalls>>;
}

/** Puts everything about an appointment into one order, newest first, with sealed texts opened. */
export function tellAppointmentStory(deps: Deps, material: Material): StoryItem[] {
  const open = (sealed: string | null) => (sealed === null ? null : deps.vault.open(sealed));
  const items: StoryItem[] = [
    ...material.history.map(eventItem),
    ...material.messages.map(({ message, rule, news }): StoryItem => {
      const { id, purpose, channel, provider, status, reason, errorCode } = message;
      const planned = status === 'planned';
      return {
        what: 'message',
        id,
        at: planned ? message.notBefore : (message.claimedAt ?? message.finishedAt ?? message.createdAt),
        rule,
        purpose,
        channel,
        provider,
        status,
        fellShort: fellShort(message),
        reason,
        errorCode,
        news: news.map(({ at, status: came, detail }) => ({ at, status: came, detail })),
        recipient: open(message.recipient),
        subject: open(message.subject),
        body: open(message.body),
      };
    }),
    ...material.replies.map((reply): StoryItem => ({ what: 'reply', ...reply, body: deps.vault.open(reply.body) })),
    ...material.calls.map(callItem),
  ];
  return items.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

function eventItem({ event, by }: Material['history'][number]): StoryItem {
  const after = event.after ?? {};
  return {
    what: 'event',
    id: event.id,
    at: event.at,
    kind: event.kind,
    actor: event.actorKind,
    by: by ? fullName(by) : null,
    undone: event.undoneAt !== null,
    outcome: event.kind === 'outcome_recorded' ? ((after.status ?? null) as AppointmentStatus | null) : null,
    startsAt: typeof after.startsAt === 'number' ? after.startsAt : null,
    reason: (after.cannotComeReason ?? null) as CannotComeReason | null,
  };
}

function callItem({ call, by }: Material['calls'][number]): StoryItem {
  const { id, reason, dueAt, doneAt, outcome } = call;
  return {
    what: 'call',
    id,
    at: doneAt ?? call.createdAt,
    reason,
    dueAt,
    done: doneAt === null ? null : { at: doneAt, outcome, by: by ? fullName(by) : null },
  };
}

function fullName(person: { firstName: string; lastName: string }): string {
  return `${person.firstName} ${person.lastName}`;
}

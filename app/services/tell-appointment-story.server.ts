import type { listCallAttempts } from '@db/queries/call-work.server';
import type { ClaimContext } from '@db/queries/claim-context.server';
import type { listCalls, listHistory, listReplies } from '@db/queries/staff-appointment.server';
import type { HelpedBy } from '@db/queries/helped-things.server';
import type { ActorKind } from '~/domain/access/role';
import {
  CANCEL_REASONS,
  type AppointmentEventKind,
  type AppointmentStatus,
  type CancelReason,
  type CannotComeReason,
} from '~/domain/appointment/appointment';
import type { CallOutcome, CallReason } from '~/domain/messaging/call-list';
import type { ReplyMeaning } from '~/domain/messaging/reply';
import type { HelpWay } from '~/domain/assisted/help';
import type { Deps } from './deps';
import { tellMessageStory, type MessageItem, type ToldMessage } from './tell-message-story.server';

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
      /** The colleague who did it for the customer, and how; null when they did it themselves. */
      helped: { by: string; way: HelpWay } | null;
      undone: boolean;
      outcome: AppointmentStatus | 'attended_late' | null;
      /** Why the office called it off. */
      cancelReason: CancelReason | null;
      /** The new start, when it was moved. */
      startsAt: number | null;
      reason: CannotComeReason | null;
    }
  | MessageItem
  | { what: 'reply'; id: string; at: number; meaning: ReplyMeaning; body: string }
  | {
      what: 'call';
      id: string;
      at: number;
      reason: CallReason;
      dueAt: number;
      /** When it was passed on to the manager. */
      escalatedAt: number | null;
      done: { at: number; outcome: CallOutcome | null; by: string | null } | null;
      tries: { id: string; at: number; outcome: CallOutcome; by: string; undone: boolean }[];
    };

interface Material {
  history: Awaited<ReturnType<typeof listHistory>>;
  messages: ToldMessage[];
  replies: Awaited<ReturnType<typeof listReplies>>;
  calls: Awaited<ReturnType<typeof listCalls>>;
  tries: Awaited<ReturnType<typeof listCallAttempts>>;
  /** What decides about the messages that are still planned. */
  context: ClaimContext;
  appointment: { version: number };
  /** Who put an event in for the customer, by the event's identifier. */
  helped: ReadonlyMap<string, HelpedBy>;
}

/** Puts everything about an appointment into one order, newest first, with sealed texts opened. */
export function tellAppointmentStory(deps: Deps, material: Material): StoryItem[] {
  const { appointment, context, messages, tries } = material;
  const items: StoryItem[] = [
    ...material.history.map((one) => eventItem(one, material.helped)),
    ...messages.map((one) => tellMessageStory(deps, one, messages, { version: appointment.version, context })),
    ...material.replies.map((reply): StoryItem => ({ what: 'reply', ...reply, body: deps.vault.open(reply.body) })),
    ...material.calls.map((one) => callItem(one, tries)),
  ];
  return items.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

function eventItem({ event, by }: Material['history'][number], helped: Material['helped']): StoryItem {
  const theirs = helped.get(event.id);
  const after = event.after ?? {};
  return {
    what: 'event',
    id: event.id,
    at: event.at,
    kind: event.kind,
    actor: event.actorKind,
    by: by ? fullName(by) : null,
    helped: theirs ? { by: fullName(theirs.by), way: theirs.way } : null,
    undone: event.undoneAt !== null,
    outcome: event.kind === 'outcome_recorded' ? outcomeIn(after) : null,
    cancelReason: CANCEL_REASONS.find((known) => known === after.cancelReason) ?? null,
    startsAt: typeof after.startsAt === 'number' ? after.startsAt : null,
    reason: (after.cannotComeReason ?? null) as CannotComeReason | null,
  };
}

function outcomeIn(after: NonNullable<Material['history'][number]['event']['after']>) {
  return after.late === 1 ? 'attended_late' : ((after.status ?? null) as AppointmentStatus | null);
}

function callItem({ call, by }: Material['calls'][number], tries: Material['tries']): StoryItem {
  const { id, reason, dueAt, doneAt, outcome, escalatedAt } = call;
  return {
    what: 'call',
    id,
    at: doneAt ?? call.createdAt,
    ...{ reason, dueAt, escalatedAt },
    done: doneAt === null ? null : { at: doneAt, outcome, by: by ? fullName(by) : null },
    tries: tries
      .filter(({ attempt }) => attempt.callId === id)
      .map(({ attempt, by: who }) => ({
        ...{ id: attempt.id, at: attempt.at, outcome: attempt.outcome, by: fullName(who) },
        undone: attempt.undoneAt !== null,
      })),
  };
}

function fullName(person: { firstName: string; lastName: string }): string {
  return `${person.firstName} ${person.lastName}`;
}

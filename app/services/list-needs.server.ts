import type { Queryable } from '@db/client.server';
import { listNumbersToCall, listOpenCalls, listUnreadReplies, listUnrecorded } from '@db/queries/office-day.server';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import type { CallReason } from '~/domain/messaging/call-list';
import { addDays, dayBounds } from '~/domain/time/wall-clock';
import type { Deps } from './deps';

export interface CallToMake {
  id: string;
  customer: PersonName;
  reason: CallReason;
  /** By when, in ms. */
  dueAt: number;
  overdue: boolean;
  /** Numbers as people read them, the best one first; none when we have no number. */
  numbers: { display: string; href: string }[];
  appointment: { id: string; startsAt: number } | null;
}

export interface UnreadReply {
  id: string;
  customer: PersonName;
  appointmentId: string | null;
  receivedAt: number;
  body: string;
}

export interface UnrecordedOutcome {
  id: string;
  startsAt: number;
  customer: PersonName;
  adviser: PersonName;
}

/** What somebody has to do, apart from the day's appointments. */
export interface Needs {
  calls: CallToMake[];
  replies: UnreadReply[];
  unrecorded: UnrecordedOutcome[];
}

/** More than this many of a kind is no list to work through on one page. */
const AT_MOST = 50;
/** Days back in which a forgotten outcome is still asked for. */
const LOOK_BACK_DAYS = 7;
const BEST_FIRST = ['working', 'untried', 'failing', 'dead'] as const;

/**
 * Calls to make, texts that no rule could read, and outcomes that nobody recorded in the last seven days.
 * @param scope.adviserId whose work, together with what is nobody's in particular; null for the whole office.
 */
export async function listNeeds(
  q: Queryable,
  deps: Deps,
  scope: { officeId: string; adviserId: string | null; zone: string; today: string; now: number },
): Promise<Needs> {
  const { officeId, adviserId, zone, today, now } = scope;
  const work = { officeId, ownerId: adviserId, limit: AT_MOST };
  const calls = await listOpenCalls(q, { ...work, now });
  const numbers = await listNumbersToCall(q, { officeId });
  const replies = await listUnreadReplies(q, work);
  const unrecorded = await listUnrecorded(q, {
    officeId,
    adviserId,
    from: dayBounds(addDays(today, -LOOK_BACK_DAYS), zone).from,
    to: dayBounds(today, zone).from,
    limit: AT_MOST,
  });

  const numbersOf = groupBy(numbers, (number) => number.customerId);
  return {
    calls: calls.map(({ call, customer, appointment }) => ({
      id: call.id,
      customer,
      reason: call.reason,
      dueAt: call.dueAt,
      overdue: call.dueAt < now,
      numbers: (numbersOf.get(customer.id) ?? [])
        .sort((a, b) => BEST_FIRST.indexOf(a.health) - BEST_FIRST.indexOf(b.health))
        .map((number) => deps.vault.open(number.value))
        .map((e164) => ({ display: deps.phoneNumbers.display(e164), href: `tel:${e164}` })),
      appointment,
    })),
    replies: replies.map(({ body, ...reply }) => ({ ...reply, body: deps.vault.open(body) })),
    unrecorded: unrecorded.map(({ appointment, customer, adviser }) => ({
      id: appointment.id,
      startsAt: appointment.startsAt,
      customer,
      adviser,
    })),
  };
}

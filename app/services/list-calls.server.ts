import type { Queryable } from '@db/client.server';
import { listCallAttempts } from '@db/queries/call-work.server';
import { listCallsMade, listCallsToMake, type CallScope } from '@db/queries/calls-to-make.server';
import { listNumbersOf } from '@db/queries/contact-health.server';
import type { ContactHealth, ContactKind } from '~/domain/contact/contact-point';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import type { Language } from '~/domain/language';
import { outcomesFor, type CallOutcome, type CallReason } from '~/domain/messaging/call-list';
import type { Deps } from './deps';

/** A number as whoever rings sees it. */
export interface NumberToRing {
  /** Of the contact point. */
  id: string;
  kind: ContactKind;
  display: string;
  /** Null for one of which a person has said that it is somebody else's: nobody rings it. */
  href: string | null;
  health: ContactHealth;
}

/** A call that was made, and what came of it; `at` in ms. */
export interface CallTry {
  id: string;
  at: number;
  by: Omit<PersonName, 'id'>;
  outcome: CallOutcome;
  /** The number that was rung, as people read it, if it is still on record. */
  number: string | null;
}

export interface CallToMake {
  id: string;
  customer: PersonName;
  reason: CallReason;
  /** For their safety nobody rings: talk to them in person. */
  noMessages: boolean;
  /** Someone else may answer: leave no word. */
  discreet: boolean;
  /** By when, in ms. */
  dueAt: number;
  overdue: boolean;
  /** Not to be tried again before (ms); null when it may be tried at once. */
  nextTryAt: number | null;
  /** It was passed on to the manager. */
  escalated: boolean;
  /** The best one first; none when we have no number, or nobody may ring. */
  numbers: NumberToRing[];
  /** What may be written down. */
  outcomes: readonly CallOutcome[];
  /** What to say, or what the message that did not arrive would have said. */
  script: { text: string; language: Language; forCall: boolean } | null;
  tries: CallTry[];
  /** How many tries there are, those taken back among them: a form that is sent twice says the same number. */
  seen: number;
  owner: PersonName | null;
  appointment: { id: string; startsAt: number } | null;
  done: { at: number; outcome: CallOutcome; attemptId: string | null } | null;
}

const BEST_FIRST = ['working', 'untried', 'unchecked', 'failing', 'dead'] as const;

/** The calls of a scope that are still to be made, the earliest due first. A fixed number of queries. */
export async function listCalls(q: Queryable, deps: Deps, scope: CallScope & { limit: number }): Promise<CallToMake[]> {
  return present(q, deps, await listCallsToMake(q, scope), scope.now);
}

/** The calls that colleagues have closed since an instant, the latest first. */
export async function listDoneCalls(
  q: Queryable,
  deps: Deps,
  params: Parameters<typeof listCallsMade>[1] & { now: number },
): Promise<CallToMake[]> {
  return present(q, deps, await listCallsMade(q, params), params.now);
}

type CallRow = Awaited<ReturnType<typeof listCallsToMake>>[number];

async function present(q: Queryable, deps: Deps, rows: CallRow[], now: number): Promise<CallToMake[]> {
  const attempts = await listCallAttempts(
    q,
    rows.map(({ call }) => call.id),
  );
  const points = await listNumbersOf(q, [...new Set(rows.map(({ customer }) => customer.id))]);
  const attemptsOf = groupBy(attempts, ({ attempt }) => attempt.callId);
  const pointsOf = groupBy(points, ({ point }) => point.customerId);
  return rows.map((row) => {
    const { call, customer } = row;
    const numbers = (pointsOf.get(customer.id) ?? [])
      .map(({ point, saidWrong }) => {
        const e164 = deps.vault.open(point.value);
        const display = deps.phoneNumbers.display(e164);
        return {
          id: point.id,
          kind: point.kind,
          display,
          href: saidWrong ? null : `tel:${e164}`,
          health: point.health,
        };
      })
      .sort((a, b) => BEST_FIRST.indexOf(a.health) - BEST_FIRST.indexOf(b.health));
    const all = attemptsOf.get(call.id) ?? [];
    const standing = all.filter(({ attempt }) => attempt.undoneAt === null);
    const { noMessages, discreet } = customer;
    const hasNumber = numbers.some(({ href }) => href !== null);
    return {
      id: call.id,
      customer: { id: customer.id, firstName: customer.firstName, lastName: customer.lastName },
      reason: noMessages ? 'safety' : call.reason,
      noMessages,
      discreet,
      dueAt: call.dueAt,
      overdue: call.doneAt === null && call.dueAt < now,
      nextTryAt: call.nextTryAt !== null && call.nextTryAt > now ? call.nextTryAt : null,
      escalated: call.escalatedAt !== null,
      numbers: noMessages ? [] : numbers,
      outcomes: outcomesFor({ noMessages, discreet, hasNumber }),
      script: scriptOf(deps, row),
      tries: standing.map(({ attempt, by }) => ({
        id: attempt.id,
        at: attempt.at,
        by,
        outcome: attempt.outcome,
        number: numbers.find(({ id }) => id === attempt.contactPointId)?.display ?? null,
      })),
      seen: all.length,
      owner: row.owner,
      appointment: row.appointment,
      done: call.doneAt === null || call.outcome === null ? null : doneOf(call.doneAt, call.outcome, standing),
    };
  });
}

function doneOf(at: number, outcome: CallOutcome, standing: { attempt: { id: string } }[]) {
  return { at, outcome, attemptId: standing.at(-1)?.attempt.id ?? null };
}

function scriptOf(deps: Deps, { customer, message }: CallRow): CallToMake['script'] {
  // What a text would have said may name what a person in danger must not hear from others.
  if (!message?.body || customer.noMessages) return null;
  const text = deps.vault.open(message.body);
  return { text, language: message.language, forCall: message.channel === 'call_list' };
}

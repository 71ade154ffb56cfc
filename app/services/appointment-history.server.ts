import type { Queryable } from '@db/client.server';
import { insertAppointmentEvents, type AppointmentEventRow } from '@db/queries/appointments.server';
import { markHelped } from '@db/queries/helped-things.server';
import type { Actor } from '~/domain/access/role';
import {
  APPOINTMENT_MODES,
  APPOINTMENT_STATUSES,
  MISSED_REASONS,
  type AppointmentEventKind,
} from '~/domain/appointment/appointment';
import type { OutcomeOnRecord } from '~/domain/appointment/recorded-outcome';
import { changesMeeting, type ToldFacts } from '~/domain/appointment/told-facts';
import type { Deps } from './deps';

type Facts = Record<string, string | number | null>;

/** The answer of the customer to a meeting that has become another one: none yet. */
export const UNANSWERED = { confirmedAt: null, cannotComeAt: null, cannotComeReason: null } as const;

/** A row of an appointment's history, now. */
export function historyEvent(
  deps: Deps,
  appointmentId: string,
  kind: AppointmentEventKind,
  actor: Actor,
  before: Facts | null,
  after: Facts | null,
): AppointmentEventRow {
  return {
    id: deps.newId(),
    appointmentId,
    at: deps.clock.now(),
    kind,
    actorKind: actor.kind,
    actorId: actor.id,
    before,
    after,
    undoneAt: null,
  };
}

/** Puts something into an appointment's history, now, and keeps in which help it was done, if in one. */
export async function recordHistoryEvent(q: Queryable, ...told: Parameters<typeof historyEvent>): Promise<void> {
  const event = historyEvent(...told);
  const [, , , actor] = told;
  await insertAppointmentEvents(q, [event]);
  await markHelped(q, actor.helpId, [event.id]);
}

/** What is on record of how it went, as its history keeps it. */
export function recordIn({ status, late, missedReason }: OutcomeOnRecord): Facts {
  return { status, ...(late && { late: 1 }), ...(missedReason && { missedReason }) };
}

/** What an event holds of how it went; null when it holds nothing of it. */
export function recordOf(facts: AppointmentEventRow['before']): OutcomeOnRecord | null {
  const status = APPOINTMENT_STATUSES.find((known) => known === facts?.status);
  if (!status) return null;
  const missedReason = MISSED_REASONS.find((known) => known === facts?.missedReason) ?? null;
  return { status, late: facts?.late === 1, missedReason };
}

/** The facts of an appointment as its history keeps them; what a source said, too, if we did not take all of it. */
export function factsIn(row: ToldFacts & { version: number }, told?: ToldFacts): Facts {
  const facts: Facts = { ...pickFacts(row), version: row.version };
  const tookAll = !told || (!changesMeeting(row, told) && row.status === told.status);
  return tookAll ? facts : { ...facts, told: JSON.stringify(pickFacts(told)) };
}

/** An event that now holds these words of its source. */
export function withTold(event: AppointmentEventRow, told: ToldFacts): AppointmentEventRow {
  return { ...event, after: { ...event.after, told: JSON.stringify(pickFacts(told)) } };
}

/** What the source of an event said; null when the event does not hold all facts. */
export function toldIn(event: Pick<AppointmentEventRow, 'after'>): ToldFacts | null {
  const { told, ...after } = event.after ?? {};
  const facts: Facts = typeof told === 'string' ? (JSON.parse(told) as Facts) : after;
  const { startsAt, endsAt, officeId, adviserId, customerId } = facts;
  const mode = APPOINTMENT_MODES.find((known) => known === facts.mode);
  const status = APPOINTMENT_STATUSES.find((known) => known === facts.status);
  if (typeof startsAt !== 'number' || typeof endsAt !== 'number' || !mode || !status) return null;
  if (typeof officeId !== 'string' || typeof adviserId !== 'string' || typeof customerId !== 'string') return null;
  return { startsAt, endsAt, mode, officeId, adviserId, customerId, status };
}

function pickFacts({ startsAt, endsAt, mode, officeId, adviserId, customerId, status }: ToldFacts) {
  return { startsAt, endsAt, mode, officeId, adviserId, customerId, status };
}

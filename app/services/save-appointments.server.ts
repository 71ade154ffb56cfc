import type { Queryable } from '@db/client.server';
import {
  insertAppointmentEvents,
  insertAppointments,
  lockAppointmentsByRef,
  rewriteEvents,
  updateAppointments,
  type AppointmentRow,
} from '@db/queries/appointments.server';
import { closeCallsAbout } from '@db/queries/call-list.server';
import type { Actor } from '~/domain/access/role';
import { PLAIN_BOOKING } from '~/domain/appointment/appointment';
import type { ToldFacts } from '~/domain/appointment/told-facts';
import { REMINDING_REASONS } from '~/domain/messaging/call-list';
import { factsIn, historyEvent, UNANSWERED } from './appointment-history.server';
import { changeKind, decideChanges, type AppointmentChange } from './decide-changes.server';
import type { Deps } from './deps';
import { noteDiaryChanges } from './note-freed-times.server';
import { planReminders, type AppointmentToPlan } from './plan-reminders.server';

/** One appointment as a source states it, validated: instants in ms, ids of rows that exist. */
export interface AppointmentToSave extends ToldFacts {
  /** The source's own reference; the same one again is a change of that appointment. */
  ref: string;
  kind: string;
  purpose: string;
  bring: string;
  /** When it was booked, if the source knows (ms); else now, or its start when that is past. */
  bookedAt?: number;
  /** The source goes on to say something else of it: this is only to be used when it is not there yet. */
  onlyIfNew?: boolean;
  /** What only a booking made here says; looked at when it is new. */
  details?: BookingDetails;
}

/** What a booking made here may say, besides what every source does. */
export type BookingDetails = Partial<
  Pick<AppointmentRow, 'placeId' | 'venue' | 'groupId' | 'seriesId' | 'walkIn' | 'bufferMinutes'>
>;

export interface SavedAppointment {
  ref: string;
  appointmentId: string;
  result: 'created' | 'updated' | 'unchanged';
}

/** Rows per statement: large enough to be quick, small enough that one batch stays a few megabytes. */
const BATCH = 1_000;

/**
 * Saves appointments in the caller's write transaction, with their history and their reminders; all or nothing.
 * Answers in the order of the list. The same list again changes nothing.
 *
 * - `version` is raised only by what the customer would notice (time, place, way of meeting, adviser, cancelled or
 *   reinstated, another customer). "I'll be there" and "I can't come" are forgotten when the meeting becomes another one.
 * - Repeating is not news: a source (`actor.kind`) that says again what it said last time does not undo what happened
 *   here since: a move by the customer, an outcome, an undo. See `mergeTold`. In particular a file that
 *   still says "booked" leaves an outcome that staff recorded as it is.
 * - Nothing is planned for a meeting whose time has come, or for one that is first heard of as cancelled or over. How
 *   long a failure to attend is news is the policy's to say.
 * - No check for overlaps: the source is right about its own diary.
 */
export async function saveAppointments(
  q: Queryable,
  deps: Deps,
  list: readonly AppointmentToSave[],
  actor: Actor,
  requestId: string | null = null,
): Promise<SavedAppointment[]> {
  const saved: SavedAppointment[] = [];
  for (const batch of batchesWithoutRepeats(list)) saved.push(...(await saveBatch(q, deps, batch, actor, requestId)));
  return saved;
}

/** A reference may come twice in a list: the second is then a change of the first, and goes in a later batch. */
function* batchesWithoutRepeats(list: readonly AppointmentToSave[]): Generator<AppointmentToSave[]> {
  let batch = new Map<string, AppointmentToSave>();
  for (const item of list) {
    if (batch.size >= BATCH || batch.has(item.ref)) {
      yield [...batch.values()];
      batch = new Map();
    }
    batch.set(item.ref, item);
  }
  if (batch.size > 0) yield [...batch.values()];
}

async function saveBatch(
  q: Queryable,
  deps: Deps,
  batch: AppointmentToSave[],
  actor: Actor,
  requestId: string | null,
): Promise<SavedAppointment[]> {
  const now = deps.clock.now();
  const refs = batch.map((item) => item.ref);
  const existing = new Map((await lockAppointmentsByRef(q, refs)).map((row) => [row.ref, row]));

  const wanted = batch.filter((item) => !existing.has(item.ref)).map((item) => newRow(deps, item, now));
  // In one order, so that two imports of the same new references wait for each other instead of deadlocking.
  wanted.sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const inserted = await insertAppointments(q, wanted);
  const created = wanted.filter((row) => inserted.has(row.id));
  if (created.length < wanted.length) {
    // Another transaction inserted the same references first; by now it is over, and its rows are there to change.
    const lost = wanted.filter((row) => !inserted.has(row.id)).map((row) => row.ref);
    for (const row of await lockAppointmentsByRef(q, lost)) existing.set(row.ref, row);
  }

  const toHear = batch.filter((item) => !item.onlyIfNew);
  const { changes, heard } = await decideChanges(q, toHear, existing, actor, now);
  await rewriteEvents(q, heard);
  await updateAppointments(
    q,
    changes.map((change) => change.after),
  );
  await insertAppointmentEvents(q, [
    ...created.map((row) => historyEvent(deps, row.id, 'booked', actor, null, factsIn(row))),
    ...changes.map((change) => {
      const { before, after, told } = change;
      return historyEvent(deps, after.id, changeKind(change), actor, factsIn(before), factsIn(after, told));
    }),
  ]);
  await closeCallsAbout(q, {
    appointmentIds: changes.filter(({ before, after }) => before.version !== after.version).map((c) => c.after.id),
    reasons: ['cannot_come', ...REMINDING_REASONS],
    outcome: 'not_needed',
    by: actor.id,
    now,
  });
  const plannable: AppointmentToPlan[] = [
    ...created.filter((row) => row.status === 'booked' && row.endsAt > now),
    ...changes.filter(needsNewPlan).map(({ after }) => ({ ...after, outcomeAt: now })),
  ];
  await planReminders(q, deps, plannable, now, requestId);
  await noteDiaryChanges(q, deps, [...created.map((after) => ({ before: null, after })), ...changes]);

  const results = new Map<string, SavedAppointment['result']>([
    ...created.map((row) => [row.ref, 'created'] as const),
    ...changes.map(({ after }) => [after.ref, 'updated'] as const),
  ]);
  const ids = new Map([...existing.values(), ...created].map((row) => [row.ref, row.id]));
  return refs.map((ref) => ({ ref, appointmentId: ids.get(ref)!, result: results.get(ref) ?? 'unchanged' }));
}

function needsNewPlan({ before, after }: AppointmentChange): boolean {
  return before.version !== after.version || before.status !== after.status;
}

function newRow(deps: Deps, item: AppointmentToSave, now: number): AppointmentRow {
  const { ref, customerId, adviserId, officeId, kind, mode, startsAt, endsAt, purpose, bring, status } = item;
  const told = { ref, customerId, adviserId, officeId, kind, mode, startsAt, endsAt, purpose, bring, status };
  const bookedAt = item.bookedAt ?? Math.min(now, startsAt);
  // What is named comes first: an object that begins as a copy and then grows takes forty times as long, for each line of a file.
  return {
    id: deps.newId(),
    venue: '',
    joinBy: '',
    version: 1,
    bookedAt,
    updatedAt: now,
    ...told,
    ...UNANSWERED,
    ...PLAIN_BOOKING,
    ...item.details,
  };
}

import type { InferSelectModel } from 'drizzle-orm';
import type { Tables } from '@db/schema/tables';
import { isStanding } from '~/domain/appointment/appointment';
import { groupBy } from '~/domain/group-by';
import type { Taken } from './forgetful-provider';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;

export interface Ledger {
  messages: readonly Row<'messages'>[];
  reminders: readonly Row<'reminders'>[];
  appointments: readonly Row<'appointments'>[];
  calls: readonly Row<'callList'>[];
}

/** How often each promise was broken. */
export type Broken = Record<'lost' | 'sent twice' | 'sent late' | 'sent after opt-out', number>;

/**
 * Holds the ledger, once every meeting has begun, against what the provider has.
 * - Lost: the meeting stands, and neither has anything about its present time arrived nor is anybody to phone; or a message
 *   never came to an end; or the ledger says that the provider has what it has not.
 * - Twice: the provider has two messages of one reminder, and has not said of either that it did not arrive.
 * - Late: handed over after its latest moment.
 * - After opt-out: handed over in a later round than the one in which its number said STOP. What crosses a hand-over that has
 *   begun nobody can stop.
 * @param stops in which round each number said STOP.
 */
export function countBroken(ledger: Ledger, taken: readonly Taken[], stops: ReadonlyMap<string, number>): Broken {
  const rows = new Map(ledger.messages.map((row) => [row.id, row]));
  const has = new Set(taken.map(({ id }) => id));
  const open = ledger.messages.filter(({ status }) => ['planned', 'claimed', 'unknown'].includes(status));
  const imagined = ledger.messages.filter(
    ({ id, status, channel }) =>
      channel === 'sms' && ['accepted', 'sent', 'delivered'].includes(status) && !has.has(id),
  );
  const arrived = taken.filter(({ failed }) => !failed);
  const ofReminder = groupBy(arrived, ({ id }) => rows.get(id)?.reminderId ?? id);
  return {
    lost: open.length + imagined.length + countUntold(ledger, arrived),
    'sent twice': [...ofReminder.values()].filter((several) => several.length > 1).length,
    'sent late': taken.filter(({ id, at }) => at > (rows.get(id)?.sendBy ?? 0)).length,
    'sent after opt-out': taken.filter(({ recipient, round }) => round > (stops.get(recipient) ?? Infinity)).length,
  };
}

/** Meetings that stand, of whose present time nobody was told and nobody is to be. */
function countUntold({ messages, reminders, appointments, calls }: Ledger, arrived: readonly Taken[]): number {
  const reminderOf = new Map(reminders.map((row) => [row.id, row]));
  const messageOf = new Map(messages.map((row) => [row.id, row]));
  const told = new Set(
    arrived.map(({ id }) => {
      const reminder = reminderOf.get(messageOf.get(id)?.reminderId ?? '');
      return `${reminder?.appointmentId} ${reminder?.appointmentVersion}`;
    }),
  );
  const called = new Set(calls.map(({ appointmentId }) => appointmentId));
  return appointments.filter(
    ({ id, version, status }) => isStanding(status) && !told.has(`${id} ${version}`) && !called.has(id),
  ).length;
}

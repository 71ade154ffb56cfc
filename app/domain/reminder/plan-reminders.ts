import type { AppointmentStatus } from '../appointment/appointment';
import { DAY, MINUTE } from '../clock';
import { addDays, instantAt, wallClockOf } from '../time/wall-clock';
import type { BankHolidays } from '../time/working-days';
import type { PolicyRules, ReminderRule, SendBy, Timing } from './policy';
import { allowedFrom } from './quiet-hours';

/** What planning has to know of an appointment; instants in ms. */
export interface RemindedAppointment {
  status: AppointmentStatus;
  version: number;
  bookedAt: number;
  startsAt: number;
  endsAt: number;
  /** When the outcome was recorded; `now` if that is not known. */
  outcomeAt?: number | null;
}

export interface ReminderContext {
  /** IANA zone of the office. */
  zone: string;
  /** True when a message about an older version of this appointment went out, and may mislead. */
  alreadySent: boolean;
  /** Of the office's division; looked at only where the policy keeps away from them. */
  holidays: BankHolidays;
}

/** An intention: not before the one instant, not after the other (ms). */
export interface PlannedReminder {
  rule: ReminderRule;
  notBefore: number;
  sendBy: number;
}

/**
 * The reminders that an appointment, as it is now, should have, in the order in which they are due.
 *
 * - A rule whose time is past is left out, never fired late; so is everything about an appointment that has begun,
 *   but for the message after a missed one.
 * - Of two that are due within the policy's window the earlier stays, because it tells what the later one would: a
 *   booking's own message, sent at once, stands for a reminder two hours later. A rule that does not merge is kept.
 * - Quiet hours hold a reminder until they are over. Where that is too late, `notBefore` stays inside them: nobody is
 *   disturbed, and a person phones.
 * - A rule that the policy has turned off is left out. A booking for which nothing else is left is told of all the same:
 *   nobody is to miss what they were never told.
 * - A change replaces what an older version's message said (`changed`); if none went out, it is a booking like another.
 */
export function nextReminders(
  appointment: RemindedAppointment,
  policy: PolicyRules,
  context: ReminderContext,
  now: number,
): PlannedReminder[] {
  const rules = rulesFor(appointment, context);
  const planned = rules
    .filter((rule) => policy.rules[rule].on)
    .map((rule) => plan(rule, appointment, policy, context, now))
    .filter((reminder) => reminder !== null)
    .sort((a, b) => a.notBefore - b.notBefore);
  if (planned.length > 0 || !rules.includes('booked')) return merge(planned, policy);
  const booked = plan('booked', appointment, policy, context, now);
  return booked ? [booked] : [];
}

function rulesFor({ status, version }: RemindedAppointment, { alreadySent }: ReminderContext): ReminderRule[] {
  switch (status) {
    case 'booked':
      return [version > 1 && alreadySent ? 'changed' : 'booked', 'three_days_before', 'one_day_before', 'same_day'];
    case 'cancelled_by_customer':
    case 'cancelled_by_office':
      return ['cancelled'];
    case 'failed_to_attend':
      return ['missed'];
    case 'attended':
    case 'rearranged':
    case 'excused':
      return [];
  }
}

function plan(
  rule: ReminderRule,
  appointment: RemindedAppointment,
  policy: PolicyRules,
  context: ReminderContext,
  now: number,
): PlannedReminder | null {
  const { timing, sendBy } = policy.rules[rule];
  const { zone } = context;
  const keptFree: BankHolidays = policy.bankHolidays === 'day_before' ? context.holidays : new Set();
  const due = dueAt(timing, appointment, zone, keptFree, now);
  if (due === null || due < now) return null;
  const last = lastChance(sendBy, due, appointment.startsAt);
  if (due >= last) return null;
  const allowed = allowedFrom(due, policy, zone);
  return { rule, notBefore: allowed < last ? allowed : due, sendBy: last };
}

function dueAt(
  timing: Timing,
  appointment: RemindedAppointment,
  zone: string,
  keptFree: BankHolidays,
  now: number,
): number | null {
  const { startsAt } = appointment;
  switch (timing.kind) {
    case 'at_once':
      return now;
    case 'before_start':
      return startsAt - timing.minutes * MINUTE;
    case 'days_before': {
      let day = addDays(wallClockOf(startsAt, zone).date, -timing.days);
      while (keptFree.has(day)) day = addDays(day, -1);
      const usual = instantAt(day, timing.at, zone);
      // This version came to be when it was booked, or just now when it was changed.
      const since = Math.max(appointment.bookedAt, now);
      const late = timing.lateAt !== undefined && since > usual && wallClockOf(since, zone).date === day;
      return late ? instantAt(day, timing.lateAt ?? timing.at, zone) : usual;
    }
    case 'after_outcome': {
      const recordedAt = appointment.outcomeAt ?? now;
      const fresh = startsAt <= recordedAt && recordedAt - startsAt <= timing.withinDays * DAY;
      return fresh ? recordedAt + timing.minutes * MINUTE : null;
    }
  }
}

function lastChance(sendBy: SendBy, due: number, startsAt: number): number {
  return 'beforeStart' in sendBy ? startsAt - sendBy.beforeStart * MINUTE : due + sendBy.afterDue * MINUTE;
}

function merge(inOrder: PlannedReminder[], policy: PolicyRules): PlannedReminder[] {
  let lastKept = -Infinity;
  return inOrder.filter(({ rule, notBefore }) => {
    if (!policy.rules[rule].merges) return true;
    if (notBefore - lastKept <= policy.mergeWithinMinutes * MINUTE) return false;
    lastKept = notBefore;
    return true;
  });
}

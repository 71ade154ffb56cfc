import type { Queryable } from '@db/client.server';
import type { AppointmentRow } from '@db/queries/appointments.server';
import { listHolidayDates } from '@db/queries/bank-holidays.server';
import { findMember } from '@db/queries/booking.server';
import { loadClaimContext } from '@db/queries/claim-context.server';
import { findOffice } from '@db/queries/office-day.server';
import { PLAIN_BOOKING } from '~/domain/appointment/appointment';
import type { Channel } from '~/domain/messaging/channel';
import type { CallReason } from '~/domain/messaging/call-list';
import { nextReminders } from '~/domain/reminder/plan-reminders';
import type { ReminderRule } from '~/domain/reminder/policy';
import { UNANSWERED } from './appointment-history.server';
import type { Deps } from './deps';
import { expectWay } from './expect-way.server';
import { plannedMessage } from './plan-reminders.server';
import { policiesFor } from './policies.server';

/** What a customer would be told of a booking, by the engine's own decision from what is known now. */
export type ToldOfBooking =
  | { way: 'message'; at: number; channel: Channel; recipient: string; subject: string | null; body: string }
  /** Somebody has to phone, or say it now: nothing can reach them. */
  | { way: 'call'; reason: CallReason }
  | { way: 'nothing' };

export interface PreviewedTelling {
  told: ToldOfBooking;
  /** The reminders after that, and when they are due (ms). */
  reminders: { rule: ReminderRule; at: number }[];
}

export type AppointmentToPreview = Pick<
  AppointmentRow,
  'customerId' | 'adviserId' | 'officeId' | 'kind' | 'mode' | 'startsAt' | 'endsAt' | 'purpose' | 'bring' | 'venue'
>;

/** Writes what the customer would get if this were booked now. Saves nothing; the link in it ends in an ellipsis. */
export async function previewTelling(
  q: Queryable,
  deps: Deps,
  wished: AppointmentToPreview,
): Promise<PreviewedTelling> {
  const now = deps.clock.now();
  const office = await findOffice(q, wished.officeId);
  if (!office) throw new Error('a booking has an office that does not exist');
  const appointment: AppointmentRow = {
    ...{ ...PLAIN_BOOKING, ...wished, ...UNANSWERED, id: deps.newId(), ref: '', joinBy: '' },
    ...{ status: 'booked', version: 1, bookedAt: now, updatedAt: now },
  };
  const policy = (await policiesFor(q, deps.policy, [office.id], now))(wished);
  const holidays = (await listHolidayDates(q)).get(office.division) ?? new Set<string>();
  const [first, ...later] = nextReminders(
    appointment,
    policy,
    { zone: office.timeZone, holidays, alreadySent: false },
    now,
  );
  const reminders = later.map(({ rule, notBefore }) => ({ rule, at: notBefore }));
  if (!first) return { told: { way: 'nothing' }, reminders };

  const times = { notBefore: first.notBefore, sendBy: first.sendBy, createdAt: now };
  const reminder = { id: deps.newId(), appointmentId: appointment.id, appointmentVersion: 1, policy: policy.version };
  const planned = plannedMessage(deps.newId(), reminder.id, appointment, 'en', null, times);
  const context = await loadClaimContext(q, [{ ...planned, appointmentId: null, reminderId: null }]);
  context.appointments.set(appointment.id, appointment);
  context.reminders.set(reminder.id, { ...reminder, ...times, rule: first.rule });
  const adviser = await findMember(q, wished.adviserId);
  if (adviser) context.advisers.set(adviser.id, adviser);
  const { at, prepared } = expectWay(deps, planned, context);
  if (prepared.act === 'call') return { told: { way: 'call', reason: prepared.callReason }, reminders };
  if (prepared.act !== 'send') return { told: { way: 'nothing' }, reminders };
  const { recipient, subject, body } = prepared.outgoing;
  const { channel } = prepared.sender;
  const link = `${deps.publicUrl}/a/${deps.vault.linkToken(appointment.id, 1)}`;
  const shown = body.replaceAll(link, `${deps.publicUrl}/a/…`);
  return {
    told: { way: 'message', at, channel, recipient: shownTo(deps, channel, recipient), subject, body: shown },
    reminders,
  };
}

/** A number as people write it; an address as it is. */
function shownTo(deps: Deps, channel: Channel, recipient: string): string {
  return channel === 'sms' || channel === 'voice' ? deps.phoneNumbers.display(recipient) : recipient;
}

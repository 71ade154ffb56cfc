import type { AppointmentRow } from '@db/queries/appointments.server';
import { insertAppointmentLinks } from '@db/queries/appointments.server';
import {
  endPlannedMessages,
  insertBookingNews,
  insertPlannedMessages,
  listLanguages,
  listReminderMessages,
  listPlaces,
  saveReminders,
  type PlannedMessage,
  type ReminderRow,
} from '@db/queries/reminders.server';
import { listHolidayDates } from '@db/queries/bank-holidays.server';
import { withdrawLetters } from '@db/queries/letters.server';
import type { Queryable } from '@db/client.server';
import type { Language } from '~/domain/language';
import { neverTried, wentOut } from '~/domain/messaging/went-out';
import { nextReminders, type ReminderContext } from '~/domain/reminder/plan-reminders';
import type { ReminderPolicy } from '~/domain/reminder/policy';
import { ruleFits } from '~/domain/reminder/rule-fits';
import type { Deps } from './deps';
import { keepFormatRequests } from './keep-format-requests.server';
import { policiesFor } from './policies.server';

/** What planning reads of an appointment; `outcomeAt` is when "failed to attend" was recorded (ms). */
export type AppointmentToPlan = Pick<
  AppointmentRow,
  'id' | 'customerId' | 'officeId' | 'kind' | 'status' | 'version' | 'bookedAt' | 'startsAt' | 'endsAt'
> & {
  outcomeAt?: number | null;
  /** Nobody has heard of it, so nobody is told that it is off: what is planned ends, and nothing new is. */
  untold?: boolean;
};

type Attempt = Awaited<ReturnType<typeof listReminderMessages>>[number];

/**
 * Makes the plan of reminders fit the appointments as they now are, in the caller's transaction. Call it after every
 * change of version or status, with the appointments' rows locked (or just inserted): that lock is what keeps two
 * planners apart.
 *
 * - Unsent messages of older versions become `superseded`; when the appointment no longer stands, and for rules
 *   that no longer make sense (a "missed" text after the outcome was undone), `cancelled`. A message that a worker
 *   has claimed is left alone: the worker checks again before it sends.
 * - The policy is the one that is in force now, of the office and the kind; a reminder keeps which version made it, and
 *   a later version never touches it.
 * - Each rule of the policy gets one reminder per version and one planned message; the channel is chosen when it is
 *   sent. A rule whose messages all ended untried (recorded, undone, recorded again) gets a new message under the
 *   same reminder. Running it twice changes nothing.
 * - A letter that nobody has posted yet leaves the print queue like an unsent message.
 * - The hash of the version's link is kept, so that the link in the text works.
 */
export async function planReminders(
  q: Queryable,
  deps: Deps,
  appointments: readonly AppointmentToPlan[],
  now: number,
  requestId: string | null,
): Promise<void> {
  if (appointments.length === 0) return;
  const attempts = await attemptsByAppointment(q, appointments);
  await endStaleMessages(q, deps, appointments, attempts, now);

  const officeIds = [...new Set(appointments.map((appointment) => appointment.officeId))];
  const places = await listPlaces(q, officeIds);
  const policyOf = await policiesFor(q, deps.policy, officeIds, now);
  const free = await listHolidayDates(q);
  const wanted = appointments.flatMap((appointment) => {
    const place = places.get(appointment.officeId);
    if (!place) throw new Error('an appointment has an office that does not exist');
    const office = { zone: place.timeZone, holidays: free.get(place.division) ?? new Set<string>() };
    return remindersWanted(appointment, attempts.get(appointment.id) ?? [], policyOf(appointment), office, now);
  });
  const languages = await listLanguages(q, [...new Set(wanted.map(({ appointment }) => appointment.customerId))]);

  const reminders: ReminderRow[] = [];
  const messages: PlannedMessage[] = [];
  for (const { appointment, reminderId, policy, rule, notBefore, sendBy } of wanted) {
    const language = languages.get(appointment.customerId);
    if (!language) throw new Error('an appointment has a customer who does not exist');
    const id = reminderId ?? deps.newId();
    const { id: appointmentId, version: appointmentVersion } = appointment;
    reminders.push({ id, appointmentId, appointmentVersion, rule, policy, notBefore, sendBy, createdAt: now });
    const times = { notBefore, sendBy, createdAt: now };
    messages.push(plannedMessage(deps.newId(), id, appointment, language, requestId, times));
  }
  await saveReminders(q, reminders);
  await insertPlannedMessages(q, messages);
  await insertAppointmentLinks(q, linksFor(deps, appointments, new Set(wanted.map((w) => w.appointment.id)), now));
  // Whoever signs or interprets is booked for the same meetings.
  await keepFormatRequests(q, deps, appointments.map(({ customerId }) => customerId)); // prettier-ignore
}

async function attemptsByAppointment(q: Queryable, appointments: readonly AppointmentToPlan[]) {
  const ids = appointments.map((appointment) => appointment.id);
  const attempts = new Map<string, Attempt[]>(ids.map((id) => [id, []]));
  for (const attempt of await listReminderMessages(q, ids)) attempts.get(attempt.appointmentId)?.push(attempt);
  return attempts;
}

async function endStaleMessages(
  q: Queryable,
  deps: Deps,
  appointments: readonly AppointmentToPlan[],
  attempts: ReadonlyMap<string, Attempt[]>,
  now: number,
): Promise<void> {
  const stale = { superseded: [] as string[], cancelled: [] as string[] };
  const letters = { superseded: [] as string[], cancelled: [] as string[] };
  for (const { id, status, version } of appointments) {
    for (const attempt of attempts.get(id) ?? []) {
      // A letter in the print queue is still here: nobody has read what it says.
      const of = { planned: stale, accepted: attempt.channel === 'letter' ? letters : null }[attempt.status as string];
      if (!of || (attempt.version === version && ruleFits(attempt.rule, status))) continue;
      const replaced = status === 'booked' && attempt.version !== version;
      of[replaced ? 'superseded' : 'cancelled'].push(attempt.messageId);
    }
  }
  for (const status of ['superseded', 'cancelled'] as const) {
    const withdrawn = new Set(await withdrawLetters(q, { ids: letters[status], status, now }));
    for (const attempt of [...attempts.values()].flat()) if (withdrawn.has(attempt.messageId)) attempt.status = status;
    const ended = [...(await endPlannedMessages(q, { ids: stale[status], status, now })), ...withdrawn];
    await insertBookingNews(
      q,
      ended.map((messageId) => ({
        id: deps.newId(),
        messageId,
        at: now,
        status,
        source: 'booking' as const,
        detail: null,
        newsKey: status,
      })),
    );
  }
}

function remindersWanted(
  appointment: AppointmentToPlan,
  attempts: readonly Attempt[],
  policy: ReminderPolicy,
  office: Pick<ReminderContext, 'zone' | 'holidays'>,
  now: number,
) {
  // An appointment whose time has come is not reminded of, however it got here (a history file, an undone outcome).
  if (appointment.untold || (appointment.status !== 'failed_to_attend' && appointment.startsAt <= now)) return [];
  const alreadySent = attempts.some(({ version, status }) => version < appointment.version && wentOut(status));
  const told = attempts.some(({ version, status }) => version === appointment.version && !neverTried(status));
  return nextReminders(appointment, policy, { ...office, alreadySent }, now).flatMap((reminder) => {
    const earlier = attempts.filter(({ version, rule }) => version === appointment.version && rule === reminder.rule);
    // Messages that were planned until a moment ago were ended above exactly when their rule stopped fitting.
    if (earlier.some(({ status }) => !neverTried(status))) return [];
    // A policy without a message at booking has one only for who would not hear of it otherwise.
    if (reminder.rule === 'booked' && told && !policy.rules.booked.on) return [];
    return [{ appointment, policy: policy.version, reminderId: earlier[0]?.reminderId ?? null, ...reminder }];
  });
}

/** A link for every version that somebody may be told of, or may answer a text about. */
function linksFor(deps: Deps, appointments: readonly AppointmentToPlan[], planned: ReadonlySet<string>, now: number) {
  return appointments
    .filter(({ id, status, endsAt }) => planned.has(id) || (status === 'booked' && endsAt > now))
    .map(({ id, version }) => ({
      tokenHash: deps.vault.hashSecret(deps.vault.linkToken(id, version)),
      appointmentId: id,
      appointmentVersion: version,
      createdAt: now,
    }));
}

/** Written out in full: built from pieces, thousands of rows take three times as long. */
export function plannedMessage(
  id: string,
  reminderId: string,
  appointment: AppointmentToPlan,
  language: Language,
  requestId: string | null,
  times: Pick<PlannedMessage, 'notBefore' | 'sendBy' | 'createdAt'>,
): PlannedMessage {
  return {
    id,
    reminderId,
    appointmentId: appointment.id,
    customerId: appointment.customerId,
    purpose: 'reminder',
    attempt: 1,
    // Chosen when it is sent: by then a number may have stopped working.
    channel: null,
    provider: null,
    providerId: null,
    language,
    recipient: null,
    recipientIndex: null,
    subject: null,
    body: null,
    status: 'planned',
    reason: null,
    errorCode: null,
    notBefore: times.notBefore,
    sendBy: times.sendBy,
    leaseOwner: null,
    leaseUntil: null,
    fence: 0,
    segments: null,
    price: null,
    currency: null,
    askAt: null,
    checkFirst: false,
    requestId,
    createdAt: times.createdAt,
    claimedAt: null,
    acceptedAt: null,
    sentAt: null,
    deliveredAt: null,
    finishedAt: null,
  };
}

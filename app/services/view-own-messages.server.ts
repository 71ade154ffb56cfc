import { listCallAttempts } from '@db/queries/call-work.server';
import { loadClaimContext } from '@db/queries/claim-context.server';
import { findShownAppointment } from '@db/queries/links.server';
import { listContactPoints } from '@db/queries/reach.server';
import { listCalls, listHistory, listMessages } from '@db/queries/staff-appointment.server';
import type { AppointmentMode } from '~/domain/appointment/appointment';
import { hintOf, type ContactHint } from '~/domain/contact/hint-of';
import type { Channel } from '~/domain/messaging/channel';
import {
  OWN_EVENTS,
  OWN_OUTCOMES,
  toldSoFar,
  type OwnEvent,
  type OwnOutcome,
  type Told,
} from '~/domain/messaging/told-so-far';
import type { ReminderRule } from '~/domain/reminder/policy';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { expectWay } from './expect-way.server';
import { officePhone } from './office-phone';

type Way = Exclude<Channel, 'call_list'>;

/** Where a message goes or went: the way, and a hint of the number or address; null where that may not be shown. */
export interface Where {
  channel: Way;
  hint: ContactHint | null;
}

/** Something that is to come; `at` is when (ms). */
export type OwnPlan =
  | { what: 'message'; id: string; at: number; about: ReminderRule; where: Where; why: Told['why'] }
  /** Somebody is to phone by then; `maybe` when only if nothing was heard until then. */
  | { what: 'call'; id: string; at: number; maybe: boolean }
  /** We have no number or address by which to reach them. */
  | { what: 'no_way'; id: string; at: number };

/** Something that has happened; `at` is when (ms). */
export type OwnNews =
  | { what: 'event'; id: string; at: number; kind: OwnEvent }
  | (Omit<Told, 'channel'> & { what: 'message'; where: Where | null })
  | { what: 'call'; id: string; at: number; outcome: OwnOutcome };

export interface OwnMessages {
  phone: string;
  adviserFirstName: string;
  startsAt: number;
  endsAt: number;
  zone: string;
  mode: AppointmentMode;
  stands: boolean;
  /** The date at the office now. */
  today: string;
  /** Soonest first. */
  planned: OwnPlan[];
  /** Newest first. */
  news: OwnNews[];
}

/**
 * What a customer was sent and will be sent about one of their own appointments, and what they answered, for their own
 * eyes: never why staff were asked to do something, never what anybody wrote, never a whole number or address.
 *
 * Somebody else may look over their shoulder. Where that is known (discreet) no number or address is hinted at. Where a
 * message may put them at risk there is no way and no call either, and what was planned is left out, because it will not
 * go; the page then reads like that of anybody for whom nothing is planned.
 * @returns null when there is no such appointment, or it is somebody else's.
 */
export const viewOwnMessages =
  (deps: Deps) =>
  async (input: { customerId: string; appointmentId: string }): Promise<OwnMessages | null> => {
    const { customerId, appointmentId } = input;
    const found = await deps.db.read(async (q) => {
      const shown = await findShownAppointment(q, appointmentId);
      if (shown?.customer.id !== customerId) return null;
      const messages = await listMessages(q, appointmentId);
      const planned = messages.filter(({ message }) => message.status === 'planned' && message.reminderId !== null);
      const calls = (await listCalls(q, appointmentId)).filter(({ call }) => call.reason !== 'safety');
      return {
        ...shown,
        history: await listHistory(q, appointmentId),
        messages,
        context: await loadClaimContext(q, planned.map(({ message }) => message)), // prettier-ignore
        calls,
        tries: calls.length === 0 ? [] : await listCallAttempts(q, calls.map(({ call }) => call.id)), // prettier-ignore
        points: await listContactPoints(q, [customerId]),
      };
    });
    if (!found) return null;
    const { appointment, office, adviserFirstName, customer } = found;
    const now = deps.clock.now();
    const { startsAt, endsAt, mode, status } = appointment;
    const news = [...eventsOf(found), ...messagesOf(deps, found), ...(customer.noMessages ? [] : triesOf(found))];
    return {
      phone: officePhone(deps.phoneNumbers, office.phone),
      adviserFirstName,
      ...{ startsAt, endsAt, mode, zone: office.zone },
      stands: status === 'booked' && endsAt > now,
      today: wallClockOf(now, office.zone).date,
      planned: customer.noMessages ? [] : plansOf(deps, found),
      news: news.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
    };
  };

type Found = NonNullable<Awaited<ReturnType<typeof findShownAppointment>>> & {
  history: Awaited<ReturnType<typeof listHistory>>;
  messages: Awaited<ReturnType<typeof listMessages>>;
  context: Awaited<ReturnType<typeof loadClaimContext>>;
  calls: Awaited<ReturnType<typeof listCalls>>;
  tries: Awaited<ReturnType<typeof listCallAttempts>>;
  points: Awaited<ReturnType<typeof listContactPoints>>;
};

function eventsOf({ history }: Found): OwnNews[] {
  return history.flatMap(({ event: { id, at, kind } }): OwnNews[] => {
    const own = OWN_EVENTS.find((one) => one === kind);
    return own ? [{ what: 'event', id, at, kind: own }] : [];
  });
}

function messagesOf(deps: Deps, { messages, appointment, customer }: Found): OwnNews[] {
  const sealed = new Map(messages.map(({ message }) => [message.id, message.recipient]));
  const attempts = messages.map(({ message, rule, version }) => ({
    ...message,
    ...{ rule, version },
    at: message.deliveredAt ?? message.finishedAt ?? message.sentAt ?? message.claimedAt ?? message.createdAt,
  }));
  return toldSoFar(attempts, appointment).map(({ channel, ...told }): OwnNews => {
    if (customer.noMessages) return { what: 'message', ...told, where: null, next: null, why: null };
    const recipient = sealed.get(told.id) ?? null;
    return { what: 'message', ...told, where: whereOf(deps, channel, recipient, customer.discreet) };
  });
}

function whereOf(deps: Deps, channel: Way, sealed: string | null, discreet: boolean): Where {
  return { channel, hint: sealed === null || discreet ? null : hintOf(channel, deps.vault.open(sealed)) };
}

/** Tries that the customer may have noticed; that somebody else has the number now is not for whoever reads this. */
function triesOf({ tries }: Found): OwnNews[] {
  return tries.flatMap(({ attempt: { id, at, outcome, undoneAt } }): OwnNews[] => {
    const own = undoneAt === null ? OWN_OUTCOMES.find((one) => one === outcome) : undefined;
    return own ? [{ what: 'call', id, at, outcome: own }] : [];
  });
}

/** What is to come, soonest first: the next call that somebody is to make, and the reminders that wait. */
function plansOf(deps: Deps, found: Found): OwnPlan[] {
  const { calls, messages, points } = found;
  const open = calls.flatMap(({ call }) => (call.doneAt === null ? [call] : [])).sort((a, b) => a.dueAt - b.dueAt);
  const plans = [
    ...open.slice(0, 1).map(({ id, dueAt }): OwnPlan => ({ what: 'call', id, at: dueAt, maybe: false })),
    ...messages.flatMap((one) => planOf(deps, found, one)),
  ].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  // Nobody can ring where there is no number; saying so once is enough.
  if (points.some(({ kind, health }) => (kind === 'mobile' || kind === 'landline') && health !== 'dead')) return plans;
  const messagesOnly = plans.filter((plan) => plan.what === 'message');
  const [call] = plans.filter((plan) => plan.what === 'call' && !plan.maybe);
  return call ? [{ what: 'no_way', id: call.id, at: call.at }, ...messagesOnly] : messagesOnly;
}

function planOf(deps: Deps, { context, customer }: Found, { message, rule }: Found['messages'][number]): OwnPlan[] {
  if (message.status !== 'planned' || rule === null) return [];
  const { at, prepared } = expectWay(deps, message, context);
  const { id } = message;
  if (prepared.act === 'call')
    return prepared.callReason === 'safety' ? [] : [{ what: 'call', id, at, maybe: rule === 'same_day' }];
  if (prepared.act === 'wait' && prepared.channel !== 'call_list')
    return [{ what: 'message', id, at, about: rule, where: { channel: prepared.channel, hint: null }, why: null }];
  if (prepared.act !== 'send') return [];
  const { channel } = prepared.sender;
  const hint = customer.discreet ? null : hintOf(channel, prepared.outgoing.recipient);
  const why = prepared.reason === 'preference' ? 'preference' : null;
  return [{ what: 'message', id, at, about: rule, where: { channel, hint }, why }];
}

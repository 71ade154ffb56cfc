import type { Queryable } from '@db/client.server';
import { listAppointmentAttempts } from '@db/queries/messages.server';
import { liftOptOut, upsertOptOut } from '@db/queries/opt-outs.server';
import { listCustomersByValue } from '@db/queries/reach.server';
import {
  findContactForReply,
  findReply,
  hasUnclearReply,
  insertReply,
  listStandingAppointments,
} from '@db/queries/replies.server';
import type { Actor } from '~/domain/access/role';
import { DAY, HOUR } from '~/domain/clock';
import { meaningOf, type ReplyMeaning } from '~/domain/messaging/reply';
import { replyText } from '~/i18n/messages';
import { confirmAppointment } from './confirm-appointment.server';
import { declineAppointment } from './decline-appointment.server';
import type { Deps } from './deps';
import { queueMessage } from './queue-message.server';

export interface InboundReply {
  /** The provider's id of the inbound message: the same one twice is one reply. */
  providerId: string;
  /** The sender's number, E.164. */
  from: string;
  body: string;
}

export interface ReplyReceived {
  meaning: ReplyMeaning;
  /** False when this reply was here before; then nothing was done. */
  isNew: boolean;
}

type Customer = Awaited<ReturnType<typeof listCustomersByValue>>[number];
type Appointment = Awaited<ReturnType<typeof listStandingAppointments>>[number];
type AnswerKind = Parameters<typeof replyText>[0]['kind'];

/**
 * Takes a customer's text: a yes or no to the meeting we last wrote about, STOP and START for the number, HELP, or
 * anything else, which is kept for the adviser. A number that several customers share, or that nobody has, gets nothing
 * personal back. What is done is done before the reply is kept, and can be done twice, so that a crash between the two
 * loses nothing.
 */
export const receiveReply =
  (deps: Deps) =>
  async (reply: InboundReply): Promise<ReplyReceived> => {
    const meant = meaningOf(reply.body);
    const senderIndex = deps.vault.index(reply.from);
    const known = await deps.db.read(async (q) => {
      if (await findReply(q, reply.providerId)) return null;
      const customers = await listCustomersByValue(q, senderIndex);
      const customer = customers.length === 1 ? customers[0]! : null;
      return { customer, appointment: customer ? await findAskedAbout(q, deps, customer.id) : null };
    });
    if (!known) return { meaning: meant, isNew: false };

    const { customer, appointment } = known;
    const forNumber = meant === 'stop' || meant === 'start';
    const answer = customer ? await act(deps, meant, customer, appointment) : null;
    // A yes to a meeting that is not there, or from a number that is not one person's, is for a person to read.
    const meaning = forNumber || (customer && answer !== 'unclear') ? meant : 'other';
    const isNew = await deps.db.write(async (q) => {
      const now = deps.clock.now();
      if (meaning === 'stop')
        await upsertOptOut(q, {
          id: deps.newId(),
          channel: 'sms',
          valueIndex: senderIndex,
          since: now,
          source: 'reply',
        });
      if (meaning === 'start') await liftOptOut(q, 'sms', senderIndex, now);
      const id = deps.newId();
      const handled = meaning !== 'other';
      const kept = await insertReply(q, {
        id,
        providerId: reply.providerId,
        sender: deps.vault.seal(reply.from),
        senderIndex,
        body: deps.vault.seal(reply.body),
        meaning,
        customerId: customer?.id ?? null,
        appointmentId: appointment?.id ?? null,
        receivedAt: now,
        handledAt: handled ? now : null,
        handledBy: handled ? 'engine' : null,
      });
      const enough =
        answer === 'unclear' && (await hasUnclearReply(q, { senderIndex, since: now - DAY, exceptId: id }));
      if (kept && customer && answer && !enough) await queueAnswer(q, deps, reply.from, customer, appointment, answer);
      return kept;
    });
    deps.log.info({ providerId: reply.providerId, meaning, known: customer !== null, isNew }, 'reply received');
    return { meaning, isNew };
  };

/** The meeting that a bare "1" is about: the one we wrote about last, else the next one. */
async function findAskedAbout(q: Queryable, deps: Deps, customerId: string): Promise<Appointment | null> {
  const standing = await listStandingAppointments(q, customerId, deps.clock.now());
  const attempts = await listAppointmentAttempts(
    q,
    standing.map((appointment) => appointment.id),
  );
  const askedAt = (id: string) =>
    Math.max(0, ...attempts.filter((one) => one.appointmentId === id).map((one) => one.claimedAt ?? 0));
  return standing.toSorted((a, b) => askedAt(b.id) - askedAt(a.id))[0] ?? null;
}

/** Does what the text asks for. @returns which answer to send, or null for none. */
async function act(
  deps: Deps,
  meaning: ReplyMeaning,
  customer: Customer,
  appointment: Appointment | null,
): Promise<AnswerKind | null> {
  const actor: Actor = { kind: 'reply', id: customer.id };
  switch (meaning) {
    case 'stop':
    case 'start':
      return null;
    case 'help':
      return 'help';
    case 'confirm': {
      const done = appointment && (await confirmAppointment(deps)({ appointmentId: appointment.id, actor }));
      return done?.ok ? 'confirmed' : 'unclear';
    }
    case 'cannot_come': {
      const done = appointment && (await declineAppointment(deps)({ appointmentId: appointment.id, actor }));
      return done?.ok ? 'cannot_come' : 'unclear';
    }
    case 'other':
      return 'unclear';
  }
}

async function queueAnswer(
  q: Queryable,
  deps: Deps,
  recipient: string,
  customer: Customer,
  appointment: Appointment | null,
  kind: AnswerKind,
): Promise<void> {
  const contact = await findContactForReply(q, customer.id);
  const link = appointment && `${deps.publicUrl}/a/${deps.vault.linkToken(appointment.id, appointment.version)}`;
  const { body } = replyText({
    kind,
    language: customer.language,
    discreet: customer.discreet,
    facts: {
      firstName: customer.firstName,
      adviserFirstName: appointment?.adviserFirstName ?? contact?.adviserFirstName ?? null,
      startsAt: appointment?.startsAt ?? null,
      zone: contact?.zone ?? 'Europe/London',
      link,
      officePhone: contact?.officePhone ?? '',
    },
  });
  await queueMessage(q, deps, {
    purpose: 'reply',
    channel: 'sms',
    recipient,
    subject: null,
    body,
    customerId: customer.id,
    appointmentId: appointment?.id ?? null,
    language: customer.language,
    sendBy: deps.clock.now() + HOUR,
    requestId: null,
  });
}

import type { Queryable } from '@db/client.server';
import { findContactForReply, listUnclearReplies } from '@db/queries/replies.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { DAY, HOUR } from '~/domain/clock';
import { calledName } from '~/domain/contact/person-name';
import { isOpen } from '~/domain/time/opening-hours';
import { replyText, type AutomaticAnswer } from '~/i18n/messages';
import type { Deps } from './deps';
import { keptLink } from './kept-link.server';
import { officePhone } from './office-phone';
import { queueMessage } from './queue-message.server';
import type { AskedAppointment, Sender } from './receive-reply.server';

/** A text that has just been kept. */
export interface KeptReply {
  id: string;
  /** The sender's number, E.164, and its index. */
  from: string;
  senderIndex: string;
  body: string;
  /** When it came (ms). */
  now: number;
}

/**
 * Answers a customer by itself, in the transaction that keeps their text. Somebody whose text a person has to read gets
 * thanks while the office is open, else its hours, each once in 24 hours. Nobody for whose safety nothing may be sent
 * gets anything. The answer is made at the instant at which the text came, by which it is found again.
 */
export async function answerReply(
  q: Queryable,
  deps: Deps,
  reply: KeptReply,
  to: { customer: Sender; appointment: AskedAppointment | null; aboutId: string | null; answer: AutomaticAnswer },
): Promise<void> {
  const { customer, appointment } = to;
  if (customer.noMessages) return;
  const hours = await getWorkingTime(q, customer.officeId);
  let kind = to.answer;
  if (kind === 'unclear') {
    const open = isOpen(reply.now, hours, hours.holidays);
    const since = { senderIndex: reply.senderIndex, since: reply.now - DAY, exceptId: reply.id };
    const before = await listUnclearReplies(q, since);
    if (before.some((at) => isOpen(at, hours, hours.holidays) === open)) return;
    kind = open ? 'unclear' : 'closed';
  }
  const contact = await findContactForReply(q, customer.id);
  const link = appointment && (await keptLink(q, deps, appointment, reply.now));
  const { body } = replyText({
    kind,
    language: customer.language,
    discreet: customer.discreet,
    facts: {
      firstName: calledName(customer),
      adviserFirstName: appointment?.adviserFirstName ?? contact?.adviserFirstName ?? null,
      startsAt: appointment?.startsAt ?? null,
      zone: hours.zone,
      link,
      officePhone: officePhone(deps.phoneNumbers, contact?.officePhone ?? ''),
      hours,
    },
  });
  await queueMessage(q, at(deps, reply.now), {
    purpose: 'reply',
    channel: 'sms',
    recipient: reply.from,
    subject: null,
    body,
    customerId: customer.id,
    appointmentId: to.aboutId,
    language: customer.language,
    sendBy: reply.now + HOUR,
    requestId: null,
  });
}

/** The same, with the clock stopped: the answer carries the very instant of the text that it answers. */
export function at(deps: Deps, now: number): Deps {
  return { ...deps, clock: { ...deps.clock, now: () => now } };
}

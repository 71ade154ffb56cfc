import type { Queryable } from '@db/client.server';
import { liftOptOut, upsertOptOut } from '@db/queries/opt-outs.server';
import { findNewestQuestion, listPurposesSince } from '@db/queries/feedback.server';
import {
  findReply,
  insertReply,
  listSenders,
  listStandingAppointments,
  listTextsToNumber,
} from '@db/queries/replies.server';
import type { Actor } from '~/domain/access/role';
import { DAY } from '~/domain/clock';
import { calledName } from '~/domain/contact/person-name';
import { askedAbout } from '~/domain/messaging/asked-about';
import { feedbackIn, type FeedbackReply, type Since } from '~/domain/messaging/feedback-reply';
import { meaningOf, type ReplyMeaning } from '~/domain/messaging/reply';
import type { AutomaticAnswer } from '~/i18n/messages';
import { answerReply } from './answer-reply.server';
import { confirmAppointment } from './confirm-appointment.server';
import { declineAppointment } from './decline-appointment.server';
import type { Deps } from './deps';
import { giveFeedback } from './give-feedback.server';
import { giveUpNumber } from './give-up-number.server';
import { indexInUse } from './index-in-use.server';
import { findOfferText, takeOfferReply, type OfferText } from './take-offer-reply.server';

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

export type Sender = Awaited<ReturnType<typeof listSenders>>[number];
export type AskedAppointment = Awaited<ReturnType<typeof listStandingAppointments>>[number];

/** Texts about appointments that are older than this are not what anybody answers. */
const TEXTS_ANSWERED_WITHIN = 60 * DAY;
/** A question about a meeting that is older than this is not what a bare digit answers. */
const QUESTIONS_ANSWERED_WITHIN = 14 * DAY;

/**
 * Takes a customer's text: a yes or no to the meeting we last wrote about or to an earlier time, how a meeting was, STOP and START for the number,
 * HELP, word that the number is somebody else's, or anything else, which is kept for the adviser. A number that several customers share,
 * that nobody has, or that is dead, gets nothing personal back. What is done about a meeting is done before the reply is
 * kept, and can be done twice, so that a crash between the two loses nothing; the rest is one transaction with it.
 */
export const receiveReply =
  (deps: Deps) =>
  async (reply: InboundReply): Promise<ReplyReceived> => {
    const known = await deps.db.read(async (q) => {
      const senderIndex = await indexInUse(q, deps, reply.from);
      const before = await findReply(q, reply.providerId);
      if (before)
        return { before: before.meaning, senders: [], customer: null, appointment: null, question: null, offer: null };
      const senders = await listSenders(q, senderIndex);
      const customer = onlySender(senders);
      const appointment = customer && (await findAskedAbout(q, deps, senderIndex, customer));
      const question = customer && (await findQuestion(q, deps, senderIndex, customer));
      const offer = customer && (await findOfferText(q, deps, senderIndex, customer.id));
      return { before: null, senders, customer, appointment, question, offer };
    });
    if (known.before) return { meaning: known.before, isNew: false };

    const { senders, customer } = known;
    const names = senders.flatMap((one) => [`${one.firstName} ${one.lastName}`, one.firstName, calledName(one)]);
    const offered = await takeOffer(deps, reply.body, known);
    const took = customer && offered === null ? await takeFeedback(deps, reply.body, customer, known) : null;
    const said = took === 'unclear' ? null : took;
    const replied = offered === 'unclear' ? null : offered;
    const unclear = took === 'unclear' || offered === 'unclear';
    const meant = replied ? 'offer' : said ? 'feedback' : unclear ? 'other' : meaningOf(reply.body, names);
    const appointment = replied ? replied.appointment : said ? null : known.appointment;
    const aboutId = replied?.appointmentId ?? said?.appointmentId ?? appointment?.id ?? null;
    const answer = replied ? replied.answer : customer ? await act(deps, meant, customer, appointment) : null;
    // A yes to a meeting that is not there, or from a number that is not one person's, is for a person to read.
    const ofNumber = meant === 'stop' || meant === 'start' || meant === 'wrong_number';
    const meaning = ofNumber || (customer && answer !== 'unclear') ? meant : 'other';
    const isNew = await deps.db.write(async (q) => {
      const now = deps.clock.now();
      const senderIndex = await indexInUse(q, deps, reply.from);
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
      const handled = !isForPerson(meaning, senders) && !said?.comment;
      const kept = await insertReply(q, {
        id,
        providerId: reply.providerId,
        sender: deps.vault.seal(reply.from),
        senderIndex,
        body: deps.vault.seal(reply.body),
        meaning,
        customerId: new Set(senders.map((one) => one.id)).size === 1 ? senders[0]!.id : null,
        appointmentId: aboutId,
        receivedAt: now,
        handledAt: handled ? now : null,
        handledBy: handled ? 'engine' : null,
      });
      const received = { id, from: reply.from, senderIndex, body: reply.body, now };
      if (kept && meaning === 'wrong_number') await giveUpNumber(q, deps, received, senders);
      else if (kept && customer && answer)
        await answerReply(q, deps, received, { customer, appointment, aboutId, answer });
      return kept;
    });
    deps.log.info({ providerId: reply.providerId, meaning, known: customer !== null, isNew }, 'reply received');
    return { meaning, isNew };
  };

/** The one customer who has this number, or null: shared and dead numbers may be in anybody's hands. */
function onlySender(senders: readonly Sender[]): Sender | null {
  const alive = senders.find((one) => one.health !== 'dead');
  return alive && senders.every((one) => one.id === alive.id) ? alive : null;
}

/** What a rule could not deal with; and what comes from a number that was given up, whatever it says. */
function isForPerson(meaning: ReplyMeaning, senders: readonly Sender[]): boolean {
  if (meaning === 'other') return true;
  const givenUp = senders.length > 0 && senders.every((one) => one.health === 'dead');
  return (meaning === 'wrong_number' && senders.length > 0) || (meaning === 'start' && givenUp);
}

/** The meeting that a bare "1" from this number is about, if there is no doubt which; see `askedAbout`. */
async function findAskedAbout(
  q: Queryable,
  deps: Deps,
  senderIndex: string,
  customer: Sender,
): Promise<AskedAppointment | null> {
  const now = deps.clock.now();
  const texts = await listTextsToNumber(q, {
    recipientIndex: senderIndex,
    customerId: customer.id,
    since: now - TEXTS_ANSWERED_WITHIN,
  });
  return askedAbout(texts, await listStandingAppointments(q, customer.id, now), now);
}

interface Question {
  appointmentId: string;
  since: Since;
}

/** The question about a meeting that went to this number of late. */
async function findQuestion(
  q: Queryable,
  deps: Deps,
  recipientIndex: string,
  customer: Sender,
): Promise<Question | null> {
  const since = deps.clock.now() - QUESTIONS_ANSWERED_WITHIN;
  const question = await findNewestQuestion(q, { recipientIndex, customerId: customer.id, since });
  if (!question) return null;
  const { id: questionId, appointmentId, claimedAt } = question;
  const others = await listPurposesSince(q, { recipientIndex, since: claimedAt, questionId });
  if (others.length === 0) return { appointmentId, since: 'nothing' };
  return { appointmentId, since: others.every((purpose) => purpose === 'reply') ? 'answers' : 'more' };
}

/** Keeps what a text says to the question about a meeting. @returns null when it says nothing to it; see `feedbackIn`. */
async function takeFeedback(
  deps: Deps,
  body: string,
  customer: Sender,
  { question, appointment }: { question: Question | null; appointment: AskedAppointment | null },
): Promise<(FeedbackReply & { appointmentId: string }) | 'unclear' | null> {
  if (!question) return null;
  const { appointmentId, since } = question;
  const awaited = appointment !== null && appointment.confirmedAt === null && appointment.cannotComeAt === null;
  const said = feedbackIn(body, { since, awaited });
  if (said === null || said === 'unclear') return said;
  const kept = await giveFeedback(deps)({ customerId: customer.id, appointmentId, ...said, way: 'text' });
  return kept.ok ? { ...said, appointmentId } : null;
}

/** Keeps what a text says to an offer of an earlier time. @returns null when it says nothing to one. */
function takeOffer(
  deps: Deps,
  body: string,
  { offer, appointment }: { offer: OfferText | null; appointment: AskedAppointment | null },
) {
  return offer && takeOfferReply(deps, body, offer, appointment);
}

/** Does what the text asks for about a meeting. @returns which answer to send, or null for none. */
async function act(
  deps: Deps,
  meaning: ReplyMeaning,
  customer: Sender,
  appointment: AskedAppointment | null,
): Promise<AutomaticAnswer | null> {
  const actor: Actor = { kind: 'reply', id: customer.id };
  const asked = appointment && { appointmentId: appointment.id, expectedVersion: appointment.version, actor };
  switch (meaning) {
    case 'stop':
    case 'start':
    case 'wrong_number':
      return null;
    case 'help':
      return 'help';
    case 'confirm': {
      const done = asked && (await confirmAppointment(deps)(asked));
      return done?.ok ? 'confirmed' : 'unclear';
    }
    case 'cannot_come': {
      const done = asked && (await declineAppointment(deps)(asked));
      return done?.ok ? 'cannot_come' : 'unclear';
    }
    case 'feedback':
      return 'feedback';
    case 'offer':
      return null;
    case 'other':
      return 'unclear';
  }
}

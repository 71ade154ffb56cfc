import type { Queryable } from '@db/client.server';
import { listOptOuts } from '@db/queries/opt-outs.server';
import { findOffice } from '@db/queries/office-day.server';
import { findOfficeReply, findPersonToAnswer } from '@db/queries/reply-inbox.server';
import { listSenders } from '@db/queries/replies.server';
import { listCharged } from '@db/queries/text-costs.server';
import { DAY } from '~/domain/clock';
import { calledName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { barToAnswer, type AnswerBar } from '~/domain/messaging/may-answer';
import { segmentPrice, type SegmentPrice } from '~/domain/messaging/prices';
import { QUICK_ANSWERS, type AnswerChoice, type QuickAnswer } from '~/domain/messaging/quick-answer';
import { segmentsOf } from '~/domain/messaging/text-segments';
import { quickAnswerText } from '~/i18n/messages';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { savedAnswers, type SavedAnswer } from './saved-answers.server';
import type { SignedInStaff } from './sessions.server';
import { showReplies, type InboxReply, type ReplyRow } from './view-replies.server';

/** One text, with all that decides about an answer to it. */
export interface ReplyToAnswer {
  reply: InboxReply;
  office: { name: string; zone: string };
  now: number;
  /** The number that the text came from, as people read it. */
  from: string;
  /** Why no text may go back, or null. */
  bar: AnswerBar | null;
  /** The language of the person, and the ready answers in it; none where no text may go back. */
  language: Language;
  ready: { answer: QuickAnswer; text: string }[];
  /** The message that answered it last: an answer is given to what was seen. */
  answeredBy: string;
  /** What the office has saved to start an answer from, in the language of the person. */
  saved: SavedAnswer[];
}

/** An answer exactly as it would be sent, and what it costs. */
export interface AnswerPreview {
  body: string;
  segments: number;
  price: SegmentPrice;
}

/** One text of the viewer's office; null when there is none, or it is another office's. On record as read. */
export const viewReply =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; replyId: string }): Promise<ReplyToAnswer | null> => {
    const { staff, replyId } = input;
    const shown = await deps.db.read(async (q) => {
      const row = await findOfficeReply(q, { id: replyId, officeId: staff.officeId });
      const office = await findOffice(q, staff.officeId);
      if (!row || !office) return null;
      const [reply] = await showReplies(q, deps, staff.officeId, [row]);
      const from = deps.vault.open(row.reply.sender);
      const bar = await findBar(q, row.reply);
      const person = row.reply.customerId ? await findPersonToAnswer(q, row.reply.customerId) : null;
      const ready = bar || !person ? [] : QUICK_ANSWERS.map((answer) => readyText(deps, answer, staff, person, null));
      return {
        reply: reply!,
        office: { name: office.name, zone: office.timeZone },
        now: deps.clock.now(),
        from: deps.phoneNumbers.display(from),
        bar,
        language: person?.language ?? 'en',
        ready,
        answeredBy: row.reply.answerId ?? '',
        saved: bar ? [] : await savedAnswers(q, staff.officeId, person?.language ?? 'en'),
      };
    });
    if (!shown) return null;
    await recordRead(deps)({ reader: staff, action: 'reply.read', subjectKind: 'reply', subjectId: replyId });
    return shown;
  };

/** Shows an answer as it would be sent now, with its cost; null when there is no such text or nothing may go back. */
export const previewAnswer =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; replyId: string; choice: AnswerChoice }): Promise<AnswerPreview | null> => {
    const { staff, replyId, choice } = input;
    return deps.db.read(async (q) => {
      const row = await findOfficeReply(q, { id: replyId, officeId: staff.officeId });
      if (!row?.reply.customerId || (await findBar(q, row.reply))) return null;
      const person = await findPersonToAnswer(q, row.reply.customerId);
      if (!person) return null;
      const body = answerBody(deps, choice, staff, person);
      const price = segmentPrice(await listCharged(q, deps.clock.now() - 30 * DAY));
      return { body, segments: segmentsOf(body), price };
    });
  };

type Person = NonNullable<Awaited<ReturnType<typeof findPersonToAnswer>>>;

/** The words of an answer: ready ones in the customer's language, own words as they were typed. */
export function answerBody(deps: Deps, choice: AnswerChoice, staff: { firstName: string }, person: Person): string {
  return choice.kind === 'own' ? choice.text : readyText(deps, choice.answer, staff, person, choice.time).text;
}

function readyText(
  deps: Deps,
  answer: QuickAnswer,
  staff: { firstName: string },
  person: Person,
  time: string | null,
): { answer: QuickAnswer; text: string } {
  const { language } = person;
  const firstName = calledName(person);
  const phone = officePhone(deps.phoneNumbers, person.officePhone);
  return {
    answer,
    text: quickAnswerText({ answer, language, firstName, from: staff.firstName, officePhone: phone, time }),
  };
}

/** What stands against a text to the number that this one came from, as things are now. */
export async function findBar(q: Queryable, reply: ReplyRow['reply']): Promise<AnswerBar | null> {
  const all = await listSenders(q, reply.senderIndex);
  const optOuts = await listOptOuts(q, [reply.senderIndex]);
  const person = reply.customerId;
  const owners = new Set(all.map((one) => one.id));
  const theirs = all.filter((one) => person === null || one.id === person);
  return barToAnswer({
    noMessages: all.some((one) => one.noMessages),
    owners: theirs.length === 0 ? 0 : owners.size,
    healths: theirs.map((one) => one.health),
    optedOut: optOuts.some(({ channel }) => channel === 'sms'),
  });
}

import { findPersonToAnswer, lockOfficeReply, updateReply } from '@db/queries/reply-inbox.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { HOUR } from '~/domain/clock';
import type { AnswerBar } from '~/domain/messaging/may-answer';
import type { AnswerChoice } from '~/domain/messaging/quick-answer';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { queueMessage } from './queue-message.server';
import type { SignedInStaff } from './sessions.server';
import { answerBody, findBar } from './view-reply.server';

export type AnswerResult =
  | { ok: true; messageId: string }
  | { ok: false; reason: 'not_found' | 'answered' }
  | { ok: false; reason: 'barred'; bar: AnswerBar };

/** How long an answer is worth sending, when its way out is shut for a while. */
const WORTH_SENDING = 2 * HOUR;

/**
 * Answers a customer's text by a text to the number that it came from, at once and at any hour, because they have just
 * written. It closes the text. What stands against it is looked at once more, and an answer is given only to what was
 * seen: when a colleague has answered meanwhile, nothing is sent.
 * @param input.after the message that had answered it when the form was shown; empty for none.
 */
export const answerReplyAsStaff =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    replyId: string;
    choice: AnswerChoice;
    after: string;
    requestId: string | null;
  }): Promise<AnswerResult> =>
    deps.db.write(async (q) => {
      const { staff, replyId, choice } = input;
      const reply = await lockOfficeReply(q, { id: replyId, officeId: staff.officeId });
      if (!reply) return { ok: false, reason: 'not_found' };
      if ((reply.answerId ?? '') !== input.after) return { ok: false, reason: 'answered' };
      const bar = await findBar(q, reply);
      if (bar) return { ok: false, reason: 'barred', bar };
      const person = reply.customerId ? await findPersonToAnswer(q, reply.customerId) : null;
      if (!person) return { ok: false, reason: 'not_found' };
      const now = deps.clock.now();
      const messageId = await queueMessage(q, deps, {
        purpose: 'reply',
        channel: 'sms',
        recipient: deps.vault.open(reply.sender),
        subject: null,
        body: answerBody(deps, choice, staff, person),
        customerId: person.id,
        appointmentId: reply.appointmentId,
        language: person.language,
        sendBy: now + WORTH_SENDING,
        requestId: input.requestId,
      });
      await updateReply(q, replyId, { answerId: messageId, handledAt: now, handledBy: staff.id });
      const detail = choice.kind === 'own' ? 'own_words' : choice.answer;
      await appendAudit(q, deps, {
        chain: officeChain(staff.officeId),
        actor: { kind: 'staff', id: staff.id },
        action: 'reply.answered',
        subjectKind: 'reply',
        subjectId: replyId,
        detail,
      });
      return { ok: true, messageId };
    });

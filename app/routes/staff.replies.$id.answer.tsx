import { readAnswer } from '~/domain/messaging/quick-answer';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { backToReplies } from '~/http/reply-desk.server';
import { badRequest, notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: an answer is written on the page of the texts. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/replies'));

/** Sends the answer that was shown. */
export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const replyId = params.id ?? '';
  const answers = await readAnswers(request);
  const choice = readAnswer(answers);
  if ('fault' in choice) throw badRequest();
  const sent = await context.services.answerReplyAsStaff({
    staff: person,
    replyId,
    choice,
    after: answers.after ?? '',
    requestId: context.requestId,
  });
  if (sent.ok) return backToReplies(undefined, 'answered', replyId);
  if (sent.reason === 'not_found') throw notFound();
  return backToReplies(undefined, sent.reason === 'answered' ? 'answered_already' : 'barred', replyId);
});

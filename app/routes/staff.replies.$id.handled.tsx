import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { backToReplies } from '~/http/reply-desk.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: texts to read have a page of their own. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/replies'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const { back, show } = await readAnswers(request);
  const replyId = params.id ?? '';
  const result = await context.services.handleReply({ staff: person, replyId });
  if (!result.ok) throw notFound();
  return back === undefined ? backToReplies(show, 'handled', replyId) : backToPage(back, 'reply_handled');
});

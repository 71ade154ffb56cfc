import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { backToReplies } from '~/http/reply-desk.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: texts to read have a page of their own. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/replies'));

/** Puts the person on the call list, where no text may go back. */
export const action = allowStaff(DIARY_ROLES, async ({ person, params, context }) => {
  const replyId = params.id ?? '';
  const result = await context.services.callInsteadOfAnswer({ staff: person, replyId });
  if (!result.ok) throw notFound();
  return backToReplies(undefined, 'call_opened', replyId);
});

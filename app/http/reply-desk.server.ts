import type { ReplyNotice } from '~/domain/reply-notice';
import { redirectWithin } from './redirect-within.server';

/** Back to the customers' texts, with a notice about one of them. @param show whose texts, as the form gave it. */
export function backToReplies(show: string | undefined, notice: ReplyNotice, replyId: string): Response {
  const whose = show === 'mine' || show === 'office' ? `&show=${show}` : '';
  return redirectWithin(`/staff/replies?done=${notice}&about=${replyId}${whose}`);
}

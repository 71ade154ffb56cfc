/** What the page of customers' texts can say after something was done, or could not be: safe to carry in an address. */
export const REPLY_NOTICES = ['answered', 'handled', 'reopened', 'call_opened', 'answered_already', 'barred'] as const;
export type ReplyNotice = (typeof REPLY_NOTICES)[number];

/** The notices that say that nothing was sent. */
export const REPLY_REFUSALS: readonly ReplyNotice[] = ['answered_already', 'barred'];

/** The notice of that name, or null. */
export function replyNotice(text: string | null): ReplyNotice | null {
  return REPLY_NOTICES.find((notice) => notice === text) ?? null;
}

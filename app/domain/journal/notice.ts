/** What a customer's journal can say after something was done, or could not be: short names, safe to carry in an address. */
export const JOURNAL_NOTICES = ['sent', 'read', 'taken_back', 'read_already'] as const;
export type JournalNotice = (typeof JOURNAL_NOTICES)[number];

/** The notice of that name, or null. */
export function journalNotice(text: string | null): JournalNotice | null {
  return JOURNAL_NOTICES.find((notice) => notice === text) ?? null;
}

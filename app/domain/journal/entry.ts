import { HOUR, MINUTE } from '../clock';

/** The longest entry, in characters. */
export const ENTRY_LENGTH = 2_000;
/** The longest word on what was done about one. */
export const NOTE_LENGTH = 500;

export type TextFault = { fault: 'empty' } | { fault: 'too_long'; characters: number };

/** What was typed, without space around it and with one kind of line break; or what is wrong with it. */
export function readText(typed: string, longest: number): { text: string } | TextFault {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  if (text === '') return { fault: 'empty' };
  const characters = [...text].length;
  return characters > longest ? { fault: 'too_long', characters } : { text };
}

/** Customers write once a minute at the most. @param lastAt when they last did (ms), or null. */
export function isTooSoon(lastAt: number | null, now: number): boolean {
  return lastAt !== null && now - lastAt < MINUTE;
}

/** What deciding about entries has to know of one; instants in ms. */
export interface JournalEntry {
  id: string;
  at: number;
  writtenBy: 'customer' | 'staff';
  readAt: number | null;
  doneAt: number | null;
}

/** Later than another; of two at one instant, the one whose id is greater (ids are in order of time). */
const isAfter = (a: JournalEntry, b: JournalEntry) => a.at > b.at || (a.at === b.at && a.id > b.id);

/**
 * A customer's entries that nobody has answered or dealt with, oldest first. Any later entry of the staff answers all before it.
 * @param entries of one customer.
 */
export function unanswered<E extends JournalEntry>(entries: readonly E[]): E[] {
  const staffs = entries.filter((entry) => entry.writtenBy === 'staff');
  return entries
    .filter((entry) => entry.writtenBy === 'customer' && entry.doneAt === null)
    .filter((entry) => !staffs.some((answer) => isAfter(answer, entry)))
    .sort((a, b) => (isAfter(a, b) ? 1 : -1));
}

/** One notice will do for what is written within this time (ms). */
const ONE_NOTICE_FOR = HOUR;

/**
 * True when a new entry of the staff is worth a text or an email: not while another that came within the hour before it still
 * waits to be read.
 */
export function isWorthANotice(entries: readonly JournalEntry[], now: number): boolean {
  return !entries.some(
    ({ writtenBy, readAt, at }) => writtenBy === 'staff' && readAt === null && now - at < ONE_NOTICE_FOR,
  );
}

/** A customer may take back what they wrote until somebody has read it, or dealt with it. */
export function mayTakeBack({ writtenBy, readAt, doneAt }: Omit<JournalEntry, 'id' | 'at'>): boolean {
  return writtenBy === 'customer' && readAt === null && doneAt === null;
}

/** What keeps a customer's words from being written. */
export type WriteFault = TextFault | { fault: 'too_soon' };

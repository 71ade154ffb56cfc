import { DAY } from '../clock';
import type { MessageStatus } from '../messaging/message';

/** Why somebody has this adviser. `office_file`: the office's own system says so; `leaver`: the one before has left. */
export const TERM_REASONS = [
  'first',
  'office_file',
  'caseload',
  'asked',
  'specialist',
  'moved',
  'leaver',
  'other',
] as const;
export type TermReason = (typeof TERM_REASONS)[number];

/** What colleagues choose from when they name another adviser; the office's file speaks for itself. */
export const CHOSEN_REASONS = TERM_REASONS.filter((reason) => reason !== 'office_file' && reason !== 'first');

/** So long (ms) after it began a term may be taken back, if nobody has been told of it. */
const TAKEN_BACK_WITHIN = DAY;

/**
 * True while it can still be as if a customer had not been given another adviser: a day long, and until the message about it
 * is on its way or in the post. `now` and the terms' instants in ms.
 * @param message the one that tells them; null when they are told by phone.
 */
export function mayTakeBack(
  term: { fromAt: number; untilAt: number | null; namedBy: string | null },
  message: { status: MessageStatus; provider: string | null } | null,
  now: number,
): boolean {
  if (term.untilAt !== null || term.namedBy === null || now - term.fromAt > TAKEN_BACK_WITHIN) return false;
  if (message === null) return true;
  // A letter of the office's own print queue is still in the house.
  const waitsForPost = message.status === 'accepted' && message.provider === 'print';
  return waitsForPost || message.status === 'planned' || message.status === 'cancelled';
}

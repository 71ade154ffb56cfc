import { addDays } from '../time/wall-clock';

/** True for a date that exists, written "2026-11-24". */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return addDays(text, 0) === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Which day somebody asked to see, "YYYY-MM-DD".
 * @returns today when nothing was asked for; and, with `fault`, when it is not a date.
 */
export function chosenDay(asked: string | null, today: string): { date: string; fault: boolean } {
  if (!asked) return { date: today, fault: false };
  return isDate(asked) && asked > '1970-01-02' ? { date: asked, fault: false } : { date: today, fault: true };
}

/** The days on either side. */
export function neighbours(date: string): { previous: string; next: string } {
  return { previous: addDays(date, -1), next: addDays(date, 1) };
}

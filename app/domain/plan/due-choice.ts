import { Temporal } from 'temporal-polyfill';
import { isDate } from '../appointment/chosen-day';
import { addDays, weekdayOf } from '../time/wall-clock';

/** By when: near answers for those who do not think in dates, or a date. */
export const DUE_CHOICES = ['this_week', 'next_week', 'in_a_month', 'date'] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];

export type DueFault = 'choose' | 'not_a_date' | 'past' | 'too_far';

/** How far ahead a step may be, in days: beyond that it is a goal, or a slip of the finger in the year. */
const FURTHEST = 2 * 366;

/** The date that a near answer stands for: the Sunday of that week, or the same day of the next month. */
export function nearDate(choice: Exclude<DueChoice, 'date'>, today: string): string {
  if (choice === 'in_a_month') return Temporal.PlainDate.from(today).add({ months: 1 }).toString();
  const sunday = addDays(today, 7 - weekdayOf(today));
  return choice === 'this_week' ? sunday : addDays(sunday, 7);
}

/**
 * The date that was chosen, as it was typed in three fields where it was typed.
 * @param kept a date that may stay as it is though it is past: the one that the step has.
 */
export function chosenDue(
  answer: { due?: string; day?: string; month?: string; year?: string },
  today: string,
  kept: string | null = null,
): { date: string } | { fault: DueFault } {
  const choice = DUE_CHOICES.find((one) => one === answer.due);
  if (choice === undefined) return { fault: 'choose' };
  if (choice !== 'date') return { date: nearDate(choice, today) };
  const [day, month, year] = [answer.day, answer.month, answer.year].map((text) => (text ?? '').trim());
  if (![day, month].every((text) => /^\d{1,2}$/.test(text!)) || !/^(\d{2}|\d{4})$/.test(year!))
    return { fault: 'not_a_date' };
  const date = `${year!.length === 2 ? `20${year}` : year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  if (!isDate(date)) return { fault: 'not_a_date' };
  if (date < today && date !== kept) return { fault: 'past' };
  return date > addDays(today, FURTHEST) ? { fault: 'too_far' } : { date };
}

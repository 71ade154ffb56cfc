import { isDate } from '~/domain/appointment/chosen-day';
import { instantOf } from '~/domain/time/wall-clock';

export type AskedTime =
  /** `version` of the appointment and how many were booked in its place, when the form was shown. */
  | { kind: 'time'; startsAt: number; version: number; replaced: number }
  /** No new time was agreed. */
  | { kind: 'none' }
  | { kind: 'fault'; fault: 'choose' | 'dateFault' | 'timeFault' };

/**
 * What a member of staff asked for: one of the free times (ms), a date and time of their own on the office's
 * clock, or none. A time that the clocks skip does not exist; of one that happens twice it is the first.
 */
export function readNewTime(answers: Record<string, string>, zone: string): AskedTime {
  const { choice = '', date = '', time = '' } = answers;
  const count = (field: string) => Number(/^\d{1,9}$/.exec(answers[field] ?? '')?.[0] ?? 0);
  const seen = { version: count('version'), replaced: count('replaced') };
  if (choice === 'none') return { kind: 'none' };
  if (/^\d{10,15}$/.test(choice)) return { kind: 'time', startsAt: Number(choice), ...seen };
  if (choice !== 'other') return { kind: 'fault', fault: 'choose' };
  if (!isDate(date)) return { kind: 'fault', fault: 'dateFault' };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { kind: 'fault', fault: 'timeFault' };
  const found = instantOf(`${date}T${time}`, zone);
  if (found.kind === 'none') return { kind: 'fault', fault: 'timeFault' };
  return { kind: 'time', startsAt: found.instant, ...seen };
}

import { isDate } from '~/domain/appointment/chosen-day';
import { instantOf } from '~/domain/time/wall-clock';

export type AskedTime =
  | { kind: 'time'; startsAt: number; version: number }
  /** No new time was agreed. */
  | { kind: 'none' }
  | { kind: 'fault'; fault: 'choose' | 'dateFault' | 'timeFault' };

/**
 * What a member of staff asked for: one of the free times (ms), a date and time of their own on the office's
 * clock, or none. A time that the clocks skip does not exist; of one that happens twice it is the first.
 */
export function readNewTime(answers: Record<string, string>, zone: string): AskedTime {
  const { choice = '', date = '', time = '' } = answers;
  const version = Number(/^\d{1,9}$/.exec(answers.version ?? '')?.[0] ?? 0);
  if (choice === 'none') return { kind: 'none' };
  if (/^\d{10,15}$/.test(choice)) return { kind: 'time', startsAt: Number(choice), version };
  if (choice !== 'other') return { kind: 'fault', fault: 'choose' };
  if (!isDate(date)) return { kind: 'fault', fault: 'dateFault' };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { kind: 'fault', fault: 'timeFault' };
  const found = instantOf(`${date}T${time}`, zone);
  if (found.kind === 'none') return { kind: 'fault', fault: 'timeFault' };
  return { kind: 'time', startsAt: found.instant, version };
}

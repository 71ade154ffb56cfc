import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatOnDate, formatTime, relativeDay } from '~/i18n/format';

/** An instant in a sentence, as near people say it: "today, 2:30pm", "on Tuesday 24 November, 10am". */
export function sayWhen(instant: number, zone: string, now: number, language: Language): string {
  const near = relativeDay(wallClockOf(instant, zone).date, wallClockOf(now, zone).date, language);
  return `${near ?? formatOnDate(instant, zone, language)}, ${formatTime(instant, zone, language)}`;
}

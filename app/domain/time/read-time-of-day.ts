/**
 * A time of day as people write it, as a wall clock shows it: "8pm", "8.30 pm", "20:00", "2000", "8yp" are "20:00". Null
 * when it is none, or could be two: a bare "8" may be morning or evening.
 */
export function readTimeOfDay(text: string): string | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (/^(midday|noon|hanner dydd)$/.test(typed)) return '12:00';
  if (/^(midnight|hanner nos)$/.test(typed)) return '00:00';
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))? ?(am|a\.m\.|yb|pm|p\.m\.|yp)?$/.exec(typed);
  if (!found) return null;
  const [, hours = '', minutes, half] = found;
  const hour = Number(hours);
  const minute = Number(minutes ?? '0');
  if (minute > 59) return null;
  if (half) {
    if (hour < 1 || hour > 12) return null;
    return clock((hour % 12) + (half.startsWith('p') || half === 'yp' ? 12 : 0), minute);
  }
  return minutes === undefined || hour > 23 ? null : clock(hour, minute);
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

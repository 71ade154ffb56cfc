/** The address of a week of a diary: a date in it, and whose. */
export function diaryPath(date: string, adviser: string): string {
  return `/staff/diary?date=${date}&adviser=${adviser}`;
}

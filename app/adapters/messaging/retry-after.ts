/** `Retry-After` in ms: a number of seconds, or a date, which counts from the answer's own date; null when it says neither. */
export function retryAfterOf(headers: Record<string, unknown>): number | null {
  const value = headers['retry-after'];
  if (typeof value !== 'string' || value === '') return null;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const wait = Date.parse(value) - Date.parse(typeof headers.date === 'string' ? headers.date : '');
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

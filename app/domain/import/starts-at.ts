import type { LineCells } from './line-cells';

/** The instant of a wall-clock time "2026-11-24T14:30" in a zone; a time that happens twice gives the first. */
export type InstantOf = (wall: string, zone: string) => { kind: 'one' | 'twice'; instant: number } | { kind: 'none' };

const FORM = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const EXAMPLE = '2026-11-24T14:30';

export type DateTimeReading = { ok: true; instant: number; twice: boolean } | { ok: false; problem: string };

/**
 * Reads a date and time in ISO 8601: with an offset or "Z" an instant (ms), without one the wall clock of `zone`.
 * The first of a time that happens twice. A problem is worded to follow what was typed.
 */
export function readDateTime(text: string, zone: string, instantOf: InstantOf): DateTimeReading {
  const parts = FORM.exec(text);
  if (!parts) return { ok: false, problem: `is not a date and time written like ${EXAMPLE}` };
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as Six;
  if (year < 2000 || year > 2100 || !isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) {
    return { ok: false, problem: 'is a date or time that does not exist' };
  }
  if (parts[7] !== undefined) {
    const offset = minutesOf(parts[7]);
    if (Number.isNaN(offset)) return { ok: false, problem: 'has an offset that does not exist' };
    return { ok: true, instant: Date.UTC(year, month - 1, day, hour, minute - offset, second), twice: false };
  }
  const found = instantOf(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}`, zone);
  if (found.kind === 'none') {
    return { ok: false, problem: `does not exist in ${zone}: the clocks go forward then` };
  }
  return { ok: true, instant: found.instant + second * 1_000, twice: found.kind === 'twice' };
}

/** Reads `starts_at` (see `readDateTime`); what is wrong goes to the line, and null comes back. */
export function readStartsAt(cells: LineCells, zone: string, instantOf: InstantOf): number | null {
  const raw = cells.raw('starts_at');
  if (raw === '') {
    cells.problems.push('starts_at is empty');
    return null;
  }
  const read = readDateTime(raw, zone, instantOf);
  if (!read.ok) {
    cells.problem('starts_at', read.problem);
    return null;
  }
  if (read.twice) {
    cells.warning('starts_at', `happens twice in ${zone}, as the clocks go back then; the first is taken`);
  }
  return read.instant;
}

type Six = [number, number, number, number, number, number];

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** Minutes east of UTC; NaN when no place on earth has it. */
function minutesOf(offset: string): number {
  if (/z/i.test(offset)) return 0;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  if (minutes > 14 * 60 || Number(digits.slice(2)) > 59) return Number.NaN;
  return offset.startsWith('-') ? -minutes : minutes;
}

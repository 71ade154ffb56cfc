import { listLoadedHolidays, replaceHolidays, shippedHolidays } from '@db/queries/bank-holidays.server';
import { compareHolidays, readHolidayList, type BankHoliday } from '~/domain/time/holiday-list';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';

export type HolidaysLoaded =
  | { ok: true; total: number; added: BankHoliday[]; removed: BankHoliday[] }
  /** In words for an operator; nothing was changed. */
  | { ok: false; problem: string };

/**
 * Puts a list of bank holidays in the place of the one that was loaded, whole or not at all. The same list again changes
 * nothing. For all offices, so it stands in the audit trail of the service.
 * @param input the government's list as JSON; null for the one that comes with the service.
 */
export const loadBankHolidays =
  (deps: Deps) =>
  async (input: unknown): Promise<HolidaysLoaded> => {
    const read = input === null ? { ok: true as const, holidays: shippedHolidays() } : readHolidayList(input);
    if (!read.ok) return read;
    return deps.db.write(async (q) => {
      const changes = compareHolidays(await listLoadedHolidays(q), read.holidays);
      if (changes.added.length + changes.removed.length > 0) {
        await replaceHolidays(q, read.holidays);
        await appendAudit(q, deps, {
          chain: 'service',
          actor: { kind: 'command', id: null },
          action: 'bank_holidays.loaded',
          subjectKind: 'bank_holidays',
          subjectId: null,
          detail: `${changes.added.length} added, ${changes.removed.length} removed`,
        });
      }
      return { ok: true, total: read.holidays.length, ...changes };
    });
  };

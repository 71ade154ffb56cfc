import { findOpenCall } from '@db/queries/call-list.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { callDays } from '~/domain/messaging/call-wish';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';

export interface CallTimes {
  zone: string;
  now: number;
  today: string;
  /** Dates of the office that can be chosen. */
  days: string[];
  /** By when somebody will call, if they have asked (ms). */
  callDueAt: number | null;
}

/** When a customer can be called, to choose from. @throws when there is no such customer. */
export const viewCallTimes =
  (deps: Deps) =>
  async ({ customerId }: { customerId: string }): Promise<CallTimes> =>
    deps.db.read(async (q) => {
      const person = await findCustomerWithOffice(q, customerId);
      if (!person) throw new Error('no such customer');
      const now = deps.clock.now();
      const hours = await getWorkingTime(q, person.office.id);
      const open = await findOpenCall(q, { customerId, reason: 'asked_for_call' });
      return {
        ...{ zone: hours.zone, now, today: wallClockOf(now, hours.zone).date },
        days: callDays(now, hours),
        callDueAt: open?.dueAt ?? null,
      };
    });

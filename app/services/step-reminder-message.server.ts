import type { Queryable } from '@db/client.server';
import { endPlannedMessages, insertBookingNews } from '@db/queries/reminders.server';
import type { Deps } from './deps';

/**
 * The id of the one message that reminds of a step and its date, in the form of a UUID (version 8: ours). Made from both,
 * so that the primary key of the ledger keeps a second one out, whoever writes it.
 */
export function stepMessageId(deps: Deps, step: { id: string; dueOn: string }): string {
  const hex = deps.vault.digest(`step ${step.id} ${step.dueOn}`);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** Takes the reminder of a step and its date back, if it still waits to be sent: the step is done, off the plan or has another date. */
export async function withdrawStepReminder(
  q: Queryable,
  deps: Deps,
  step: { id: string; dueOn: string },
): Promise<void> {
  const now = deps.clock.now();
  const waiting = { ids: [stepMessageId(deps, step)], status: 'superseded' as const, reason: 'step_settled', now };
  const ended = await endPlannedMessages(q, waiting);
  await insertBookingNews(
    q,
    ended.map((messageId) => ({
      ...{ id: deps.newId(), messageId, at: now, status: 'superseded' as const, source: 'booking' as const },
      ...{ detail: null, newsKey: 'superseded' },
    })),
  );
}

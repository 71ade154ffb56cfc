import type { ClaimContext } from '@db/queries/claim-context.server';
import type { MessageRow } from '@db/queries/messages.server';
import type { Deps } from './deps';
import { prepareMessage, type Prepared } from './prepare-message.server';

/** What would become of a planned message, and when (ms). */
export interface Expected {
  at: number;
  prepared: Prepared;
}

/**
 * What the worker would do with a planned message when its time comes, by the worker's own decision and from what is known
 * now: an answer, a receipt or a change until then may still make it another. Changes nothing.
 */
export function expectWay(deps: Deps, message: MessageRow, context: ClaimContext): Expected {
  const due = Math.max(message.notBefore, deps.clock.now());
  const first = prepare(deps, message, context, due);
  if (first.act !== 'hold') return { at: due, prepared: first };
  return { at: first.until, prepared: prepare(deps, message, context, first.until) };
}

/** As the claim does: one that cannot be written ends there, and spoils no page that shows it with others. */
function prepare(deps: Deps, message: MessageRow, context: ClaimContext, at: number): Prepared {
  try {
    return prepareMessage(deps, message, context, at);
  } catch (error) {
    const fault = error instanceof Error ? error.name : 'unknown';
    deps.log.warn({ messageId: message.id, fault }, 'a planned message cannot be written');
    return { act: 'end', status: 'failed', reason: 'cannot_be_written' };
  }
}

import type { Queryable } from '@db/client.server';
import { insertStepEvent } from '@db/queries/plan.server';
import type { Actor } from '~/domain/access/role';
import type { StepEventKind } from '~/domain/plan/step';
import type { Deps } from './deps';

/** Keeps what happened to a step, and what was said about it, sealed. */
export async function recordStepEvent(
  q: Queryable,
  deps: Deps,
  event: { stepId: string; kind: StepEventKind; actor: Actor; note?: string },
): Promise<void> {
  const note = event.note?.trim() ?? '';
  await insertStepEvent(q, {
    id: deps.newId(),
    stepId: event.stepId,
    at: deps.clock.now(),
    kind: event.kind,
    actorKind: event.actor.kind,
    actorId: event.actor.id,
    note: note === '' ? null : deps.vault.seal(note),
  });
}

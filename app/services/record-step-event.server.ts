import type { Queryable } from '@db/client.server';
import { markHelped } from '@db/queries/helped-things.server';
import { insertStepEvent } from '@db/queries/plan.server';
import type { Actor } from '~/domain/access/role';
import type { StepEventKind } from '~/domain/plan/step';
import type { StepBefore } from '~/domain/plan/step-state';
import type { Deps } from './deps';

/**
 * Keeps what happened to a step, and what was said about it, sealed; with the meeting at which it was, if at one, and how the
 * step stood before, where that can be put back.
 * @returns the event's id.
 */
export async function recordStepEvent(
  q: Queryable,
  deps: Deps,
  event: {
    stepId: string;
    kind: StepEventKind;
    actor: Actor;
    note?: string;
    appointmentId?: string;
    before?: StepBefore;
  },
): Promise<string> {
  const note = event.note?.trim() ?? '';
  const id = deps.newId();
  await insertStepEvent(q, {
    id,
    stepId: event.stepId,
    at: deps.clock.now(),
    kind: event.kind,
    actorKind: event.actor.kind,
    actorId: event.actor.id,
    note: note === '' ? null : deps.vault.seal(note),
    appointmentId: event.appointmentId ?? null,
    before: event.before ?? null,
  });
  await markHelped(q, event.actor.helpId, [id]);
  return id;
}

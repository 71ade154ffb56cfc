import { updateVisit, type VisitRow } from '@db/queries/visits.server';
import type { Queryable } from '@db/client.server';
import type { Actor } from '~/domain/access/role';
import type { EndedBy } from '~/domain/assisted/visit';
import type { Deps } from './deps';
import { endAgreement } from './end-agreement';
import { noteVisit } from './note-visit';

/** Ends a visit inside the caller's transaction, and what was agreed to at it. On record. */
export async function endVisit(
  q: Queryable,
  deps: Deps,
  { visit, by, actor }: { visit: VisitRow; by: EndedBy; actor: Actor },
): Promise<void> {
  await endAgreement(q, deps, { visit, by, actor });
  await updateVisit(q, visit.id, { endedAt: deps.clock.now(), endedBy: by });
  await noteVisit(q, deps, { officeId: visit.officeId, visitId: visit.id, actor, action: 'visit.ended', detail: by });
}

/** Who acts when nobody does: the time. */
export const TIME: Actor = { kind: 'worker', id: null };

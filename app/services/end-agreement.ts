import { lockHelpsOfVisit, updateVisit, type VisitRow } from '@db/queries/visits.server';
import type { Queryable } from '@db/client.server';
import type { Actor } from '~/domain/access/role';
import type { EndedBy } from '~/domain/assisted/visit';
import type { Deps } from './deps';
import { endHelp } from './end-help.server';
import { noteVisit } from './note-visit';

/**
 * Ends what a customer agreed to at a visit, inside the caller's transaction, and with it every help that goes on because of
 * it: their sessions are gone, so the champion's next page is none of the customer's. On record.
 * @returns false where nothing was agreed to, or it was ended before.
 */
export async function endAgreement(
  q: Queryable,
  deps: Deps,
  { visit, by, actor }: { visit: VisitRow; by: EndedBy; actor: Actor },
): Promise<boolean> {
  if (visit.agreedAt === null || visit.agreementEndedAt !== null) return false;
  const at = deps.clock.now();
  await updateVisit(q, visit.id, { agreementEndedAt: at, agreementEndedBy: by });
  const helps = await lockHelpsOfVisit(q, visit.id);
  for (const help of helps) await endHelp(q, deps, help, { by, at, readBack: false });
  const about = { officeId: visit.officeId, visitId: visit.id, actor };
  await noteVisit(q, deps, { ...about, action: 'visit.agreement_ended', detail: `${by} helps ${helps.length}` });
  return true;
}

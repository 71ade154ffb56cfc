import type { Queryable } from '@db/client.server';
import type { Actor } from '~/domain/access/role';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';

/** What became of a request, for the audit trail of its office. */
export interface NotedRequest {
  id: string;
  officeId: string;
  action: AuditAction;
  detail: string;
}

/** What makes requests by rule, from needs and meetings. */
const BY_RULE: Actor = { kind: 'worker', id: null };

/** Puts what became of requests on the audit trail, office by office in one order, so that no two who do wait for each other. */
export async function noteRequests(
  q: Queryable,
  deps: Deps,
  noted: readonly NotedRequest[],
  by: Actor = BY_RULE,
): Promise<void> {
  const inOrder = [...noted].sort((a, b) => (a.officeId < b.officeId ? -1 : a.officeId > b.officeId ? 1 : 0));
  for (const { id, officeId, action, detail } of inOrder)
    await appendAudit(q, deps, {
      ...{ chain: officeChain(officeId), actor: { kind: by.kind, id: by.id }, action },
      ...{ subjectKind: 'format_request', subjectId: id, detail },
    });
}

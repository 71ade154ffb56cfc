import type { Queryable } from '@db/client.server';
import type { Actor } from '~/domain/access/role';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInCustomer, SignedInStaff } from './sessions.server';

/** Who did something at a visit: the customer, or the colleague who uses the portal for them. */
export function actorOf(person: SignedInCustomer | SignedInStaff): Actor {
  if (person.kind === 'staff') return { kind: 'staff', id: person.id };
  return person.help ? { kind: 'staff', id: person.help.by.id } : { kind: 'customer', id: person.id };
}

/** Puts something about a visit on record. */
export function noteVisit(
  q: Queryable,
  deps: Deps,
  fact: { officeId: string; visitId: string; actor: Actor; action: AuditAction; detail?: string },
): Promise<void> {
  const { officeId, visitId, actor, action, detail } = fact;
  const about = { subjectKind: 'visit', subjectId: visitId };
  return appendAudit(q, deps, { chain: officeChain(officeId), actor, action, ...about, detail });
}

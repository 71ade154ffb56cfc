import type { Queryable } from '@db/client.server';
import { closeCallsTo } from '@db/queries/call-list.server';
import { lockOfficeCustomer } from '@db/queries/customer-care.server';
import { deleteHelpSessions, insertHelp, lockOpenHelpsOf } from '@db/queries/helps.server';
import type { HelpWay, IdentityProof } from '~/domain/assisted/help';
import { officeChain } from '~/domain/audit/audit-entry';
import { SECOND } from '~/domain/clock';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { endHelp } from './end-help.server';
import { openSession } from './sessions.server';

/** A help that began less than this ago (ms) for the same customer is the same form sent twice. */
const SAME_FORM = 30 * SECOND;

export interface BegunHelp {
  id: string;
  /** For the cookie of the help. */
  secret: string;
}

/**
 * Begins to use the portal for a customer of the member's office, in the caller's transaction: by phone after the questions,
 * at the desk for somebody they know, or beside them at a visit that the customer agreed to. Whatever else the member had
 * going on ends; the same form sent twice begins one help. On record.
 * @returns null when there is no such customer in that office.
 */
export async function beginHelp(
  q: Queryable,
  deps: Deps,
  input: {
    staff: { id: string; officeId: string };
    customerId: string;
    way: HelpWay;
    identity: IdentityProof;
    visitId?: string | null;
  },
): Promise<BegunHelp | null> {
  const { staff, customerId, way, identity, visitId = null } = input;
  const { officeId } = staff;
  const now = deps.clock.now();
  if (!(await lockOfficeCustomer(q, { id: customerId, officeId }))) return null;
  const open = await lockOpenHelpsOf(q, staff.id);
  const same = open.find(
    (one) =>
      one.customerId === customerId && one.way === way && one.visitId === visitId && now - one.startedAt < SAME_FORM,
  );
  for (const other of open.filter((one) => one !== same))
    await endHelp(q, deps, other, { by: 'staff', at: now, readBack: false });
  // Whoever has been seen need not be rung to find out who they are.
  if (identity === 'known')
    await closeCallsTo(q, {
      ...{ customerIds: [customerId], reasons: ['ring_back'], outcome: 'not_needed' as const, by: staff.id, now },
    });
  const id = same?.id ?? deps.newId();
  if (same) await deleteHelpSessions(q, id);
  else {
    const about = { id, customerId, officeId, staffId: staff.id };
    await insertHelp(q, { ...about, way, identity, visitId, startedAt: now });
  }
  const secret = await openSession(
    q,
    deps,
    { kind: 'customer', id: customerId, help: { id, staffId: staff.id } },
    null,
  );
  if (!same)
    await appendAudit(q, deps, {
      ...{ chain: officeChain(officeId), actor: { kind: 'staff', id: staff.id }, action: 'help.begun' },
      ...{ subjectKind: 'customer', subjectId: customerId, detail: `${id} ${way} ${identity}` },
    });
  return { id, secret };
}

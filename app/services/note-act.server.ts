import { insertCustomerAct } from '@db/queries/customer-acts.server';
import { officeChain } from '~/domain/audit/audit-entry';
import type { ActWay } from '~/domain/assisted/help';
import { serviceOf } from '~/domain/assisted/customer-actions';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInCustomer } from './sessions.server';

/**
 * Counts something that a customer did in the portal, or that a colleague did for them, by the address pattern that it was sent
 * to; what a colleague did is on record as theirs. What is no service of the portal (reading a message, say) is not counted.
 */
export const noteAct =
  (deps: Deps) =>
  async ({ person, action }: { person: SignedInCustomer; action: string }): Promise<void> => {
    const service = serviceOf(action);
    if (service === null) return;
    const { id: customerId, officeId, kioskId, help } = person;
    const way: ActWay = help?.way ?? (kioskId === null ? 'online' : 'kiosk');
    const act = { id: deps.newId(), customerId, officeId, at: deps.clock.now(), action, service, way };
    await deps.db.write(async (q) => {
      await insertCustomerAct(q, { ...act, helpId: help?.id ?? null });
      if (!help) return;
      await appendAudit(q, deps, {
        ...{ chain: officeChain(officeId), actor: { kind: 'staff', id: help.by.id }, action: 'help.acted' },
        ...{ subjectKind: 'customer', subjectId: customerId, detail: action },
      });
    });
  };

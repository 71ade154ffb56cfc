import type { ActWay } from '~/domain/assisted/help';
import type { ContactService } from '~/domain/journey/contact-record';
import type { Queryable } from '../client.server';

/** Something that a customer did in the portal, as `customerActs` keeps it. */
export interface NewCustomerAct {
  id: string;
  customerId: string;
  officeId: string;
  at: number;
  action: string;
  service: ContactService;
  way: ActWay;
  helpId: string | null;
}

export async function insertCustomerAct(q: Queryable, act: NewCustomerAct): Promise<void> {
  await q.insert(q.tables.customerActs).values(act);
}

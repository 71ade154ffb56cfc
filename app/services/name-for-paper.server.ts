import { findCustomerWithOffice } from '@db/queries/home.server';
import type { Deps } from './deps';

/** What stands on paper that somebody prints with their details on it: their name and reference. @throws when there is no such customer. */
export const nameForPaper =
  (deps: Deps) =>
  async ({ customerId }: { customerId: string }): Promise<{ name: string; ref: string }> => {
    const found = await deps.db.read((q) => findCustomerWithOffice(q, customerId));
    if (!found) throw new Error('a session belongs to nobody');
    const { firstName, lastName, ref } = found.customer;
    return { name: `${firstName} ${lastName}`, ref };
  };

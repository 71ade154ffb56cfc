import type { InferSelectModel } from 'drizzle-orm';
import type { SignInWay } from '~/domain/access/role';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import type { Tables } from '../schema/tables';
import type { Customer } from './people';
import { createRandom } from './random';
import type { Ids, RowMaking } from './rows';

const DEVICES = ['Chrome, Android', 'Safari, iPhone', 'Samsung Internet, Android', 'Edge, Windows', 'Chrome, Windows'];

/**
 * The sign-ins of the last weeks: one in three customers looks in now and then, each mostly with the same device; the
 * visitor always has, once at a computer of the jobcentre with a card.
 */
export function signInRows(
  customers: readonly Customer[],
  ids: Ids,
  make: RowMaking,
): InferSelectModel<Tables['signInRecords']>[] {
  const random = createRandom(19);
  return customers.flatMap((customer, i) => {
    const customerId = ids.customers.get(customer.ref)!;
    const times = i === 0 ? 4 : random.pick([0, 0, 0, 0, 1, 3]);
    const own = i === 0 ? 'Chrome, Android' : random.pick(DEVICES);
    const way: SignInWay = customer.mobile ? 'text' : customer.email ? 'email' : 'card';
    return Array.from({ length: times }, (_, n) => {
      const atTheOffice = i === 0 && n === 3;
      return {
        ...{ id: make.id(), customerId, at: make.now - (n * 6 + 1) * DAY - random.between(0, 8 * 60) * MINUTE - HOUR },
        way: atTheOffice ? ('card' as const) : way,
        device: atTheOffice ? 'Edge, Windows' : own,
      };
    });
  });
}

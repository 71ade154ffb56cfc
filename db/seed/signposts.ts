import type { InferSelectModel } from 'drizzle-orm';
import { DAY } from '~/domain/clock';
import { askDay, SIGNPOST_OUTCOMES } from '~/domain/signpost/signpost';
import { ATTITUDES, CONFIDENCES } from '~/domain/situation/outlook';
import { addDays } from '~/domain/time/wall-clock';
import type { Tables } from '../schema/tables';
import type { Customer } from './people';
import { createRandom } from './random';
import type { Ids, RowMaking } from './rows';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;

/** One in eight customers was pointed to a place in the last four weeks; some are to be asked about it today, of some it is known what came of it. */
export function signpostRows(
  { customers, today }: { customers: readonly Customer[]; today: string },
  places: readonly Row<'digitalPlaces'>[],
  ids: Ids,
  make: RowMaking,
): Row<'signposts'>[] {
  const random = createRandom(88);
  return customers.flatMap((customer, index): Row<'signposts'>[] => {
    const [told, daysAgo, settled] = [random.chance(0.125), random.between(3, 28), random.chance(0.7)];
    const officeId = ids.offices.get(customer.officeRef)!;
    const place = random.pick(places.filter((one) => one.officeId === officeId));
    const outcome = random.pick(SIGNPOST_OUTCOMES);
    if (!told || index === 0) return [];
    const givenAt = make.now - daysAgo * DAY;
    const askOn = askDay(addDays(today, -daysAgo));
    const isAsked = askOn < today && settled;
    const staffId = ids.staff.get(customer.adviserRef)!;
    return [
      {
        ...{ id: make.id(), customerId: ids.customers.get(customer.ref)!, officeId, kind: 'digital_place' },
        ...{ need: place.teaches.split(',')[0] || 'device', targetId: place.id, name: place.name },
        ...{ givenAt, givenBy: staffId, askOn, withdrawnAt: null },
        ...{ outcome: isAsked ? outcome : null, outcomeAt: isAsked ? make.now - DAY : null },
        outcomeBy: isAsked ? staffId : null,
      },
    ];
  });
}

const WORDS = {
  en: 'I have not been in an interview for ten years.',
  cy: 'Dydw i ddim wedi bod mewn cyfweliad ers deng mlynedd.',
};

/** One in five customers has said how they look at work, a few in their own words. */
export function outlookRows(customers: readonly Customer[], ids: Ids, make: RowMaking): Row<'outlooks'>[] {
  const random = createRandom(89);
  return customers.flatMap((customer): Row<'outlooks'>[] => {
    const [tells, writes, daysAgo] = [random.chance(0.2), random.chance(0.3), random.between(2, 60)];
    const [confidence, attitude] = [random.pick(CONFIDENCES), random.pick(ATTITUDES)];
    if (!tells) return [];
    return [
      {
        ...{ id: make.id(), customerId: ids.customers.get(customer.ref)!, confidence, attitude },
        ...{ note: writes ? make.seal(WORDS[customer.language]) : null, toldAt: make.now - daysAgo * DAY },
        ...{ toldBy: 'customer', staffId: null, withdrawnAt: null },
      },
    ];
  });
}

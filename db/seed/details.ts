import type { InferSelectModel } from 'drizzle-orm';
import { DAY } from '~/domain/clock';
import type { Tables } from '../schema/tables';
import type { Customer } from './people';
import { createRandom } from './random';
import type { Ids, RowMaking } from './rows';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;

/** Partners that do not exist, of kinds that do. */
const PARTNERS = [
  {
    ref: 'CAREERS',
    name: 'Llwybrau Careers Service',
    what: 'They talk with you about kinds of work, and help with your CV.',
    whatInWelsh: 'Maen nhw’n siarad gyda chi am fathau o waith, ac yn helpu gyda’ch CV.',
  },
  {
    ref: 'TRAINING',
    name: 'Menai Vale Training',
    what: 'They run short courses, such as forklift, care and first aid.',
    whatInWelsh: 'Maen nhw’n cynnal cyrsiau byr, fel wagen fforch godi, gofal a chymorth cyntaf.',
  },
  {
    ref: 'EMPLOYMENT',
    name: 'Next Stile Employment Programme',
    what: 'They help people who have been out of work for a year or more.',
    whatInWelsh: 'Maen nhw’n helpu pobl sydd wedi bod heb waith am flwyddyn neu fwy.',
  },
] as const;

/** The partners of the district, who agreed to be seen by them, and what people need so that they can take part. */
export function detailsOfDistrict(district: { customers: readonly Customer[] }, ids: Ids, make: RowMaking) {
  const { customers } = district;
  // Its own, so that the rest of the district stays as it is.
  const random = createRandom(18);
  const partners: Row<'partners'>[] = PARTNERS.map((partner) => ({ ...partner, id: random.id(), active: true }));
  const consents: Row<'consents'>[] = [];
  const accessNeeds: Row<'accessNeeds'>[] = [];
  for (const [i, customer] of customers.entries()) {
    const customerId = ids.customers.get(customer.ref)!;
    for (const [n, { id: partnerId }] of partners.entries()) {
      // The visitor has agreed to one, and once to another; most others to one or none.
      if (i === 0 ? n > 1 : !random.chance(0.25)) continue;
      const givenAt = make.now - random.between(20, 200) * DAY;
      const over = i === 0 ? n === 1 : random.chance(0.1);
      const withdrawnAt = over ? givenAt + 10 * DAY : null;
      const by = { givenBy: 'customer' as const, withdrawnBy: over ? ('customer' as const) : null };
      consents.push({ id: random.id(), customerId, partnerId, givenAt, withdrawnAt, ...by });
    }
    if (i > 0 && !random.chance(0.06)) continue;
    const need = i === 0 ? 'large_print' : random.pick(['bsl', 'interpreter', 'large_print', 'easy_read', 'step_free'] as const); // prettier-ignore
    const detail = need === 'interpreter' ? make.seal(random.pick(['Polski', 'العربية', 'Українська'])) : null;
    const told = { toldAt: make.now - 30 * DAY, toldBy: 'customer' as const, withdrawnAt: null };
    accessNeeds.push({ id: random.id(), customerId, need, detail, ...told });
  }
  return { partners, consents, accessNeeds };
}

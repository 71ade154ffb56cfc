import type { InferSelectModel } from 'drizzle-orm';
import { DAY } from '~/domain/clock';
import { BARRIERS, type Barrier } from '~/domain/situation/barrier';
import type { Tables } from '../schema/tables';
import { LOCAL_HELP } from './local-help';
import type { Customer } from './people';
import { createRandom } from './random';
import type { Ids, RowMaking } from './rows';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;

export function localHelpRows(ids: Ids, make: RowMaking): Row<'localHelp'>[] {
  return LOCAL_HELP.map(({ officeRef, ...help }) => ({
    ...help,
    id: make.id(),
    ref: `HELP-${officeRef}-${help.barrier}`,
    officeId: ids.offices.get(officeRef)!,
    active: true,
  }));
}

/** What some people wrote. */
const NOTES: Record<Barrier, { en: string; cy: string }> = {
  childcare: { en: 'My son finishes school at 3.', cy: 'Mae fy mab yn gorffen ysgol am 3.' },
  caring: { en: 'I look after my mother.', cy: 'Rydw i’n gofalu am fy mam.' },
  travel: { en: 'The last bus home is at ten to six.', cy: 'Mae’r bws olaf adref am ddeg munud i chwech.' },
  health: { en: 'I cannot stand for long.', cy: 'Alla i ddim sefyll yn hir.' },
  money: { en: 'I’m behind with the electric.', cy: 'Rydw i ar ei hôl hi gyda’r trydan.' },
  housing: { en: 'I am staying with my sister.', cy: 'Rydw i’n aros gyda fy chwaer.' },
  confidence: { en: 'I go blank in interviews.', cy: 'Mae fy meddwl yn mynd yn wag mewn cyfweliad.' },
  it: { en: 'I only have my phone.', cy: 'Dim ond fy ffôn sydd gen i.' },
  reading: { en: 'Long forms are hard.', cy: 'Mae ffurflenni hir yn anodd.' },
  english: { en: 'I understand more than I can say.', cy: 'Rydw i’n deall mwy nag y galla i ei ddweud.' },
};

/** Two in five customers have told something, a few in their own words, and some have taken it back; the visitor has told two things. */
export function barrierRows(customers: readonly Customer[], ids: Ids, make: RowMaking): Row<'barriers'>[] {
  const random = createRandom(57);
  return customers.flatMap((customer, index) => {
    const kinds = index === 0 ? (['travel', 'it'] as const) : random.shuffle(BARRIERS).slice(0, random.between(1, 3));
    const [tells, writes, takesBack] = [random.chance(0.4), random.chance(0.3), random.chance(0.1)];
    const toldAt = make.now - random.between(2, 60) * DAY;
    if (index > 0 && !tells) return [];
    const first = BARRIERS.find((kind) => kinds.some((one) => one === kind));
    return kinds.map((kind) => ({
      ...{ id: make.id(), customerId: ids.customers.get(customer.ref)!, kind, toldAt },
      toldBy: 'customer' as const,
      note: kind === first && (writes || index === 0) ? make.seal(NOTES[kind][customer.language]) : null,
      withdrawnAt: takesBack && index > 0 ? toldAt + DAY : null,
    }));
  });
}

import { findCustomerWithOffice } from '@db/queries/home.server';
import { listLocalHelp } from '@db/queries/situation.server';
import { BARRIERS } from '~/domain/situation/barrier';
import { noteOf } from '~/domain/situation/change-barriers';
import type { Language } from '~/domain/language';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { toldBy } from './tell-situation.server';

/**
 * Who helps near the customer's office with what they have told, in the order in which it is asked; with everything when
 * they have told nothing.
 */
export const viewLocalHelp = (deps: Deps) => async (input: { customerId: string; language: Language }) =>
  deps.db.read(async (q) => {
    const person = await findCustomerWithOffice(q, input.customerId);
    if (!person) throw new Error('a session belongs to nobody');
    const { office, adviserFirstName } = person;
    const told = await toldBy(q, deps, input.customerId);
    const kinds = told.length === 0 ? BARRIERS : BARRIERS.filter((kind) => told.some((one) => one.kind === kind));
    const help = await listLocalHelp(q, { officeId: office.id, kinds });
    return {
      adviserFirstName,
      officePhone: officePhone(deps.phoneNumbers, office.phone),
      told: told.length > 0,
      note: noteOf(told),
      sections: kinds.map((kind) => ({
        kind,
        help: help
          .filter(({ barrier }) => barrier === kind)
          .map(({ name, what, whatInWelsh, phone, address }) => ({
            ...{ name, address },
            what: (input.language === 'cy' && whatInWelsh) || what,
            phone: phone && officePhone(deps.phoneNumbers, phone),
          })),
      })),
    };
  });

export type LocalHelpView = Awaited<ReturnType<ReturnType<typeof viewLocalHelp>>>;

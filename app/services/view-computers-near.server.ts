import { listComputerPlaces } from '@db/queries/computer-places.server';
import { findArea } from '@db/queries/home.server';
import { milesBetween } from '~/domain/club/distance';
import type { Language } from '~/domain/language';
import type { Deps } from './deps';

/** As many places as fit on one sheet of paper. */
const FEW = 6;
/** Farther than anything (miles), for what is nowhere on the map. */
const FAR = 99_999;

/**
 * Where near an area there are computers to use for nothing, and people who show how: the nearest first, and then those whose
 * place on the map nobody knows. Nothing in it is about anybody.
 * @param input.near an outward code, "LL57"; null: all of them, by name.
 */
export const viewComputersNear = (deps: Deps) => async (input: { near: string | null; language: Language }) =>
  deps.db.read(async (q) => {
    const area = input.near === null ? null : await findArea(q, input.near);
    return (await listComputerPlaces(q))
      .map(({ ref, kind, name, what, whatInWelsh, address, postcode, phone, open, cost, stepFree, ...place }) => {
        const { latitude, longitude } = place;
        const known = area && latitude !== null && longitude !== null;
        return {
          ...{ ref, kind, name, postcode, phone, open, cost, stepFree, address },
          what: (input.language === 'cy' && whatInWelsh) || what,
          /** As the crow flies; null where it cannot be said. */
          miles: known ? milesBetween(area, { latitude, longitude }) : null,
        };
      })
      .sort((a, b) => (a.miles ?? FAR) - (b.miles ?? FAR))
      .slice(0, FEW);
  });

export type ComputersNear = Awaited<ReturnType<ReturnType<typeof viewComputersNear>>>;

import type { Composition } from '~/composition.server';
import { offerFreedTimes as offer } from '~/services/offer-freed-times.server';

/** Offers times that have come free to people who would come sooner. */
export const offerFreedTimes = ({ deps }: Composition): (() => Promise<boolean>) => {
  const run = offer(deps);
  return async () => {
    await run();
    return false;
  };
};

import type { Composition } from '~/composition.server';
import { raiseReasks } from '~/services/raise-reasks.server';

/** Notes who is to be asked again how they are best served. */
export const reAsk = ({ deps }: Composition): (() => Promise<boolean>) => {
  const run = raiseReasks(deps);
  return async () => {
    await run();
    return false;
  };
};

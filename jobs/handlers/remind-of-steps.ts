import type { Composition } from '~/composition.server';
import { remindOfSteps as remind } from '~/services/remind-of-steps.server';

/** Reminds customers of the steps of their plans, as each of them wishes. */
export const remindOfSteps = ({ deps }: Composition): (() => Promise<boolean>) => {
  const run = remind(deps);
  return async () => {
    await run();
    return false;
  };
};

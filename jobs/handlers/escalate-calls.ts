import type { Composition } from '~/composition.server';
import { escalateCalls as escalate } from '~/services/escalate-calls.server';

/** Passes calls that nobody has got through with in time on to the managers. */
export const escalateCalls = ({ deps }: Composition): (() => Promise<boolean>) => {
  const run = escalate(deps);
  return async () => {
    await run();
    return false;
  };
};

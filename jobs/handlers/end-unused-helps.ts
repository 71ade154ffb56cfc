import type { Composition } from '~/composition.server';
import { endUnusedHelps as end } from '~/services/end-help.server';

/** Ends the helps that nobody uses any more. */
export const endUnusedHelps = ({ deps }: Composition): (() => Promise<boolean>) => {
  const run = end(deps);
  return async () => {
    await run();
    return false;
  };
};

import type { Composition } from '~/composition.server';
import { chaseFollowUps as chase } from '~/services/chase-follow-ups.server';

/** Makes calls of follow-ups of plans that nobody has done in time. */
export const chaseFollowUps = ({ deps }: Composition): (() => Promise<boolean>) => {
  const run = chase(deps);
  return async () => {
    await run();
    return false;
  };
};

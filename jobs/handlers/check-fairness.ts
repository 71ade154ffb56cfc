import type { Composition } from '~/composition.server';
import { checkFairness as check } from '~/services/check-fairness.server';

/** Looks once a month whether the rules fall unevenly on some people. */
export const checkFairness = ({ deps }: Composition): (() => Promise<boolean>) => {
  const run = check(deps);
  return async () => {
    await run();
    return false;
  };
};

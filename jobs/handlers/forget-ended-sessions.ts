import type { Composition } from '~/composition.server';
import { forgetEndedSessions as forget } from '~/services/forget-ended-sessions.server';

/** Throws away sessions that are over. */
export const forgetEndedSessions = ({ deps }: Composition): (() => Promise<boolean>) => {
  const run = forget(deps);
  return async () => {
    await run();
    return false;
  };
};

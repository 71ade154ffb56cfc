import type { Composition } from '~/composition.server';

/** Ends visits whose day is over, and agreements whose time is. */
export const endOverdueVisits =
  ({ services }: Composition): (() => Promise<boolean>) =>
  async () => {
    await services.endOverdueVisits();
    return false;
  };

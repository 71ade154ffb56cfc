import type { Composition } from '~/composition.server';
import { chaseFormatRequests as chase } from '~/services/chase-format-requests.server';

/** Asks for signers and interpreters wherever somebody needs one, and reminds of what is not promised yet. */
export const chaseFormatRequests = ({ deps }: Composition): (() => Promise<boolean>) => {
  const run = chase(deps);
  return async () => {
    await run();
    return false;
  };
};

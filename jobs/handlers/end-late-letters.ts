import type { Composition } from '~/composition.server';
import { endLateLetters as end } from '~/services/end-late-letters.server';

/** Finds letters that were not posted in time. */
export const endLateLetters = ({ deps }: Composition): (() => Promise<boolean>) => end(deps);

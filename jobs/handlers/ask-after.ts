import type { Composition } from '~/composition.server';
import { askAfter as ask } from '~/services/ask-after.server';

/** Asks providers about messages without a receipt, and for prices. */
export const askAfter = ({ deps, engine }: Composition): (() => Promise<boolean>) => {
  const round = ask(deps, engine);
  return async () => (await round()) >= engine.batch;
};

import type { Composition } from '~/composition.server';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';

/** Asks providers about messages whose outcome nobody knows. */
export const reconcile = ({ deps, engine }: Composition, worker: string): (() => Promise<boolean>) => {
  const round = reconcileUnknown(deps, engine);
  return async () => (await round(worker)) >= engine.batch;
};

import type { Composition } from '~/composition.server';
import { showWorkerLife } from '~/services/show-worker-life.server';

/** Tells the portal's readiness check that a worker is there. */
export const showLife = (
  { deps }: Composition,
  worker: { id: string; startedAt: number },
): (() => Promise<boolean>) => {
  const show = showWorkerLife(deps);
  return async () => {
    await show(worker);
    return false;
  };
};

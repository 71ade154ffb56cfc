import type { Deps } from './deps';
import { reopenReask, settleReask } from './settle-reask.server';
import { viewFairness } from './view-fairness.server';
import { viewReasks } from './view-reasks.server';

/** Who is to be asked again, and whether the rules fall unevenly. */
export function createSafeguardServices(deps: Deps) {
  return {
    viewReasks: viewReasks(deps),
    settleReask: settleReask(deps),
    reopenReask: reopenReask(deps),
    viewFairness: viewFairness(deps),
  };
}

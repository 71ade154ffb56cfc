import { findLastWorkerSign } from '@db/queries/operations.server';
import { MINUTE } from '~/domain/clock';
import type { Deps } from './deps';

/** True when a worker was seen within the last minute; also shows that the database answers. */
export const checkWorker = (deps: Deps) => async (): Promise<boolean> => {
  const seenAt = await deps.db.read((q) => findLastWorkerSign(q));
  return seenAt !== null && deps.clock.now() - seenAt <= MINUTE;
};

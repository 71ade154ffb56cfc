import { deleteEndedSessions } from '@db/queries/sessions.server';
import { deleteExpiredCodes } from '@db/queries/sign-in-codes.server';
import type { Deps } from './deps';

/** Deletes the sessions whose absolute end has passed, and the sign-in codes that have run out: they say who was here. */
export const forgetEndedSessions = (deps: Deps) => (): Promise<void> =>
  deps.db.write(async (q) => {
    const now = deps.clock.now();
    await deleteEndedSessions(q, now);
    await deleteExpiredCodes(q, now);
  });

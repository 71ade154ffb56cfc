import { deleteEndedDrafts } from '@db/queries/form-drafts.server';
import { forgetImportContents } from '@db/queries/import-runs.server';
import { deleteEndedPins, forgetEnrolCodes } from '@db/queries/kiosks.server';
import { deleteExpiredChallenges } from '@db/queries/passkeys.server';
import { deleteEndedSessions } from '@db/queries/sessions.server';
import { deleteExpiredCards } from '@db/queries/sign-in-cards.server';
import { deleteExpiredCodes } from '@db/queries/sign-in-codes.server';
import { deleteSignInsBefore } from '@db/queries/sign-in-records.server';
import { DAY } from '~/domain/clock';
import type { Deps } from './deps';

/** How long a customer's sign-ins are kept (ms): 13 months. Source: docs/security.md, retention. */
const SIGN_INS_KEPT = 396 * DAY;

/** How long a file that was sent in waits to be saved (ms). */
const FILES_KEPT = DAY;

/**
 * Deletes the sessions whose absolute end has passed, the sign-in codes, cards and questions to passkeys that have run out, the
 * numbers, codes and half-written forms of shared computers whose time is over,
 * and the sign-ins of more than 13 months ago: they say who was here. What is in files that nobody saved is forgotten.
 */
export const forgetEndedSessions = (deps: Deps) => (): Promise<void> =>
  deps.db.write(async (q) => {
    const now = deps.clock.now();
    await deleteEndedSessions(q, now);
    await deleteExpiredCodes(q, now);
    await deleteExpiredCards(q, now);
    await deleteExpiredChallenges(q, now);
    await deleteSignInsBefore(q, now - SIGN_INS_KEPT);
    await deleteEndedPins(q, now);
    await forgetEnrolCodes(q, now);
    await deleteEndedDrafts(q, now);
    await forgetImportContents(q, { before: now - FILES_KEPT, now });
  });

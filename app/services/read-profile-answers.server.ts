import type { Queryable } from '@db/client.server';
import { findCurrentProfile } from '@db/queries/profiles.server';
import { completeAnswers, type CapabilityAnswers } from '~/domain/capability/answers';
import type { Deps } from './deps';
import { openAnswers } from './profile-answers.server';

/**
 * What a customer answered in their newest finished profile; null when they have finished none. Only to point them to what is
 * near by: nothing about outcomes or attendance may read it (docs/decisions/0030).
 */
export async function answersOf(
  q: Queryable,
  deps: Pick<Deps, 'vault'>,
  customerId: string,
): Promise<CapabilityAnswers | null> {
  const current = await findCurrentProfile(q, customerId);
  return current && completeAnswers(openAnswers(deps, current.answers));
}

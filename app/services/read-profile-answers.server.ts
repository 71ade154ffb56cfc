import type { Queryable } from '@db/client.server';
import { findFinishedAnswers } from '@db/queries/profile-answers.server';
import type { CapabilityAnswers } from '~/domain/capability/answers';
import type { Deps } from './deps';

/**
 * What a customer answered in their newest finished profile; null when they have finished none. Only to point them to what is
 * near by: nothing about outcomes or attendance may read it (docs/decisions/0030).
 */
export async function answersOf(
  q: Queryable,
  deps: Pick<Deps, 'vault'>,
  customerId: string,
): Promise<CapabilityAnswers | null> {
  const sealed = await findFinishedAnswers(q, customerId);
  return sealed === null ? null : (JSON.parse(deps.vault.open(sealed)) as CapabilityAnswers);
}

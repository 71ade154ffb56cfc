import { findStandingProfile, insertProfileOfEvidence } from '@db/queries/evidence-profiles.server';
import type { Queryable } from '@db/client.server';
import type { CapabilityAnswers, Skill } from '~/domain/capability/answers';
import { assessCapability } from '~/domain/capability/assess-capability';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/**
 * Moves a customer's profile by what was seen: a new finished one with those skills as `alone`, assessed again. Inside the
 * caller's transaction; does nothing where there is no finished profile.
 * @param input.agreedAt when the customer agreed to it (ms).
 */
export async function moveProfileByEvidence(
  q: Queryable,
  deps: Deps,
  input: { customerId: string; staff: SignedInStaff; skills: readonly Skill[]; agreedAt: number },
): Promise<void> {
  const { customerId, staff, skills, agreedAt } = input;
  const before = await findStandingProfile(q, customerId);
  if (!before) return;
  const answers = JSON.parse(deps.vault.open(before.answers)) as CapabilityAnswers;
  const moved = { ...answers, ...Object.fromEntries(skills.map((skill) => [skill, 'alone' as const])) };
  const { version, score, level: recommended, rule } = assessCapability(moved);
  await insertProfileOfEvidence(q, {
    ...{ id: deps.newId(), customerId, source: 'evidence', answers: deps.vault.seal(JSON.stringify(moved)) },
    ...{ startedAt: agreedAt, updatedAt: agreedAt, finishedAt: agreedAt, toldBy: 'staff', askedBy: staff.id },
    ...{ version, score, recommended, rule, ageBand: before.ageBand },
    ...{ decided: null, decidedAt: null, decidedBy: null, decidedReason: null },
  });
}

import type { Queryable } from '@db/client.server';
import { lockOfficeCustomer } from '@db/queries/customer-care.server';
import { findCurrentProfile, insertProfile } from '@db/queries/profiles.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { completeAnswers, type Skill } from '~/domain/capability/answers';
import { assessCapability } from '~/domain/capability/assess-capability';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { openAnswers, sealAnswers } from './profile-answers.server';
import type { SignedInStaff } from './sessions.server';

/** What was seen at a visit: which skills somebody now uses alone, and when they agreed that it is put on record (ms). */
export interface SeenSkills {
  customerId: string;
  staff: Pick<SignedInStaff, 'id' | 'officeId'>;
  skills: readonly Skill[];
  agreedAt: number;
}

/**
 * Moves a customer's profile by what was seen, with their agreement: a new finished profile in which these skills are used
 * alone and everything else is as they said, assessed anew and waiting to be confirmed. On record. Inside the caller's
 * transaction, which should have nothing left to write but this: it ends with the audit trail.
 * @returns the id of the new profile; null when nothing changes, there is no finished profile, or no such customer of the office.
 */
export async function moveProfileByEvidence(q: Queryable, deps: Deps, seen: SeenSkills): Promise<string | null> {
  const { customerId, staff, skills, agreedAt } = seen;
  if (!(await lockOfficeCustomer(q, { id: customerId, officeId: staff.officeId }))) return null;
  const current = await findCurrentProfile(q, customerId);
  const before = current && completeAnswers(openAnswers(deps, current.answers));
  if (!current || !before || skills.every((skill) => before[skill] === 'alone')) return null;
  const answers = { ...before, ...Object.fromEntries(skills.map((skill) => [skill, 'alone' as const])) };
  const { version, score, level: recommended, rule } = assessCapability(answers);
  const now = deps.clock.now();
  const id = deps.newId();
  await insertProfile(q, {
    ...{ id, customerId, source: 'evidence', answers: sealAnswers(deps, answers), ageBand: current.ageBand },
    ...{ startedAt: agreedAt, updatedAt: now, finishedAt: now, toldBy: 'staff', askedBy: staff.id },
    ...{ version, score, recommended, rule },
  });
  await appendAudit(q, deps, {
    ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, action: 'profile.moved' },
    ...{ subjectKind: 'profile', subjectId: id, detail: skills.join(' ') },
  });
  return id;
}

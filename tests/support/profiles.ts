import type { CapabilityAnswers } from '~/domain/capability/answers';
import { assessCapability } from '~/domain/capability/assess-capability';
import type { Deps } from '~/services/deps';
import { sealAnswers } from '~/services/profile-answers.server';
import type { NewProfile } from '@db/queries/profiles.server';

/** Somebody who can do everything alone and does not mind how the office is in touch: 13 points. */
export const ABLE: CapabilityAnswers = {
  ...{ device: 'own', online: 'yes', readByOthers: 'no', often: 'most_days', way: 'no_preference', wants: ['nothing'] },
  ...{ open_link: 'alone', write_message: 'alone', fill_form: 'alone', use_code: 'alone', spot_scam: 'alone' },
};

/** Somebody who needs help with most of it: 7 points, so a champion the first time. */
export const LEARNING: CapabilityAnswers = {
  ...{ device: 'own', online: 'sometimes', readByOthers: 'no', often: 'weekly', way: 'no_preference' },
  ...{ open_link: 'with_help', write_message: 'with_help', fill_form: 'with_help', use_code: 'with_help' },
  ...{ spot_scam: 'with_help', wants: ['champion', 'course'] },
};

/** A finished profile of a customer, now; assessed by the rules. */
export async function aProfile(
  deps: Deps,
  customerId: string,
  answers: CapabilityAnswers = LEARNING,
  overrides: Partial<NewProfile> = {},
) {
  const now = deps.clock.now();
  const { version, score, level: recommended, rule } = assessCapability(answers);
  const row = {
    ...{ id: deps.newId(), customerId, answers: sealAnswers(deps, answers), toldBy: 'customer' as const },
    ...{ startedAt: now, updatedAt: now, finishedAt: now, version, score, recommended, rule },
    ...overrides,
  };
  await deps.db.write((q) => q.insert(q.tables.profiles).values(row));
  return row;
}

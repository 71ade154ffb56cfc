import type { InferSelectModel } from 'drizzle-orm';
import { DAY, MINUTE } from '~/domain/clock';
import { firstOpen, QUESTIONS, type AnswersSoFar, type CapabilityAnswers } from '~/domain/capability/answers';
import { assessCapability, LEVELS, type Level } from '~/domain/capability/assess-capability';
import { AGE_BANDS, OTHER_WAYS } from '~/domain/capability/reassess';
import type { Tables } from '../schema/tables';
import type { Customer } from './people';
import { createRandom, type Random } from './random';
import type { Ids, RowMaking } from './rows';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;

/** How far people are at home online; a quarter are not at all. */
const KINDS = ['able', 'able', 'learning', 'learning', 'learning', 'outside', 'outside', 'outside'] as const;

/** The visitor: a phone that runs out of data, most things with some help. A champion the first time, 7 points. */
const VISITOR: CapabilityAnswers = {
  ...{ device: 'own', online: 'sometimes', readByOthers: 'no', often: 'weekly', way: 'no_preference' },
  ...{ open_link: 'with_help', write_message: 'with_help', fill_form: 'with_help', use_code: 'with_help' },
  ...{ spot_scam: 'with_help', wants: ['champion', 'computers'] },
};

/** Why an adviser decided otherwise, as it stands on the customer's page. */
const REASONS: Record<Level, { en: string; cy: string }> = {
  self_service: { en: 'You showed me on your phone that you can do it.', cy: 'Fe ddangosoch chi i mi ar eich ffôn y gallwch chi ei wneud.' }, // prettier-ignore
  champion_first: { en: 'You said you would like to try it with Kofi.', cy: 'Fe ddywedoch chi yr hoffech chi drio gyda Kofi.' }, // prettier-ignore
  assisted: { en: 'Calls are easier for you while your eyes are bad.', cy: 'Mae galwadau’n haws i chi tra bod eich llygaid yn wael.' }, // prettier-ignore
};

function answersOf(kind: (typeof KINDS)[number], customer: Customer, random: Random): CapabilityAnswers {
  const skill = () => {
    if (kind === 'able') return random.pick(['alone', 'alone', 'alone', 'with_help'] as const);
    if (kind === 'learning') return random.pick(['alone', 'with_help', 'with_help', 'no'] as const);
    return random.pick(['with_help', 'no', 'no'] as const);
  };
  const way = customer.preferredChannel === 'letter' ? ('letter' as const) : random.chance(0.75) ? ('no_preference' as const) : random.pick(['text', 'email', 'phone', 'face_to_face'] as const); // prettier-ignore
  return {
    device: kind === 'outside' ? random.pick(['shared', 'none', 'none'] as const) : random.pick(['own', 'own', 'own', 'shared'] as const), // prettier-ignore
    online: kind === 'able' ? 'yes' : random.pick(['yes', 'sometimes', 'sometimes'] as const),
    readByOthers: customer.discreet ? 'yes' : random.chance(0.1) ? 'not_sure' : 'no',
    often:
      kind === 'outside' ? random.pick(['seldom', 'never'] as const) : random.pick(['most_days', 'weekly'] as const),
    ...{ open_link: skill(), write_message: skill(), fill_form: skill(), use_code: skill(), spot_scam: skill() },
    ...{
      way,
      wants: kind === 'able' ? ['nothing'] : random.shuffle(['champion', 'course', 'club'] as const).slice(0, 2),
    },
  };
}

/**
 * Every second customer has a finished profile: six in ten are confirmed, one in ten is decided otherwise. One in twenty has begun one. The
 * visitor has one that waits to be confirmed, and a champion the first time is recommended.
 */
export function profileRows(customers: readonly Customer[], ids: Ids, make: RowMaking): Row<'profiles'>[] {
  const random = createRandom(32);
  return customers.flatMap((customer, index): Row<'profiles'>[] => {
    const answers = index === 0 ? VISITOR : answersOf(random.pick(KINDS), customer, random);
    const [told, fate, days] = [random.next(), random.next(), random.between(3, 170)];
    const finishedAt = make.now - (index === 0 ? 2 : days) * DAY;
    const askedBy = random.chance(0.4) && index > 0 ? ids.staff.get(customer.adviserRef)! : null;
    const row = {
      ...{ id: make.id(), customerId: ids.customers.get(customer.ref)!, source: 'asked' as const },
      ...{ startedAt: finishedAt - 6 * MINUTE, updatedAt: finishedAt, askedBy },
      ...{ toldBy: askedBy === null ? ('customer' as const) : ('staff' as const) },
      ageBand: random.chance(0.8) ? random.pick(AGE_BANDS) : null,
      ...{ decided: null, decidedAt: null, decidedBy: null, decidedReason: null },
    };
    if (index > 0 && told >= 0.55) return [];
    if (index > 0 && told >= 0.5) return [unfinished(row, answers, random, make)];
    const { version, score, level: recommended, rule } = assessCapability(answers);
    const finished = { ...row, answers: make.seal(JSON.stringify(answers)), finishedAt, version, score, recommended, rule }; // prettier-ignore
    if (index === 0 || fate >= 0.7) return [finished];
    const other = LEVELS[(LEVELS.indexOf(recommended) + 1) % LEVELS.length]!;
    const decided = fate < 0.1 ? other : recommended;
    const decidedReason = fate < 0.1 ? make.seal(REASONS[decided][customer.language]) : null;
    const decidedBy = ids.staff.get(customer.adviserRef)!;
    return [{ ...finished, decided, decidedReason, decidedAt: finishedAt + 2 * DAY, decidedBy }];
  });
}

/** Some of the questions are open still. */
function unfinished(
  row: Omit<Row<'profiles'>, 'answers' | 'finishedAt' | 'version' | 'score' | 'recommended' | 'rule'>,
  answers: CapabilityAnswers,
  random: Random,
  make: RowMaking,
): Row<'profiles'> {
  const given: AnswersSoFar = Object.fromEntries(
    QUESTIONS.slice(0, random.between(1, QUESTIONS.length - 1)).map((question) => [question, answers[question]]),
  );
  if (firstOpen(given) === null) throw new Error('a profile that is not finished has all its answers');
  return {
    ...{ ...row, ageBand: null, answers: make.seal(JSON.stringify(given)) },
    ...{ finishedAt: null, version: null, score: null, recommended: null, rule: null },
  };
}

/** One in thirty has asked for another way; half of those wait. */
export function otherWayRows(customers: readonly Customer[], ids: Ids, make: RowMaking): Row<'otherWays'>[] {
  const random = createRandom(33);
  return customers.flatMap((customer, index) => {
    const [asks, waits, days] = [random.chance(1 / 30), random.chance(0.5), random.between(1, 9)];
    const wants = random.pick(OTHER_WAYS);
    if (!asks || index === 0) return [];
    const askedAt = make.now - days * DAY;
    return [
      {
        ...{
          id: make.id(),
          customerId: ids.customers.get(customer.ref)!,
          officeId: ids.offices.get(customer.officeRef)!,
        },
        ...{ askedAt, wants, note: null, toldBy: 'customer' as const, withdrawnAt: null },
        settledAt: waits ? null : askedAt + DAY / 2,
        settledBy: waits ? null : ids.staff.get(customer.adviserRef)!,
      },
    ];
  });
}

import { SKILLS, type CapabilityAnswers, type WishedWay } from './answers';

/** Which rules and points an assessment was made with; raised when either changes, and kept with every result. */
export const SCORING_VERSION = 1;

/** What is recommended: on their own, with a champion the first time, or by phone, face to face or letter. From most to least digital. */
export const LEVELS = ['self_service', 'champion_first', 'assisted'] as const;
export type Level = (typeof LEVELS)[number];

/** Which rule gave the level, in the order of precedence. */
export const LEVEL_RULES = ['safety', 'preference', 'access', 'seldom_and_unsure', 'score'] as const;
export type LevelRule = (typeof LEVEL_RULES)[number];

/** The most points that there are, and how many lead to each level. */
export const MOST_POINTS = 13;
export const SELF_SERVICE_FROM = 10;
export const CHAMPION_FIRST_FROM = 6;

export interface Assessment {
  version: number;
  /** 0 to 13. */
  score: number;
  level: Level;
  rule: LevelRule;
  /** Somebody else may read what is sent: neutral wording only. */
  discreet: boolean;
}

const DIGITAL: readonly WishedWay[] = ['text', 'email'];
const BY_PEOPLE: readonly WishedWay[] = ['phone', 'face_to_face', 'letter'];

/** The points for a set of answers: two for each skill used alone and one with help, one each for a device of one's own, being online when needed, and most weeks. */
export function scoreOf(answers: CapabilityAnswers): number {
  const skills = SKILLS.reduce(
    (sum, skill) => sum + (answers[skill] === 'alone' ? 2 : answers[skill] === 'with_help' ? 1 : 0),
    0,
  );
  const often = answers.often === 'most_days' || answers.often === 'weekly';
  return skills + Number(answers.device === 'own') + Number(answers.online === 'yes') + Number(often);
}

/**
 * Recommends how somebody is best served. It recommends: a person confirms or overrides it, and nothing about outcomes or
 * sanctions may read it. Safety comes before what they want, that before what they have, and the points come last.
 * Sources: the government's digital inclusion scale (access and frequency), the essential digital skills framework (the five
 * skills), and the jobcentre survey's rule: online at most three times a month and lacking confidence.
 */
export function assessCapability(answers: CapabilityAnswers): Assessment {
  const score = scoreOf(answers);
  const by = (rule: LevelRule, level: Level): Assessment => ({
    ...{ version: SCORING_VERSION, score, level, rule },
    discreet: answers.readByOthers !== 'no',
  });
  if (answers.readByOthers === 'yes') return by('safety', 'assisted');
  if (BY_PEOPLE.includes(answers.way)) return by('preference', 'assisted');
  if (DIGITAL.includes(answers.way))
    return by('preference', score >= SELF_SERVICE_FROM ? 'self_service' : 'champion_first');
  if (answers.device === 'none' || answers.online === 'no') return by('access', 'assisted');
  const seldom = answers.often === 'seldom' || answers.often === 'never';
  const unsure = SKILLS.filter((skill) => answers[skill] === 'no').length >= 2;
  if (seldom && unsure) return by('seldom_and_unsure', 'assisted');
  if (score >= SELF_SERVICE_FROM) return by('score', 'self_service');
  return by('score', score >= CHAMPION_FIRST_FROM ? 'champion_first' : 'assisted');
}

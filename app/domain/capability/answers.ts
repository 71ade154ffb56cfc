/** What somebody can do, asked one by one. Source: the essential digital skills framework, as far as this portal needs it. */
export const SKILLS = ['open_link', 'write_message', 'fill_form', 'use_code', 'spot_scam'] as const;
export type Skill = (typeof SKILLS)[number];

export const SKILL_ANSWERS = ['alone', 'with_help', 'no'] as const;
export type SkillAnswer = (typeof SKILL_ANSWERS)[number];

export const DEVICES = ['own', 'shared', 'none'] as const;
export const ONLINE_WHEN_NEEDED = ['yes', 'sometimes', 'no'] as const;
/** Could anyone else read their messages? */
export const READ_BY_OTHERS = ['no', 'not_sure', 'yes'] as const;
/** How often online in the last month; `seldom` is at most three times. */
export const ONLINE_OFTEN = ['most_days', 'weekly', 'seldom', 'never'] as const;
/** How they want the office to be in touch. */
export const WISHED_WAYS = ['text', 'email', 'phone', 'face_to_face', 'letter', 'no_preference'] as const;
export type WishedWay = (typeof WISHED_WAYS)[number];
/** What they say would help. */
export const HELPS_WANTED = ['champion', 'course', 'computers', 'club', 'call', 'nothing'] as const;
export type HelpWanted = (typeof HELPS_WANTED)[number];

/** The answers to the ten questions. Each list of values runs from the best to the worst, as far as one is better. */
export interface CapabilityAnswers extends Record<Skill, SkillAnswer> {
  device: (typeof DEVICES)[number];
  online: (typeof ONLINE_WHEN_NEEDED)[number];
  readByOthers: (typeof READ_BY_OTHERS)[number];
  often: (typeof ONLINE_OFTEN)[number];
  way: WishedWay;
  wants: readonly HelpWanted[];
}

/** The questions in the order in which they are asked; the last asks for `way` and `wants` together. */
export const QUESTIONS = ['device', 'online', 'readByOthers', 'often', ...SKILLS, 'way'] as const;
export type Question = (typeof QUESTIONS)[number];

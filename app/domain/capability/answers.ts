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

/** What may be answered to each question, the best first as far as one is better. */
export const CHOICES = {
  device: DEVICES,
  online: ONLINE_WHEN_NEEDED,
  readByOthers: READ_BY_OTHERS,
  often: ONLINE_OFTEN,
  open_link: SKILL_ANSWERS,
  write_message: SKILL_ANSWERS,
  fill_form: SKILL_ANSWERS,
  use_code: SKILL_ANSWERS,
  spot_scam: SKILL_ANSWERS,
  way: WISHED_WAYS,
} as const satisfies Record<Question, readonly string[]>;

/** The answers of somebody who is not done yet. */
export type AnswersSoFar = Partial<CapabilityAnswers>;

/** The first question that is still open; null when all ten are answered. */
export function firstOpen(answers: AnswersSoFar): Question | null {
  return QUESTIONS.find((question) => answers[question] === undefined) ?? null;
}

/** All ten answers, or null while a question is open. */
export function completeAnswers(answers: AnswersSoFar): CapabilityAnswers | null {
  if (firstOpen(answers) !== null) return null;
  const given = answers as CapabilityAnswers;
  return answers.wants ? given : { ...given, wants: [] };
}

/** True for one of the answers that may be given to a question. */
export function isAnswerTo(question: Question, value: unknown): boolean {
  return CHOICES[question].some((choice) => choice === value);
}

/** Answers as they were kept, as far as they are answers still: what is no longer asked or offered is left out. */
export function answersIn(kept: unknown): AnswersSoFar {
  if (typeof kept !== 'object' || kept === null) return {};
  const said = kept as Record<string, unknown>;
  const answers: Record<string, unknown> = Object.fromEntries(
    QUESTIONS.filter((question) => isAnswerTo(question, said[question])).map((question) => [question, said[question]]),
  );
  if (Array.isArray(said.wants)) answers.wants = helpsIn(said.wants);
  return answers as AnswersSoFar;
}

/** What they say would help, of what is offered, each once and in its order. Nothing and something cannot both be; something counts. */
export function helpsIn(ticked: readonly unknown[]): HelpWanted[] {
  const wanted = HELPS_WANTED.filter((help) => ticked.includes(help));
  return wanted.length > 1 ? wanted.filter((help) => help !== 'nothing') : wanted;
}

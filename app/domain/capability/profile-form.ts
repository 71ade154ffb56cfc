import { helpsIn, isAnswerTo, QUESTIONS, type AnswersSoFar, type CapabilityAnswers, type Question } from './answers';
import { AGE_BANDS, type AgeBand } from './reassess';

/** The fields of a form with all ten questions, as they were sent: `wants` may have been ticked many times. */
export interface ProfileFields {
  [field: string]: readonly string[] | undefined;
}

export type ProfileProblems = Partial<Record<Question | 'ageBand', 'missing' | 'wrong'>>;

/** The age band that was chosen; null: none, or "I would rather not say". Undefined: nothing that is offered. */
export function ageBandIn(sent: string | undefined): AgeBand | null | undefined {
  if (sent === undefined || sent === '' || sent === 'not_said') return null;
  return AGE_BANDS.find((band) => band === sent);
}

/** The answer to one question, with what would help beside the last; or what is wrong with it. */
export function readAnswer(
  question: Question,
  fields: ProfileFields,
): { ok: true; answer: AnswersSoFar } | { ok: false; problem: 'missing' | 'wrong' } {
  const [sent] = fields[question] ?? [];
  if (sent === undefined || sent === '') return { ok: false, problem: 'missing' };
  if (!isAnswerTo(question, sent)) return { ok: false, problem: 'wrong' };
  const wants = question === 'way' ? { wants: helpsIn(fields.wants ?? []) } : {};
  return { ok: true, answer: { [question]: sent, ...wants } as AnswersSoFar };
}

/** All ten answers and the age band, or what is wrong, by question; with what was right, so that a form keeps it. */
export function readProfileForm(
  fields: ProfileFields,
):
  | { ok: true; answers: CapabilityAnswers; ageBand: AgeBand | null }
  | { ok: false; problems: ProfileProblems; answers: AnswersSoFar; ageBand: AgeBand | null } {
  const problems: ProfileProblems = {};
  let answers: AnswersSoFar = {};
  for (const question of QUESTIONS) {
    const read = readAnswer(question, fields);
    if (read.ok) answers = { ...answers, ...read.answer };
    else problems[question] = read.problem;
  }
  if (!answers.wants) answers = { ...answers, wants: helpsIn(fields.wants ?? []) };
  const ageBand = ageBandIn(fields.ageBand?.[0]);
  if (ageBand === undefined) problems.ageBand = 'wrong';
  if (Object.keys(problems).length > 0) return { ok: false, problems, answers, ageBand: ageBand ?? null };
  return { ok: true, answers: answers as CapabilityAnswers, ageBand: ageBand ?? null };
}

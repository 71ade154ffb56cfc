import { QUESTIONS, SKILLS, type AnswersSoFar, type Question, type Skill } from '~/domain/capability/answers';
import type { AgeBand } from '~/domain/capability/reassess';
import type { Language } from '~/domain/language';
import { profileWords } from '~/i18n/pages/profile';

const isSkill = (question: Question): question is Skill => SKILLS.some((skill) => skill === question);

/** The answers to a question in words, by their names. */
export function answerNames(question: Question, language: Language): Record<string, string> {
  const { choices } = profileWords.in(language);
  return isSkill(question) ? choices.skill : choices[question];
}

/** What somebody said, a line for each question: what it was about, and the answer. */
export function answerLines(answers: AnswersSoFar, language: Language) {
  const words = profileWords.in(language);
  return QUESTIONS.map((question) => {
    const answer = answers[question];
    const value = answer === undefined ? words.check.nothing : answerNames(question, language)[answer]!;
    return { question, key: words.short[question], value };
  });
}

/** What they said would help, in words. */
export function wantsLine(answers: AnswersSoFar, language: Language): string {
  const words = profileWords.in(language);
  return (answers.wants ?? []).map((help) => words.choices.wants[help]).join(', ') || words.check.none;
}

/** The age in words. */
export function ageLine(ageBand: AgeBand | null, language: Language): string {
  const { choices } = profileWords.in(language);
  return choices.ageBand[ageBand ?? 'not_said'];
}

import { QUESTIONS, type AnswersSoFar, type Question } from './answers';

/** The last part of each question's address. None tells anything to whoever sees it in a browser's history. */
const SLUGS: Record<Question, string> = {
  device: 'device',
  online: 'online',
  readByOthers: 'messages',
  often: 'often',
  open_link: 'open-link',
  write_message: 'write-message',
  fill_form: 'fill-form',
  use_code: 'use-code',
  spot_scam: 'spot-tricks',
  way: 'in-touch',
};

/** The address of a question's page. */
export function questionPath(question: Question): string {
  return `/profile/${SLUGS[question]}`;
}

/** The question of an address, or null. */
export function questionAt(slug: string | undefined): Question | null {
  return QUESTIONS.find((question) => SLUGS[question] === slug) ?? null;
}

/** The page before a question's: the question before it, or the first page. */
export function pathBefore(question: Question): string {
  const before = QUESTIONS[QUESTIONS.indexOf(question) - 1];
  return before ? questionPath(before) : '/profile';
}

/**
 * Where to go after a question has been answered: to the first that is open still, then to the age, which may be left out, then to
 * the check.
 * @param answers with the new one.
 * @param hasAge the age is known, so that it is not asked for again.
 */
export function pathAfter(question: Question, answers: AnswersSoFar, hasAge: boolean): string {
  const open = QUESTIONS.find((one) => answers[one] === undefined);
  if (open) return questionPath(open);
  return question === 'way' && !hasAge ? '/profile/age' : '/profile/check';
}

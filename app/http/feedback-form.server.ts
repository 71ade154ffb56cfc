import { FEEDBACK_ANSWERS, type FeedbackAnswer } from '~/domain/appointment/appointment';
import { readAnswers } from './form-answers.server';

/** How much may be written beside the answer, in characters. */
const LONGEST_COMMENT = 1000;

export interface FeedbackMistakes {
  errors: { answer?: 'choose'; comment?: 'tooLong' };
  /** What was typed, to be shown again. */
  values: { answer: FeedbackAnswer | null; comment: string };
}

/** What somebody says about a meeting: the answer, and words of their own if they like. */
export async function readFeedback(
  request: Request,
): Promise<{ answer: FeedbackAnswer; comment: string } | FeedbackMistakes> {
  const fields = await readAnswers(request);
  const answer = FEEDBACK_ANSWERS.find((one) => one === fields.answer) ?? null;
  const comment = (fields.comment ?? '').replace(/\r\n?/g, '\n').trim();
  // What people see as one character counts as one, whatever it is made of.
  const tooLong = [...comment].length > LONGEST_COMMENT;
  if (answer !== null && !tooLong) return { answer, comment };
  const errors: FeedbackMistakes['errors'] = {};
  if (answer === null) errors.answer = 'choose';
  if (tooLong) errors.comment = 'tooLong';
  return { errors, values: { answer, comment } };
}

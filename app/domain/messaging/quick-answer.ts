import { temptsToOptOut } from './carrier-keywords';
import { forbiddenWordsIn } from './forbidden-words';

/** The answers to a customer's text that need no typing. */
export const QUICK_ANSWERS = ['see_you', 'come_when_you_can', 'bring_it', 'moved', 'call_us', 'call_today'] as const;
export type QuickAnswer = (typeof QUICK_ANSWERS)[number];

/** How long an answer in a colleague's own words may be, in characters: two texts. */
export const ANSWER_MAX_LENGTH = 300;

/** What a colleague wants to answer: ready words, or their own. */
export type AnswerChoice = { kind: 'quick'; answer: QuickAnswer; time: string | null } | { kind: 'own'; text: string };

export type AnswerFault =
  | { fault: 'choose' | 'time' | 'empty' | 'opt_out' }
  | { fault: 'too_long'; characters: number }
  | { fault: 'forbidden'; words: string[] };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Reads what was filled in: which of the answers, the time ("14:30") where one is needed, and own words. */
export function readAnswer(fields: Record<string, string | undefined>): AnswerChoice | AnswerFault {
  const { choice = '', time = '', text = '' } = fields;
  if (choice === 'own') return readOwn(text);
  const answer = QUICK_ANSWERS.find((one) => one === choice);
  if (!answer) return { fault: 'choose' };
  if (answer !== 'call_today') return { kind: 'quick', answer, time: null };
  return TIME.test(time) ? { kind: 'quick', answer, time } : { fault: 'time' };
}

function readOwn(typed: string): AnswerChoice | AnswerFault {
  const text = typed.replace(/\r\n?/g, '\n').trim();
  // What people see as one character counts as one, whatever it is made of.
  const characters = [...text].length;
  if (text === '') return { fault: 'empty' };
  if (characters > ANSWER_MAX_LENGTH) return { fault: 'too_long', characters };
  const words = forbiddenWordsIn(text);
  if (words.length > 0) return { fault: 'forbidden', words };
  return temptsToOptOut(text) ? { fault: 'opt_out' } : { kind: 'own', text };
}

import type { FeedbackAnswer } from '../appointment/appointment';
import { plainly } from './reply';

/** What a text says to "Did you get what you needed?". */
export interface FeedbackReply {
  answer: FeedbackAnswer;
  /** What else they wrote, as they wrote it; empty when there is nothing. */
  comment: string;
}

/**
 * The digits that the question asks for. Reminders ask for 1 and 2, calls for 3 and 9 at a keypad: none of these
 * answers can be taken for "I'll be there" at a later appointment, and neither can the other way round.
 */
export const FEEDBACK_DIGITS = { yes: '7', partly: '8', no: '9' } as const satisfies Record<FeedbackAnswer, string>;

const WORDS: Record<FeedbackAnswer, readonly string[]> = {
  yes: [
    'yes',
    'yep',
    'yeah',
    'y',
    'yes i did',
    'i did',
    'yes thanks',
    'do',
    'ie',
    'oedd',
    'do diolch',
    'ces',
    'cefais',
  ],
  partly: ['partly', 'part', 'in part', 'sort of', 'a bit', 'some of it', 'rhannol', 'yn rhannol', 'i raddau'],
  no: ['no', 'nope', 'n', 'no i didnt', 'i didnt', 'not really', 'naddo', 'na', 'nage', 'dim felly'],
};

/** A digit alone at the start, then nothing or what else they have to say: "8 the room was cold", "7. Thanks". */
const DIGIT_FIRST = /^\s*([789])(?:\ufe0f?\u20e3)?(?![\d:]|\s*(?:am|pm|yb|yp|o.?clock)\b)[\s.,:;!)–-]*([\s\S]*)$/iu;

/** What has gone to the number since the question: nothing, only answers to what they wrote, or something of its own. */
export type Since = 'nothing' | 'answers' | 'more';

/**
 * Understands an answer to the question after a meeting.
 *
 * A digit by itself is an answer whenever the question was asked of late; with words after it unless a text of another
 * kind has gone since, which the words may be about. A bare "yes", "partly" or "no" is an answer straight after the
 * question. Where it may as well be about a reminder that waits for an answer (`awaited`), or about what was written
 * since, it is `unclear`, because a guess could call off a meeting: a person reads it.
 * @returns null for what has nothing to do with the question.
 */
export function feedbackIn(text: string, asked: { since: Since; awaited: boolean }): FeedbackReply | 'unclear' | null {
  const { since, awaited } = asked;
  const [, digit, rest = ''] = DIGIT_FIRST.exec(text.normalize('NFKC')) ?? [];
  if (digit !== undefined) {
    const comment = rest.trim();
    if (comment !== '' && since === 'more') return null;
    return { answer: answerTo((answer) => FEEDBACK_DIGITS[answer] === digit)!, comment };
  }
  const plain = plainly(text);
  const answer = answerTo((one) => WORDS[one].includes(plain));
  if (since === 'more' || !answer) return null;
  return since === 'answers' || awaited ? 'unclear' : { answer, comment: '' };
}

function answerTo(fits: (answer: FeedbackAnswer) => boolean): FeedbackAnswer | null {
  return (['yes', 'partly', 'no'] as const).find(fits) ?? null;
}

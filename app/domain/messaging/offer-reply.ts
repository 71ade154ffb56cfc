import { meaningOf, plainly } from './reply';

/** What a text says to "Would you like to come sooner?". */
export type OfferReply = 'yes' | 'no';

/**
 * The digits that an offer asks for. Reminders ask for 1 and 2, the question after a meeting for 7 to 9: none of these can be
 * taken for the other, whichever of the texts somebody answers.
 */
export const OFFER_DIGITS = { yes: '5', no: '6' } as const satisfies Record<OfferReply, string>;

const THANKS = /(?: (?:thanks|thank you|please|pls|diolch|plis))+$/;

const SAID: Record<OfferReply, { digits: readonly string[]; words: readonly string[] }> = {
  yes: {
    digits: ['5', 'five', '5 yes', 'yes 5', 'pump', '5 ie', 'ie 5'],
    words: ['1', 'yes', 'y', 'yep', 'yeah', 'ok', 'okay', 'yes move it', 'move it', 'ie', 'iawn', 'oce', 'hoffwn'],
  },
  no: {
    digits: ['6', 'six', '6 no', 'no 6', 'chwech', '6 na', 'na 6'],
    words: ['2', 'no', 'n', 'nope', 'no keep mine', 'keep mine', 'na', 'nage'],
  },
};

/** How an offer stands among what has gone to the number. */
export interface OfferAsked {
  /** Nothing has gone to the number after it but answers to what they wrote. */
  newest: boolean;
  /** A reminder that went at about the same time waits for an answer too. */
  awaited: boolean;
}

/**
 * Understands an answer to an offer of an earlier time.
 *
 * The offer's own digits are an answer whenever there was an offer. A bare "yes", "1", "no" or "2" is one only where the offer
 * is the newest text. Where a reminder that went at about the same time waits for an answer too, the reminder's digits are
 * the reminder's, and words are `unclear`: a guess could move a meeting, or call one off, so a person reads them. So are
 * other words for a yes or a no, such as "I can't come".
 * @returns null for what has nothing to do with the offer.
 */
export function offerIn(text: string, { newest, awaited }: OfferAsked): OfferReply | 'unclear' | null {
  const plain = plainly(text).replace(THANKS, '');
  for (const answer of ['yes', 'no'] as const) if (SAID[answer].digits.includes(plain)) return answer;
  if (!newest) return null;
  const isDigit = /^\d$/.test(plain);
  for (const answer of ['yes', 'no'] as const) {
    if (!SAID[answer].words.includes(plain)) continue;
    if (!awaited) return answer;
    return isDigit ? null : 'unclear';
  }
  const meant = meaningOf(text);
  return meant === 'confirm' || meant === 'cannot_come' ? 'unclear' : null;
}

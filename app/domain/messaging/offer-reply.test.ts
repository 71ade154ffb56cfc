import { describe, expect, it, test } from 'vitest';
import { FEEDBACK_DIGITS } from './feedback-reply';
import { offerIn, OFFER_DIGITS, type OfferAsked } from './offer-reply';
import { meaningOf } from './reply';

const NEWEST: OfferAsked = { newest: true, awaited: false };
const BESIDE: OfferAsked = { newest: true, awaited: true };
const OLDER: OfferAsked = { newest: false, awaited: true };

describe('an answer to an offer of an earlier time', () => {
  test.each<[string, OfferAsked, ReturnType<typeof offerIn>]>([
    ['5', NEWEST, 'yes'],
    ['6', NEWEST, 'no'],
    ['5 please', BESIDE, 'yes'],
    ['6.', OLDER, 'no'],
    ['Five', OLDER, 'yes'],
    ['Yes!', NEWEST, 'yes'],
    ['1', NEWEST, 'yes'],
    ['2', NEWEST, 'no'],
    ['no thanks', NEWEST, 'no'],
    ['ie plis', NEWEST, 'yes'],
    ['nage', NEWEST, 'no'],
    // The reminder's own digits stay the reminder's, and a word may be about either.
    ['1', BESIDE, null],
    ['2', BESIDE, null],
    ['yes', BESIDE, 'unclear'],
    ['no', BESIDE, 'unclear'],
    // Whatever has gone since is what they mean.
    ['1', OLDER, null],
    ['yes', OLDER, null],
    // To call off a meeting is not to keep the time one has.
    ["I can't come", NEWEST, 'unclear'],
    ["I'll be there", NEWEST, 'unclear'],
    ["I can't come", OLDER, null],
    ['STOP', NEWEST, null],
    ['help', NEWEST, null],
    ['5pm is better', NEWEST, null],
    ['15', NEWEST, null],
    ['Which bus do I take?', NEWEST, null],
  ])('%s, %o: %s', (text, asked, meaning) => expect(offerIn(text, asked)).toBe(meaning));

  it('has digits that nothing else has', () => {
    for (const digit of Object.values(OFFER_DIGITS)) {
      expect(meaningOf(digit)).toBe('other');
      expect(Object.values(FEEDBACK_DIGITS)).not.toContain(digit);
    }
  });
});

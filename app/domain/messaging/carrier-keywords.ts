/**
 * What Twilio and the networks read as an order, when it stands alone in a text that comes back: to end all texts, to
 * begin them again, or to be told more. Source: Twilio, "Support for opt-out keywords", default keywords.
 */
export const CARRIER_KEYWORDS = [
  ...(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'OPTOUT', 'REVOKE'] as const),
  ...(['START', 'UNSTOP', 'YES'] as const),
  ...(['HELP', 'INFO'] as const),
] as const;

const ANY = CARRIER_KEYWORDS.join('|');
/** "Reply CANCEL", "text back STOP", "Atebwch END", "answer with the word YES". */
const ASKED = new RegExp(
  `\\b(?:reply|replying|text|texting|answer|send|write|atebwch|tecstiwch|anfonwch|ysgrifennwch)\\b(?:\\W+(?:back|with|the|word|to|us|gyda|y|gair|yn|ôl)\\b){0,4}\\W+(?:${ANY})\\b`,
  'iu',
);
const ALONE = new RegExp(`^\\W*(?:${ANY})\\W*$`, 'iu');
/** On a line of its own, or shouted: it reads as an order to the person too. */
const SHOUTED = new RegExp(`\\b(?:${ANY})\\b`, 'u');

/** True when a text asks people to answer with a word that the networks take as an order, or is one, or shouts one. */
export function temptsToOptOut(text: string): boolean {
  return ASKED.test(text) || SHOUTED.test(text) || text.split('\n').some((line) => ALONE.test(line));
}

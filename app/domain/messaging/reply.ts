/** What a customer's text means to us. */
export const REPLY_MEANINGS = ['confirm', 'cannot_come', 'stop', 'start', 'help', 'other'] as const;
export type ReplyMeaning = (typeof REPLY_MEANINGS)[number];

/**
 * The whole texts that we understand, in English and Welsh, without accents, apostrophes and punctuation.
 * CANCEL, END and QUIT are missing on purpose: a person who writes them may well mean the appointment, so a person
 * reads them. (Providers take them as an opt-out, and say so when we next try to send.)
 */
const UNDERSTOOD: Record<Exclude<ReplyMeaning, 'other'>, readonly string[]> = {
  confirm: [
    ...['1', 'one', 'y', 'yes', 'yep', 'yeah', 'ok', 'okay', 'sure', 'confirm', 'confirmed', 'coming', 'im coming'],
    ...['ill be there', 'i will be there', 'yes ill be there', 'yes i will be there', 'will be there', 'be there'],
    ...['see you then', 'see you there', 'yes i can', 'i can come', 'i can make it', '1 yes', 'yes 1'],
    ...['un', 'ie', 'iawn', 'oce', 'ydw', 'byddaf', 'bydda i', 'byddaf yno', 'bydda i yno', 'gallaf', 'dwin dod'],
    ...['dw in dod', 'wela i chi', 'wela i chi yno', '1 ie', 'ie 1'],
  ],
  cannot_come: [
    ...['2', 'two', 'n', 'no', 'nope', 'cant', 'i cant', 'no i cant', 'no cant', 'cant come', 'i cant come'],
    ...['no i cant come', 'cannot come', 'i cannot come', 'can not come', 'i can not come', 'cant make it'],
    ...['i cant make it', 'no i cant make it', 'cannot make it', 'i cannot make it', 'cant do it', 'unable to come'],
    ...['cant attend', 'i cant attend', 'cannot attend', 'i cannot attend', 'unable to attend', 'not coming'],
    ...['im not coming', 'i wont be there', 'wont be there', 'sorry cant come', 'sorry i cant come', '2 no', 'no 2'],
    ...['sorry cant make it', 'sorry i cant make it', 'sorry no', 'sorry i cant'],
    ...['dau', 'na', 'nage', 'methu', 'methu dod', 'dwin methu', 'dwin methu dod', 'dw in methu dod', 'rwyn methu dod'],
    ...['alla i ddim', 'alla i ddim dod', 'fedra i ddim', 'fedra i ddim dod', 'ni allaf ddod', 'na allaf', '2 na'],
    ...['sori methu dod', 'sori dwin methu dod', 'na 2'],
  ],
  stop: ['stop', 'stopall', 'stop all', 'unsubscribe', 'optout', 'opt out', 'stopiwch', 'stopio', 'stop texting me'],
  start: ['start', 'unstop', 'subscribe', 'opt in', 'optin', 'dechrau', 'dechreuwch', 'ailddechrau'],
  help: ['help', 'info', 'help me', 'cymorth', 'help os gwelwch yn dda', 'gwybodaeth'],
};

/** Politeness that changes nothing, at the end of a text. */
const COURTESY = /(?: (?:thanks|thank you|thankyou|thx|ta|cheers|please|pls|diolch|diolch yn fawr|plis|xx?x?))+$/;

const MEANINGS = new Map(
  Object.entries(UNDERSTOOD).flatMap(([meaning, texts]) => texts.map((text) => [text, meaning as ReplyMeaning])),
);

/**
 * What a text means. Only a whole text that says one clear thing is understood, whatever its case, spaces and
 * punctuation; "yes but I'll be late" and everything else is `other`, and a person reads it.
 */
export function meaningOf(text: string): ReplyMeaning {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'\u2018\u2019\u02bc`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return MEANINGS.get(plain) ?? MEANINGS.get(plain.replace(COURTESY, '')) ?? 'other';
}

import type { Language } from '../language';

/** What a customer's text means to us. */
export const REPLY_MEANINGS = [
  'confirm',
  'cannot_come',
  'stop',
  'start',
  'help',
  'wrong_number',
  /** Says how a meeting was; understood by `feedbackIn`, because it depends on what was asked. */
  'feedback',
  /** Says yes or no to an earlier time; understood by `offerIn`, for the same reason. */
  'offer',
  'other',
] as const;
export type ReplyMeaning = (typeof REPLY_MEANINGS)[number];

/** Stands for the name of the customer whose number it is. */
const NAME = '#';

const WRONG_IN_WELSH = [
  ...['rhif anghywir', 'person anghywir', 'y rhif anghywir', 'rhif anghywir sori', 'sori rhif anghywir'],
  ...['maer rhif yn anghywir', 'mae gennych chir rhif anghywir', 'maer rhif anghywir gennych chi', 'rhif rong'],
  ...['maer rhif anghywir gyda chi', 'dim fy rhif i', 'nid fy rhif i', 'nid fi', 'nid fi yw hwn'],
  ...[`nid ${NAME}`, `nid ${NAME} ydw i`, `nid ${NAME} yw hwn`, `nid ${NAME} yw hon`, `nid rhif ${NAME} yw hwn`],
  ...[`does dim ${NAME} yma`, `dwi ddim yn nabod ${NAME}`, `dw i ddim yn nabod ${NAME}`],
];

/**
 * The whole texts that we understand, in English and Welsh, without accents, apostrophes and punctuation.
 * CANCEL, END and QUIT are missing on purpose: a person who writes them may well mean the appointment, so a person
 * reads them. (Providers take them as an opt-out, and say so when we next try to send.)
 */
const UNDERSTOOD: Record<Exclude<ReplyMeaning, 'feedback' | 'offer' | 'other'>, readonly string[]> = {
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
  // Whoever writes this is not our customer: nothing more may go to this number. "Who is this" is a question, not that.
  wrong_number: [
    ...[
      'wrong number',
      'wrong person',
      'its the wrong number',
      'this is the wrong number',
      'you have the wrong number',
    ],
    ...[
      'you have a wrong number',
      'youve got the wrong number',
      'you have got the wrong number',
      'got the wrong number',
    ],
    ...[
      'sorry wrong number',
      'sorry wrong person',
      'sorry you have the wrong number',
      'think you have the wrong number',
    ],
    ...['i think you have the wrong number', 'i think youve got the wrong number', 'you have the wrong person'],
    ...['youve got the wrong person', 'this is a wrong number', 'wrong no', 'wrong num', 'wrong nr'],
    ...['not my number', 'thats not my number', 'not their number', 'not her number', 'not his number'],
    ...['not me', 'this is not me', 'its not me', `not ${NAME}`, `im not ${NAME}`, `i am not ${NAME}`],
    ...[`this is not ${NAME}`, `this isnt ${NAME}`, `its not ${NAME}`, `sorry not ${NAME}`, `no ${NAME} here`],
    ...[`sorry im not ${NAME}`, `sorry this is not ${NAME}`, `sorry this isnt ${NAME}`, `there is no ${NAME} here`],
    ...[`not ${NAME}s number`, `not ${NAME}s phone`, `this is not ${NAME}s number`, `this isnt ${NAME}s number`],
    ...[`this is not ${NAME}s phone`, `this isnt ${NAME}s phone`, `i dont know ${NAME}`, `dont know ${NAME}`],
    ...WRONG_IN_WELSH,
  ],
  help: ['help', 'info', 'help me', 'cymorth', 'help os gwelwch yn dda', 'gwybodaeth'],
};

/** Politeness that changes nothing, at the end of a text. */
const COURTESY = /(?: (?:thanks|thank you|thankyou|thx|ta|cheers|please|pls|diolch|diolch yn fawr|plis|xx?x?))+$/;

/** Whoever writes more than this says more than one clear thing. */
const LONGEST = 100;

const MEANINGS = new Map(
  Object.entries(UNDERSTOOD).flatMap(([meaning, texts]) => texts.map((text) => [text, meaning as ReplyMeaning])),
);

/** Lower case, without accents, apostrophes and punctuation; words a space apart. */
export function plainly(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'\u2018\u2019\u02bc`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * What a text means. Only a whole text that says one clear thing is understood, whatever its case, spaces and
 * punctuation; "yes but I'll be late" and everything else is `other`, and a person reads it.
 * @param names of those whose number it is, so that "not Sam" from Sam's number is a wrong number.
 */
export function meaningOf(text: string, names: readonly string[] = []): ReplyMeaning {
  const plain = plainly(text);
  if (plain.length > LONGEST) return 'other';
  return meaningOfPlain(plain) ?? meaningOfPlain(withoutName(plain, names)) ?? 'other';
}

function meaningOfPlain(plain: string): ReplyMeaning | undefined {
  return MEANINGS.get(plain) ?? MEANINGS.get(plain.replace(COURTESY, ''));
}

/** The text with the customer's name, or the name with an "s" as in "Sam's", replaced by its sign. */
function withoutName(plain: string, names: readonly string[]): string {
  const words = plain.split(' ');
  for (const name of names.map(plainly).filter(Boolean)) {
    const wanted = name.split(' ');
    const at = words.findIndex((_, start) =>
      wanted.every((word, n) => {
        const here = words[start + n];
        return here === word || (n === wanted.length - 1 && here === `${word}s`);
      }),
    );
    if (at < 0) continue;
    const owned = words[at + wanted.length - 1] !== wanted.at(-1);
    return words.toSpliced(at, wanted.length, owned ? `${NAME}s` : NAME).join(' ');
  }
  return plain;
}

/** The language that a stranger who has the wrong number wrote in, as far as their few words show it. */
export function languageOfStranger(text: string): Language {
  const plain = plainly(text).replace(COURTESY, '');
  return WRONG_IN_WELSH.some((words) => plain === words || (words.includes(NAME) && plain.startsWith('nid ')))
    ? 'cy'
    : 'en';
}

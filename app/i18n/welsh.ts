/**
 * True for a name that begins with a vowel as it is said. "Y" is one unless a vowel follows: Ynyr, but not Yasmin.
 * Personal names do not mutate in Welsh, but the little words before them do change.
 */
const beginsWithVowel = (name: string) => /^(?:[aeiou]|y(?![aeiou]))/iu.test(name.normalize('NFD'));

/** "with": "gyda Sioned", "gydag Elin". */
export const gyda = (name: string) => `${beginsWithVowel(name) ? 'gydag' : 'gyda'} ${name}`;

/** "with" after "to meet": "cwrdd â Sioned", "cwrdd ag Elin". */
export const ag = (name: string) => `${beginsWithVowel(name) ? 'ag' : 'â'} ${name}`;

/** A day that says when something happens mutates: "wedi cyrraedd ddydd Llun". Takes a date, or a date and a time. */
export const onDay = (when: string) => when.replace(/^dydd /, 'ddydd ');

/** Why a password is not good enough. */
export type PasswordFault = 'too_short' | 'too_long' | 'common';

/** At least this many characters; there is no rule about which ones. Source: docs/security.md, sign-in. */
export const PASSWORD_MIN_LENGTH = 12;
/** Longer ones only make the hash slower to no purpose. */
export const PASSWORD_MAX_LENGTH = 200;

/** What people choose when they have to choose something, and what they would choose here. */
const COMMON = [
  ...['password', 'passw0rd', 'letmein', 'welcome', 'qwerty', 'qwertyuiop', 'asdfgh', 'asdfghjkl', 'zxcvbnm', 'abc'],
  ...['iloveyou', 'monkey', 'dragon', 'football', 'baseball', 'sunshine', 'princess', 'superman', 'batman', 'shadow'],
  ...['master', 'trustno', 'admin', 'administrator', 'changeme', 'secret', 'default', 'temp', 'test', 'login', 'user'],
  ...['liverpool', 'arsenal', 'chelsea', 'everton', 'cardiff', 'swansea', 'wrexham', 'charlie', 'summer', 'winter'],
  ...['spring', 'autumn', 'monday', 'friday', 'january', 'december', 'cymru', 'wales', 'croeso', 'cyfrinair', 'dewi'],
  ...['waymark', 'jobcentre', 'jobcenter', 'canolfan', 'adviser', 'customer', 'office', 'manager', 'work', 'hello'],
];

/**
 * Finds what is wrong with a password that somebody wants to use.
 * @param about words that others could guess about the person: names, the name before the @ of their email.
 * @returns null when it may be used.
 */
export function passwordFault(password: string, about: readonly string[] = []): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) return 'too_short';
  if (length > PASSWORD_MAX_LENGTH) return 'too_long';
  const plain = simplified(password);
  if (new Set(plain).size < 5 || isRun(plain)) return 'common';
  const guessable = [...COMMON, ...about].map(simplified).filter((word) => word.length >= 3);
  const rest = guessable.sort((a, b) => b.length - a.length).reduce((text, word) => text.replaceAll(word, ' '), plain);
  if (rest === plain) return null;
  // What is left when every guessable word, and the digits around them, is taken away has to be worth something.
  return rest.replace(/[\s\d]/g, '').length < 4 ? 'common' : null;
}

/** Lower case, the usual disguises undone, nothing but letters and digits. */
function simplified(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll('!', 'i')
    .replace(/(?<=[a-z])0|0(?=[a-z])/g, 'o')
    .replace(/(?<=[a-z])3(?=[a-z])/g, 'e')
    .replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** True for steps up or down through the digits or the alphabet, "123456789012". */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, n) => letter.codePointAt(0)! - text.codePointAt(n)!);
  const regular = steps.filter((step) => step === 1 || step === -1 || step === 0).length;
  return steps.length > 0 && regular / steps.length > 0.8;
}

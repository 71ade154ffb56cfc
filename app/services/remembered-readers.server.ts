import type { PhoneNumbers } from '~/adapters/phone-numbers';
import type { ReadPhone } from '~/domain/import/contact-cells';
import type { InstantOf } from '~/domain/import/starts-at';
import { instantOf } from '~/domain/time/wall-clock';

/** How many answers are kept before the memory starts anew. */
const REMEMBERED = 20_000;

/** Time-zone arithmetic takes longer than all else about a line, and the same half hours come again and again. */
export function rememberInstants(): InstantOf {
  const answers = new Map<string, ReturnType<InstantOf>>();
  return (wall, zone) => remember(answers, `${wall} ${zone}`, () => instantOf(wall, zone));
}

/** A customer's number stands on each line about them. */
export function rememberPhones(phoneNumbers: PhoneNumbers): ReadPhone {
  const answers = new Map<string, ReturnType<ReadPhone>>();
  return (text) => remember(answers, text, () => phoneNumbers.parse(text));
}

function remember<T>(answers: Map<string, T>, key: string, find: () => T): T {
  const known = answers.get(key);
  if (known !== undefined) return known;
  const found = find();
  if (answers.size >= REMEMBERED) answers.clear();
  answers.set(key, found);
  return found;
}

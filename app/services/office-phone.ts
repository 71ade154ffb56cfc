import type { PhoneNumbers } from '~/adapters/phone-numbers';

/** An office's number as a person would read it, "01632 960100"; as the office wrote it when it is no number. */
export function officePhone(numbers: PhoneNumbers, phone: string): string {
  const known = shown.get(numbers) ?? new Map<string, string>();
  shown.set(numbers, known);
  const found = known.get(phone);
  if (found !== undefined) return found;
  const parsed = numbers.parse(phone);
  const text = parsed ? numbers.display(parsed.e164) : phone;
  if (known.size >= MOST) known.clear();
  known.set(phone, text);
  return text;
}

/** Every page has the number of an office, there are few, and to read one takes longer than to ask the database for it. */
const shown = new WeakMap<PhoneNumbers, Map<string, string>>();
const MOST = 2_000;

/** Reads a number as people write it, and gives it as people read it; null when it is none. */
export function phoneReader(numbers: PhoneNumbers): (text: string) => string | null {
  return (text) => {
    const parsed = numbers.parse(text);
    return parsed && numbers.display(parsed.e164);
  };
}

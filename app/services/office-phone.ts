import type { PhoneNumbers } from '~/adapters/phone-numbers';

/** An office's number as a person would read it, "01632 960100"; as the office wrote it when it is no number. */
export function officePhone(numbers: PhoneNumbers, phone: string): string {
  const parsed = numbers.parse(phone);
  return parsed ? numbers.display(parsed.e164) : phone;
}

/** Reads a number as people write it, and gives it as people read it; null when it is none. */
export function phoneReader(numbers: PhoneNumbers): (text: string) => string | null {
  return (text) => {
    const parsed = numbers.parse(text);
    return parsed && numbers.display(parsed.e164);
  };
}

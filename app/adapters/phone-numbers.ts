import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export interface PhoneNumber {
  /** "+447700900123" */
  e164: string;
  /** Landlines include every number that cannot take a text. */
  kind: 'mobile' | 'landline';
}

/** Reads UK telephone numbers as people write them. */
export interface PhoneNumbers {
  /** Null when it is not a telephone number. */
  parse(text: string): PhoneNumber | null;
  /** As a person would read it, "07700 900123". */
  display(e164: string): string;
}

export function createPhoneNumbers(): PhoneNumbers {
  return {
    parse(text) {
      const number = parsePhoneNumberFromString(text.replace(/\(0\)/g, ''), 'GB');
      if (!number?.isPossible()) return null;
      const national = number.nationalNumber;
      const isBritish = number.countryCallingCode === '44';
      // Ofcom's drama numbers are possible but not "valid", so the kind is read from the prefix (07, not 070 or 076).
      if (isBritish && !/^(1\d{8,9}|[238]\d{9}|7\d{9})$/.test(national)) return null;
      if (!isBritish && !number.isValid()) return null;
      const mobile = isBritish ? /^7[1-57-9]/.test(national) : number.getType() === 'MOBILE';
      return { e164: number.number, kind: mobile ? 'mobile' : 'landline' };
    },
    display(e164) {
      const number = parsePhoneNumberFromString(e164);
      return number?.countryCallingCode === '44' ? number.formatNational() : (number?.formatInternational() ?? e164);
    },
  };
}

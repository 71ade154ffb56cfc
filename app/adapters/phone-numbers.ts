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

/** "07700 900123", "01632 960123", "020 7946 0123": how nearly all of them are written. */
const PLAIN = /^0(?:7\d{3}|1\d{3}|[238]\d) ?\d{3,4} ?\d{3,4}$/;

/** What the library would say of a British number in its plainest form, without its fifty regular expressions. */
function readPlain(text: string): PhoneNumber | null {
  if (!PLAIN.test(text)) return null;
  const national = text.replaceAll(' ', '').slice(1);
  if (national.length !== 10) return null;
  return { e164: `+44${national}`, kind: isMobile(national) ? 'mobile' : 'landline' };
}

/** 07, but neither 070, which follows a person around, nor 076, which is a pager. */
const isMobile = (national: string) => /^7[1-57-9]/.test(national);

export function createPhoneNumbers(): PhoneNumbers {
  return {
    parse(text) {
      const plain = readPlain(text);
      if (plain) return plain;
      const number = parsePhoneNumberFromString(text.replace(/\(0\)/g, ''), 'GB');
      if (!number?.isPossible()) return null;
      const national = number.nationalNumber;
      const isBritish = number.countryCallingCode === '44';
      // Ofcom's drama numbers are possible but not "valid", so the kind is read from the prefix (07, not 070 or 076).
      if (isBritish && !/^(1\d{8,9}|[238]\d{9}|7\d{9})$/.test(national)) return null;
      if (!isBritish && !number.isValid()) return null;
      const mobile = isBritish ? isMobile(national) : number.getType() === 'MOBILE';
      return { e164: number.number, kind: mobile ? 'mobile' : 'landline' };
    },
    display(e164) {
      const number = parsePhoneNumberFromString(e164);
      return number?.countryCallingCode === '44' ? number.formatNational() : (number?.formatInternational() ?? e164);
    },
  };
}

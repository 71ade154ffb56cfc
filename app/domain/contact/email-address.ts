const MAX_LENGTH = 254; // RFC 5321, with the angle brackets taken off.

// The same rule as valibot's `email`, which forms use, and apostrophes for the O'Briens; a test holds the two together.
const ADDRESS = /^[\w+'-]+(?:\.[\w+'-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;

/** An email address as it is stored: without spaces around it, the domain in small letters. Null when it is none. */
export function readEmailAddress(text: string): string | null {
  const address = text.trim();
  if (address.length > MAX_LENGTH || !ADDRESS.test(address)) return null;
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}${address.slice(at).toLowerCase()}`;
}

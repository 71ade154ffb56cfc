const FORBIDDEN_NAMES = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * True when percent-encoded text is what a browser would send: every `%` begins two hexadecimal digits, the
 * bytes are UTF-8, and there is no NUL, which PostgreSQL cannot store.
 */
export function isWellEncoded(text: string): boolean {
  if (/%(?![0-9a-f]{2})/i.test(text)) return false;
  try {
    return !decodeURIComponent(text).includes('\0');
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** Names of the fields in well encoded `a=1&b=2`, repeated as often as they occur. */
export function fieldNames(encoded: string): string[] {
  return encoded
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => decodeURIComponent((pair.split('=', 1)[0] ?? '').replaceAll('+', ' ')));
}

/** True for a name that, put into an object by careless code, would change every object: `a[__proto__]`, `constructor`. */
export function isForbiddenName(name: string): boolean {
  return name.split(/[[\].]/).some((part) => FORBIDDEN_NAMES.has(part));
}

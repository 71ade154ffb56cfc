const ID = /^[0-9a-f-]{36}$/;
const MOST = 500;

/** The identifiers of letters in a form or an address; whatever cannot be one is left out. */
export function idsOfLetters(values: readonly FormDataEntryValue[]): string[] {
  const ids = values.filter((value): value is string => typeof value === 'string' && ID.test(value));
  return [...new Set(ids)].slice(0, MOST);
}

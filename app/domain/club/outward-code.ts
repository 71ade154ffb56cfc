/** The first half of a UK postcode: area letters, district, and in London one more letter. */
const OUTWARD = '[A-Z]{1,2}\\d[A-Z\\d]?';
const OUTWARD_CODE = new RegExp(`^${OUTWARD}$`);
const POSTCODE = new RegExp(`^(${OUTWARD})\\d[A-Z]{2}$`);
/** The first half and the beginning of the second, as people type it who hesitate: "LL57 1". */
const BEGUN = new RegExp(`^(${OUTWARD}) +\\d[A-Z]?$`);

/**
 * The first half of what somebody typed for a postcode, "LL57" of "ll57 1aa"; null when it is none. A whole postcode
 * without its space is told from a first half by its length: its second half always has three signs.
 */
export function outwardCodeOf(text: string): string | null {
  const typed = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[\s.-]+/g, ' ');
  const plain = typed.replaceAll(' ', '');
  return POSTCODE.exec(plain)?.[1] ?? BEGUN.exec(typed)?.[1] ?? (OUTWARD_CODE.test(plain) ? plain : null);
}

/** True for a first half as it is stored: capital letters, no space. */
export const isOutwardCode = (text: string): boolean => OUTWARD_CODE.test(text);

/** Lines of an address without the name, the postcode included: with the name, what GOV.UK Notify takes at most. */
const FEWEST_LINES = 2;
const MOST_LINES = 6;
const LONGEST_LINE = 60;

/** Outward and inward code, such as "LL57 2AB"; also the one of the Girobank. */
const POSTCODE = /^(GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})$/;
// Also marks that turn the direction of writing around, and line separators.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** Why an address cannot be used. */
export type AddressProblem = 'postcode' | 'lines' | 'long_line' | 'hidden';

/** A UK postcode as it is written, "LL57 2AB"; null when it is none. */
export function readPostcode(text: string): string | null {
  const code = text.trim().toUpperCase().replace(/\s+/g, ' ');
  return POSTCODE.test(code) ? code.replace(/ ?(...)$/, ' $1') : null;
}

/**
 * A postal address as it is stored: line below line, the postcode the last. The lines may be told apart by line ends or,
 * where there are none, by commas.
 */
export function readPostalAddress(
  address: string,
  postcode: string,
): { ok: true; value: string } | { ok: false; problem: AddressProblem } {
  const code = readPostcode(postcode);
  if (!code) return { ok: false, problem: 'postcode' };
  const broken = /[\r\n]/.test(address.trim()) ? address.split(/[\r\n]+/) : address.split(',');
  const lines = broken
    .map((line) =>
      line
        .normalize('NFC')
        .replace(/[ \t]+/g, ' ')
        .replace(/^[ ,]+|[ ,]+$/g, ''),
    )
    // Some write it in both places.
    .filter((line) => line !== '' && readPostcode(line) !== code);
  if (lines.some((line) => HIDDEN.test(line))) return { ok: false, problem: 'hidden' };
  if (lines.some((line) => line.length > LONGEST_LINE)) return { ok: false, problem: 'long_line' };
  if (lines.length + 1 < FEWEST_LINES || lines.length + 1 > MOST_LINES) return { ok: false, problem: 'lines' };
  return { ok: true, value: [...lines, code].join('\n') };
}

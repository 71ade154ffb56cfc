/** The basic characters of GSM 03.38, one unit each, and those that take two. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '\f^{}\\[~]|€';
/** What each of them costs. */
const UNITS = new Map<string, number>([
  ...[...BASIC].map((one) => [one, 1] as const),
  ...[...EXTENDED].map((one) => [one, 2] as const),
]);

/** The same by the code of the letter, for those that most texts are made of; 0 for none of them. */
const UNITS_BY_CODE = Uint8Array.from({ length: 0x100 }, (_, code) => UNITS.get(String.fromCharCode(code)) ?? 0);

/**
 * How many texts a body is sent and paid as: one of up to 160 units (then 153 each) in GSM-7, or of 70 (then 67)
 * UTF-16 units as soon as one character, such as ŵ or â, is outside it.
 */
export function segmentsOf(body: string): number {
  if (fitsOneText(body)) return 1;
  const characters = [...body];
  const units = characters.map((one) => UNITS.get(one) ?? NaN);
  if (!units.includes(NaN)) return segments(units, 160, 153);
  return segments(
    characters.map((one) => one.length),
    70,
    67,
  );
}

/** True for a text that is certain to go as one. Most do, and this is quickly seen. */
function fitsOneText(body: string): boolean {
  let used = 0;
  for (let n = 0; n < body.length; n += 1) {
    const size = UNITS_BY_CODE[body.charCodeAt(n)];
    if (!size) return false;
    used += size;
  }
  return used <= 160;
}

function segments(sizes: readonly number[], alone: number, each: number): number {
  if (sizes.reduce((sum, size) => sum + size, 0) <= alone) return 1;
  let count = 1;
  let used = 0;
  for (const size of sizes) {
    // A character of two units is never cut in half.
    if (used + size > each) {
      count += 1;
      used = 0;
    }
    used += size;
  }
  return count;
}

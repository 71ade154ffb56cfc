/** Points (1/72 inch), as PDF counts, in a millimetre. */
export const MM = 72 / 25.4;

/**
 * Where things may be on a sheet of A4, in points. It serves two ways out at once.
 *
 * - GOV.UK Notify's letter specification: the address alone between 24.6 and 120 mm from the left and 39.5 and 66.3 mm
 *   from the top; the sender right of 125 mm; all else below 95 mm; nothing within 15 mm of the sides.
 * - An envelope for a third of A4 (DL, 110 × 220 mm) with the usual British window: 90 × 35 mm, 20 mm from the left, 18 mm
 *   from the bottom. With the sheet resting on the bottom edge, it shows 46 to 81 mm of it, and 20 to 100 mm from
 *   the left however the sheet slides. So the address stands on the lower edge of Notify's area, and keeps to 100 mm.
 */
export const SHEET = {
  width: 210 * MM,
  height: 297 * MM,
  left: 24.6 * MM,
  right: 190 * MM,
  bottom: 277 * MM,
  /** Top of the second page and those after it. */
  top: 20 * MM,
  address: { left: 24.6 * MM, right: 100 * MM, top: 39.5 * MM, shownFrom: 46 * MM, bottom: 66.3 * MM },
  sender: { left: 125 * MM, right: 195 * MM, top: 39.5 * MM },
  bodyTop: 95 * MM,
  qr: 30 * MM,
} as const;

/** Sizes of letters in points, and the space between lines. Large print is 18 points and flows on as it needs. */
export const PRINT = {
  normal: { text: 12, heading: 15, lineGap: 4 },
  large: { text: 18, heading: 22, lineGap: 7 },
  /** Easy read: as large, with more room between lines, and a picture beside each fact. */
  easy: { text: 18, heading: 24, lineGap: 8 },
} as const;

/** Sizes that an address may have, the largest that fits first; the smallest is the one that Notify itself uses. */
export const ADDRESS_SIZES = [
  { size: 11, leading: 13.2 },
  { size: 10, leading: 11.5 },
  { size: 9, leading: 10.4 },
  { size: 8, leading: 9 },
] as const;

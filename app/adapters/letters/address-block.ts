import { ADDRESS_SIZES, SHEET } from './sheet';

/** Lines of an address with its name, as many as GOV.UK Notify takes. */
const FEWEST_LINES = 3;
const MOST_LINES = 7;

export interface AddressBlock {
  size: number;
  /** From one line to the next, in points. */
  leading: number;
  /** Top of the first line: the last one ends where the area does. */
  top: number;
}

/**
 * How an address is set so that all of it is seen through the window and is inside the area that GOV.UK Notify reads. Seven
 * lines do not fit into what a window is sure to show, so these may begin a little above it.
 * @param widthOf the width of a text at a size, in points.
 * @returns null for an address that cannot be set.
 */
export function addressBlock(
  lines: readonly string[],
  widthOf: (text: string, size: number) => number,
): AddressBlock | null {
  if (lines.length < FEWEST_LINES || lines.length > MOST_LINES) return null;
  const { left, right, top, shownFrom, bottom } = SHEET.address;
  const fitting = ADDRESS_SIZES.filter(({ size }) => lines.every((line) => widthOf(line, size) <= right - left)).map(
    ({ size, leading }) => ({ size, leading, top: bottom - lines.length * leading }),
  );
  return fitting.find((block) => block.top >= shownFrom) ?? fitting.findLast((block) => block.top >= top) ?? null;
}

/** What makes a spreadsheet take a cell for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A number below zero is one, and stays one: the longitude of a place in Wales. */
const BELOW_ZERO = /^-\d+(\.\d+)?$/;

/** One line of CSV for people who will open it in a spreadsheet: a cell that looks like a formula gets a "'" in front. */
export function safeCsvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(FORMULA.test(cell) && !BELOW_ZERO.test(cell) ? `'${cell}` : cell)).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

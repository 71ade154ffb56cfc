/**
 * The cells of one record whose quotation marks are in order (RFC 4180: a cell is quoted as a whole or not at all, and marks
 * inside are doubled), which `RecordFramer` has seen to: all that is left to do is to cut.
 */
export function cellsOf(record: string): string[] {
  if (!record.includes('"')) return record.split(',');
  const cells: string[] = [];
  for (let at = 0; ;) {
    const end = record[at] === '"' ? closingMark(record, at) + 1 : commaOrEnd(record, at);
    cells.push(record[at] === '"' ? record.slice(at + 1, end - 1).replaceAll('""', '"') : record.slice(at, end));
    if (end >= record.length) return cells;
    at = end + 1;
  }
}

function commaOrEnd(record: string, at: number): number {
  const comma = record.indexOf(',', at);
  return comma === -1 ? record.length : comma;
}

function closingMark(record: string, opening: number): number {
  let mark = record.indexOf('"', opening + 1);
  while (record[mark + 1] === '"') mark = record.indexOf('"', mark + 2);
  return mark;
}

import { isUtf8 } from 'node:buffer';

const SAVE_AS_UTF8 =
  'Save it again as UTF-8: in Excel, "Save As" and "CSV UTF-8"; in LibreOffice, "Text CSV" with the character set UTF-8.';

/** What files that are no CSV begin with. */
const SIGNATURES: readonly { bytes: string; says: string }[] = [
  { bytes: '504b0304', says: `It is an Excel workbook or a zip file. ${SAVE_AS_UTF8}` },
  { bytes: 'd0cf11e0', says: `It is an old Excel workbook. ${SAVE_AS_UTF8}` },
  { bytes: 'fffe', says: `It is text in UTF-16. ${SAVE_AS_UTF8}` },
  { bytes: 'feff', says: `It is text in UTF-16. ${SAVE_AS_UTF8}` },
  { bytes: '1f8b', says: 'It is compressed with gzip. Unpack it first.' },
  { bytes: '25504446', says: 'It is a PDF. Ask for the same list as a CSV file.' },
  { bytes: '53514c69746520666f726d6174', says: 'It is a database file.' },
];

/** Why a file that starts with these bytes cannot be a CSV file in UTF-8, or null. */
export function whatElseItIs(start: Buffer): string | null {
  const hex = start.subarray(0, 16).toString('hex');
  const known = SIGNATURES.find(({ bytes }) => hex.startsWith(bytes));
  if (known) return known.says;
  const zeros = start.filter((byte) => byte === 0).length;
  if (zeros === 0) return null;
  // Every other byte is zero when plain letters are written in UTF-16 without a mark.
  return zeros > start.length / 3 ? `It is text in UTF-16. ${SAVE_AS_UTF8}` : 'It is not a text file.';
}

/** Looks through the bytes of a file, piece by piece: counts line ends, finds the first byte that is not UTF-8. */
export class BytesInspector {
  lines = 0;
  private offset = 0;
  private rest: Buffer = Buffer.alloc(0);

  /** Why the file cannot be used, or null as long as it is well. */
  add(chunk: Buffer): string | null {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    const whole = bytes.length - cutOff(bytes);
    this.rest = bytes.subarray(whole);
    return this.check(bytes.subarray(0, whole));
  }

  end(): string | null {
    return this.check(this.rest);
  }

  private check(bytes: Buffer): string | null {
    if (!isUtf8(bytes)) {
      const at = firstInvalid(bytes);
      const line = this.lines + count(bytes.subarray(0, at)) + 1;
      const value = bytes[at]!.toString(16).toUpperCase();
      return `It is not UTF-8: line ${line} has the byte ${value} (byte ${this.offset + at + 1} of the file). ${SAVE_AS_UTF8}`;
    }
    this.lines += count(bytes);
    this.offset += bytes.length;
    return null;
  }
}

/** How many bytes at the end are the beginning of a character that the next piece finishes: 0 to 3. */
function cutOff(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function count(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** The place of the first bad byte: halves the part that still holds it, so that a big piece is quick. */
function firstInvalid(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const piece = bytes.subarray(0, middle);
    if (isUtf8(piece.subarray(0, middle - cutOff(piece)))) good = middle;
    else bad = middle;
  }
  // `good` bytes are well, except that they may end in the start of a character that never comes.
  return good - cutOff(bytes.subarray(0, good));
}

import { nearMatch } from './near-match';

/** The columns of a kind of file. */
export interface FileFormat {
  required: readonly string[];
  optional: readonly string[];
}

/** Where the known columns are in a line. */
export interface Columns {
  places: ReadonlyMap<string, number>;
  /** How many cells a line must have. */
  width: number;
}

export type HeaderReading =
  { ok: true; columns: Columns; ignored: { name: string; meant: string | null }[] } | { ok: false; problem: string };

/** Finds the columns of a format in a header, in any order, in small or capital letters. */
export function readHeader(header: readonly string[], format: FileFormat): HeaderReading {
  const known = [...format.required, ...format.optional];
  const names = header.map((cell) => cell.trim().toLowerCase());
  const found = names.filter((name) => known.includes(name));

  const separator = otherSeparator(names, known);
  if (separator) return { ok: false, problem: `The columns are separated by ${separator}; they must be by commas.` };
  const twice = found.find((name, index) => found.indexOf(name) !== index);
  if (twice) return { ok: false, problem: `The column "${twice}" is there twice.` };

  const ignored = header
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && !known.includes(cell.toLowerCase()));
  const missing = format.required.filter((name) => !found.includes(name));
  if (missing.length > 0) return { ok: false, problem: sayMissing(missing, header, ignored) };

  const absent = known.filter((name) => !found.includes(name));
  return {
    ok: true,
    columns: { places: new Map(found.map((name) => [name, names.indexOf(name)])), width: header.length },
    ignored: ignored.map((name) => ({ name, meant: nearMatch(name, absent) })),
  };
}

function otherSeparator(names: readonly string[], known: readonly string[]): string | null {
  const [only] = names;
  if (names.length !== 1 || only === undefined) return null;
  const has = (mark: string) => only.split(mark).filter((part) => known.includes(bare(part))).length > 1;
  if (has(';')) return 'semicolons';
  if (has('\t')) return 'tabs';
  return has('|') ? 'bars (|)' : null;
}

const bare = (part: string) => part.replaceAll('"', '').trim();

function sayMissing(missing: readonly string[], header: readonly string[], ignored: readonly string[]): string {
  const names = missing.map((name) => `"${name}"`).join(', ');
  const guesses = ignored.flatMap((name) => {
    const meant = nearMatch(name, missing);
    return meant ? [` Is "${shown(name)}" meant to be "${meant}"?`] : [];
  });
  const columns = missing.length === 1 ? `The column ${names} is missing.` : `These columns are missing: ${names}.`;
  const found = header.slice(0, 40).map((name) => `"${shown(name.trim())}"`);
  return `${columns}${guesses.join('')} The first line has: ${found.join(', ')}.`;
}

const shown = (name: string) => (name.length > 40 ? `${name.slice(0, 40)}…` : name).replace(/\p{Cc}/gu, '?');

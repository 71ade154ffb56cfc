import type { Columns } from './header';

/**
 * The cells of one line, by column name. Everything that is wrong with the line is collected, so that a person
 * can mend it in one go.
 */
export class LineCells {
  readonly problems: string[] = [];
  readonly warnings: string[] = [];

  constructor(
    private readonly columns: Columns,
    private readonly cells: readonly string[],
  ) {
    if (cells.length !== columns.width) {
      const difference = cells.length > columns.width ? 'Is there a comma in a cell without quotation marks?' : '';
      const counts = `has ${counted(cells.length)}, but the first line has ${columns.width}.`;
      this.problems.push(`${counts} ${difference}`.trim());
    }
  }

  /** False when the line has too few or too many cells: nothing in it can be trusted to be in its place. */
  get inShape(): boolean {
    return this.cells.length === this.columns.width;
  }

  /** What was typed, without spaces around it; '' when the cell is empty or the column is not there. */
  raw(column: string): string {
    const place = this.columns.places.get(column);
    const cell = (place === undefined ? '' : (this.cells[place] ?? '')).trim();
    // The list of rejected lines puts "'" before what a spreadsheet would take for a formula; take it off again.
    return cell.startsWith("'") && /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
  }

  /** Text of one line: accents composed (NFC), runs of spaces made one. Null when empty. */
  text(column: string, max: number): string | null {
    const typed = this.raw(column);
    const isPlain = PLAIN.test(typed);
    const raw = isPlain ? typed : typed.normalize('NFC').replace(/\s+/g, ' ');
    if (raw === '') return null;
    if (!isPlain && HIDDEN.test(raw)) this.problem(column, 'has a character that cannot be seen');
    else if (raw.length > max) this.problems.push(`${column} is longer than ${max} characters (it has ${raw.length})`);
    return raw;
  }

  /** As `text`, but empty is a problem; '' is returned then. */
  required(column: string, max: number): string {
    const text = this.text(column, max);
    if (text === null) this.problems.push(`${column} is empty`);
    return text ?? '';
  }

  /** One of the given words, in small or capital letters; null when empty or not one of them. */
  oneOf<const T extends string>(column: string, words: readonly T[]): T | null {
    const raw = this.raw(column);
    if (raw === '') return null;
    const word = words.find((candidate) => candidate === raw.toLowerCase());
    if (word === undefined) this.problem(column, `must be ${listed(words)}`);
    return word ?? null;
  }

  /** "yes" or "no", in any of the ways that programs write it; null when empty, or neither. */
  yesOrNo(column: string): boolean | null {
    const word = this.raw(column).toLowerCase();
    if (word === '') return null;
    if (!YES.includes(word) && !NO.includes(word)) this.problem(column, 'must be yes or no');
    return YES.includes(word);
  }

  problem(column: string, what: string): void {
    this.problems.push(`${column} "${shown(this.raw(column))}" ${what}`);
  }

  warning(column: string, what: string): void {
    this.warnings.push(`${column} "${shown(this.raw(column))}" ${what}`);
  }
}

const YES = ['yes', 'y', 'true', '1'];
const NO = ['no', 'n', 'false', '0'];

/** Words of letters without accents, digits and signs, with one space between two: most of what a file holds. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** Control characters, and marks that turn the direction of text around: they can make a name look like another. */
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

/** Long values are cut and unseen characters are replaced, so that a message stays one readable line. */
export function shown(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return short.replace(/\s/g, ' ').replace(new RegExp(HIDDEN, 'gu'), '?');
}

function counted(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells} cells`;
}

function listed(words: readonly string[]): string {
  return words.length === 1 ? `${words[0]}` : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** A record must fit into this many characters and lines; a person's appointment needs a few hundred. */
export const MAX_RECORD_CHARACTERS = 64 * 1024;
const MAX_RECORD_LINES = 100;

export type Framed = { line: number; text: string } | { line: number; text: string; broken: string };

const TOO_LONG = `is longer than ${MAX_RECORD_CHARACTERS / 1024} KB`;
const MISPLACED = 'has a quotation mark in the wrong place (put the cell in quotation marks, and double those inside)';
const NEVER_CLOSED = 'opens a quotation mark that is never closed';

/**
 * Cuts text into records, knowing the line each one starts on. It is done here, and not by the CSV library,
 * so that a quotation mark in the wrong place costs one line and not the rest of the file, and so that a line
 * without an end does not fill the memory.
 */
export class RecordFramer {
  private lines = 0;
  /** Text after the last line end. */
  private carry = '';
  /** True while the rest of a line that is too long goes by. */
  private skipping = false;
  /** Lines of a record whose quotation mark is still open. */
  private waiting: { line: number; text: string }[] = [];

  /** The records that this piece of text completes. */
  add(piece: string): Framed[] {
    const found: Framed[] = [];
    let text = this.carry + piece;
    // A carriage return at the very end may be half of a line end: it stays in the carry.
    if (text.includes('\r')) text = text.replace(/\r\n|\r(?=[^])/g, '\n');
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      this.takeLine(text.slice(from, at), found);
      from = at + 1;
    }
    this.carry = text.slice(from);
    if (this.carry.length > MAX_RECORD_CHARACTERS) {
      this.skipping = true;
      this.carry = '';
    }
    return found;
  }

  /** The records that the end of the file completes. */
  end(): Framed[] {
    const found: Framed[] = [];
    const last = this.carry.replace(/\r$/, '');
    this.carry = '';
    if (last !== '' || this.skipping) this.takeLine(last, found);
    while (this.waiting.length > 0) this.giveUp(NEVER_CLOSED, found);
    return found;
  }

  private takeLine(text: string, found: Framed[]): void {
    this.lines += 1;
    if (!this.skipping && text.length <= MAX_RECORD_CHARACTERS) {
      this.frame({ line: this.lines, text }, found);
      return;
    }
    this.skipping = false;
    while (this.waiting.length > 0) this.giveUp(NEVER_CLOSED, found);
    found.push({ line: this.lines, text: '', broken: TOO_LONG });
  }

  /** Adds a line to those that wait, and decides what they are: a record, the start of one, or a broken line. */
  private frame(next: { line: number; text: string }, found: Framed[]): void {
    this.waiting.push(next);
    const text = this.waiting.length === 1 ? next.text : this.waiting.map((waiting) => waiting.text).join('\n');
    const quotes = quotesOf(text);
    if (quotes === 'whole') {
      found.push({ line: this.waiting[0]!.line, text });
      this.waiting = [];
    } else if (quotes === 'misplaced') {
      this.giveUp(MISPLACED, found);
    } else if (text.length > MAX_RECORD_CHARACTERS || this.waiting.length >= MAX_RECORD_LINES) {
      this.giveUp(NEVER_CLOSED, found);
    }
  }

  /** Reports the first waiting line, and reads those after it again on their own. */
  private giveUp(broken: string, found: Framed[]): void {
    const [first, ...rest] = this.waiting;
    this.waiting = [];
    if (first) found.push({ ...first, broken });
    for (const line of rest) this.frame(line, found);
  }
}

/** RFC 4180: a cell is quoted as a whole or not at all, and marks inside a quoted cell are doubled. */
function quotesOf(text: string): 'whole' | 'open' | 'misplaced' {
  let mark = text.indexOf('"');
  while (mark !== -1) {
    if (mark > 0 && text[mark - 1] !== ',') return 'misplaced';
    let close = text.indexOf('"', mark + 1);
    while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close === -1) return 'open';
    if (close + 1 < text.length && text[close + 1] !== ',') return 'misplaced';
    mark = text.indexOf('"', close + 1);
  }
  return 'whole';
}

import type { ImportCounts, ImportOutcome, RejectedLine } from '~/services/import-lines.server';

/** How many rejected lines, and how many warnings, are shown; the rest is counted. */
const SHOWN = 10_000;

/** What an import came to, as far as the report tells it. */
export interface Told {
  outcome: ImportOutcome;
  /** What the file is about. */
  main: ImportCounts;
  /** What else it brought, by name. */
  also?: readonly (readonly [noun: string, counts: ImportCounts])[];
  /** What there is to know besides, a line each. */
  notes?: readonly string[];
}

/** What happened to a file, collected while it is read and told at the end. */
export class ImportReport {
  private readonly rejected: string[] = [];
  private readonly warnings: string[] = [];
  private unshown = { rejected: 0, warnings: 0 };

  addRejected({ line, reasons }: RejectedLine): void {
    if (this.rejected.length < SHOWN) this.rejected.push(`  line ${line}: ${reasons.join('; ')}`);
    else this.unshown.rejected += 1;
  }

  addWarning(line: number, warning: string): void {
    if (this.warnings.length < SHOWN) this.warnings.push(`  line ${line}: ${warning}`);
    else this.unshown.warnings += 1;
  }

  /** The report as people read it. */
  text({ outcome, main, also = [], notes = [] }: Told, options: { dryRun: boolean; seconds: number }): string {
    if (!outcome.ok) return outcome.reason;
    const lines = [
      `${counted(outcome.lines)} ${outcome.lines === 1 ? 'line' : 'lines'} read in ${options.seconds.toFixed(1)} s`,
      `created   ${counted(main.created)}`,
      `updated   ${counted(main.updated)}`,
      `unchanged ${counted(main.unchanged)}`,
      `rejected  ${counted(outcome.rejected)}`,
      ...also.flatMap(([noun, counts]) => broughtAlong(noun, counts)),
      ...notes,
    ];
    lines.push(...ignored(outcome.ignoredColumns));
    lines.push(...this.section('Rejected lines:', this.rejected, this.unshown.rejected));
    lines.push(...this.section('Warnings:', this.warnings, this.unshown.warnings));
    if (options.dryRun) lines.push('This was a dry run: nothing was saved.');
    return lines.join('\n');
  }

  private section(title: string, lines: string[], unshown: number): string[] {
    if (lines.length === 0) return [];
    return ['', title, ...lines, ...(unshown > 0 ? [`  and ${counted(unshown)} more`] : [])];
  }
}

function broughtAlong(noun: string, { created, updated }: ImportCounts): string[] {
  if (created + updated === 0) return [];
  return [`(${noun}: ${counted(created)} created, ${counted(updated)} updated)`];
}

function ignored(columns: { name: string; meant: string | null }[]): string[] {
  if (columns.length === 0) return [];
  const names = columns.map(({ name, meant }) => `"${name}"${meant ? ` (did you mean "${meant}"?)` : ''}`);
  return [`Ignored columns: ${names.join(', ')}`];
}

/** A number as people read it: "1,743,000". */
export const counted = (number: number) => number.toLocaleString('en-GB');

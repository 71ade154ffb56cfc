import type { Imported, ImportCounts, RejectedLine } from '~/services/import-lines.server';

/** How many rejected lines, and how many warnings, are shown; the rest is counted. */
const SHOWN = 10_000;

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
  text(noun: 'appointments' | 'customers', imported: Imported, options: { dryRun: boolean; seconds: number }): string {
    const { outcome } = imported;
    if (!outcome.ok) return outcome.reason;
    const main = (noun === 'appointments' ? imported.appointments : imported.customers) ?? imported.customers;
    const lines = [
      `${counted(outcome.lines)} ${outcome.lines === 1 ? 'line' : 'lines'} read in ${options.seconds.toFixed(1)} s`,
      `created   ${counted(main.created)}`,
      `updated   ${counted(main.updated)}`,
      `unchanged ${counted(main.unchanged)}`,
      `rejected  ${counted(outcome.rejected)}`,
    ];
    if (noun === 'appointments') lines.push(...also('customers', imported.customers));
    lines.push(...also('advisers', imported.advisers));
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

function also(noun: string, { created, updated }: ImportCounts): string[] {
  if (created + updated === 0) return [];
  return [`(${noun}: ${counted(created)} created, ${counted(updated)} updated)`];
}

function ignored(columns: { name: string; meant: string | null }[]): string[] {
  if (columns.length === 0) return [];
  const names = columns.map(({ name, meant }) => `"${name}"${meant ? ` (did you mean "${meant}"?)` : ''}`);
  return [`Ignored columns: ${names.join(', ')}`];
}

const counted = (number: number) => number.toLocaleString('en-GB');

import { findOffice } from '@db/queries/office-day.server';
import {
  findImportRun,
  insertImportRun,
  listImportRuns,
  lockImportRun,
  updateImportRun,
  type ImportRunRow,
} from '@db/queries/import-runs.server';
import { MINUTE } from '~/domain/clock';
import { officeChain } from '~/domain/audit/audit-entry';
import type { ImportKind } from '~/domain/import/import-run';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { importAppointments } from './import-appointments.server';
import { importClubs } from './import-clubs.server';
import { importCustomers } from './import-customers.server';
import type { ImportCounts, ImportOutcome, RejectedLine } from './import-lines.server';
import type { SignedInStaff } from './sessions.server';
import type { OnlyOffice } from './within-office.server';

/** Lines and warnings that are kept in memory of one file. */
const MOST_KEPT = 20_000;

/** What a file would do, or did. */
export interface FileReport {
  outcome: ImportOutcome;
  counts: ImportCounts;
  rejected: RejectedLine[];
  warnings: { line: number; warning: string }[];
  header: string[];
}

type FileRefused = { ok: false; reason: 'empty' | 'unreadable'; words?: string };

/**
 * Keeps a file that somebody has sent, to be looked through; nothing in it is saved yet. On record.
 * @returns why not: it is empty, or no CSV file that can be read, with words for a person.
 */
export const takeFile =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    kind: ImportKind;
    fileName: string;
    content: Buffer;
  }): Promise<{ ok: true; id: string } | FileRefused> => {
    const { staff, kind, content } = input;
    const fileName = input.fileName.replace(/[\p{Cc}/\\]/gu, '').slice(-100) || 'file.csv';
    if (content.length === 0) return { ok: false, reason: 'empty' };
    const opened = await deps.csv.open(fileName, content);
    if (!opened.ok) return { ok: false, reason: 'unreadable', words: opened.words };
    const id = deps.newId();
    await deps.db.write(async (q) => {
      const row = { id, officeId: staff.officeId, staffId: staff.id, kind, fileName, state: 'review' as const };
      const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
      const now = deps.clock.now();
      await insertImportRun(q, { ...row, ...counts, content: deps.vault.seal(content.toString('utf8')), createdAt: now, endedAt: null }); // prettier-ignore
      await appendAudit(q, deps, onRecord(staff, 'import.received', id));
    });
    return { ok: true, id };
  };

/** The files that were sent to the viewer's office. */
export const viewFiles =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }) =>
    deps.db.read(async (q) => {
      const office = await findOffice(q, staff.officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const files = await listImportRuns(q, { officeId: staff.officeId, limit: 20 });
      return { zone: office.timeZone, officeRef: office.ref, files };
    });
export type FilesView = Awaited<ReturnType<ReturnType<typeof viewFiles>>>;

/** One file, and what it would do if it were saved now: row by row what is wrong. Saves nothing. */
export const reviewFile = (deps: Deps) => async (input: { staff: SignedInStaff; id: string }) => {
  const run = await deps.db.read((q) => findImportRun(q, { id: input.id, officeId: input.staff.officeId }));
  if (!run) return null;
  const { content, ...file } = run;
  return { file, report: content === null ? null : await readThrough(deps, input.staff, run, true) };
};
export type FileReview = NonNullable<Awaited<ReturnType<ReturnType<typeof reviewFile>>>>;

/** The rejected lines with the reasons, to be mended and sent again; null when there is no such file any more. */
export const writeRejects =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; id: string }): Promise<string | null> => {
    const review = await reviewFile(deps)(input);
    if (!review?.report) return null;
    const { header, rejected } = review.report;
    const lines = rejected.map(({ line, reasons, cells }) =>
      deps.csv.line([String(line), reasons.join('; '), ...cells]),
    );
    return deps.csv.line(['line', 'reason', ...header]) + lines.join('');
  };

/** Saves the good lines of a file and forgets what was in it. Pressed twice it is saved once. On record. */
export const saveFile =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; id: string }): Promise<'saved' | 'not_found' | 'over'> => {
    const { staff, id } = input;
    // Marked first, so that nobody else saves it too; what is in it stays until the lines are saved.
    const run = await deps.db.write(async (q) => {
      const found = await lockImportRun(q, { id, officeId: staff.officeId });
      const now = deps.clock.now();
      if (!found || found.state !== 'review' || isBeingSaved(found, now)) return found && { ...found, content: null };
      await updateImportRun(q, id, { endedAt: now });
      return found;
    });
    if (!run) return 'not_found';
    if (run.content === null) return 'over';
    try {
      const { counts, outcome } = await readThrough(deps, staff, run, false);
      await deps.db.write(async (q) => {
        const rejected = outcome.ok ? outcome.rejected : 0;
        await updateImportRun(q, id, { ...counts, rejected, state: 'saved', content: null, endedAt: deps.clock.now() });
        await appendAudit(q, deps, onRecord(staff, 'import.saved', id));
      });
      return 'saved';
    } catch (error) {
      // The database failed on the way: whole batches are kept, and the same file again goes on from there.
      await deps.db.write((q) => updateImportRun(q, id, { endedAt: null }));
      throw error;
    }
  };

/** Puts a file away unsaved, and forgets what was in it. On record. */
export const dropFile =
  (deps: Deps) =>
  (input: { staff: SignedInStaff; id: string }): Promise<boolean> =>
    deps.db.write(async (q) => {
      const { staff, id } = input;
      const found = await lockImportRun(q, { id, officeId: staff.officeId });
      if (!found) return false;
      if (found.state !== 'review' || isBeingSaved(found, deps.clock.now())) return true;
      await updateImportRun(q, id, { state: 'dropped', content: null, endedAt: deps.clock.now() });
      await appendAudit(q, deps, onRecord(staff, 'import.dropped', id));
      return true;
    });

/** Somebody has pressed "Save" and it goes on; after so long whoever did has been cut off, and it may be begun again (ms). */
const SAVING_AT_MOST = 10 * MINUTE;

function isBeingSaved({ endedAt }: ImportRunRow, now: number): boolean {
  return endedAt !== null && now - endedAt < SAVING_AT_MOST;
}

function onRecord(staff: SignedInStaff, action: `import.${string}`, id: string) {
  const actor = { kind: 'staff' as const, id: staff.id };
  return { chain: officeChain(staff.officeId), actor, action, subjectKind: 'import', subjectId: id };
}

async function readThrough(deps: Deps, staff: SignedInStaff, run: ImportRunRow, dryRun: boolean): Promise<FileReport> {
  const opened = await deps.csv.open(run.fileName, Buffer.from(deps.vault.open(run.content!), 'utf8'));
  if (!opened.ok) throw new Error('a file that could be read when it came cannot be read any more');
  const { file } = opened;
  const office = await deps.db.read((q) => findOffice(q, staff.officeId));
  if (!office) throw new Error('a member of staff has an office that does not exist');
  const rejected: RejectedLine[] = [];
  const warnings: FileReport['warnings'] = [];
  const listener = {
    onRejected: (line: RejectedLine) => void (rejected.length < MOST_KEPT && rejected.push(line)),
    onWarning: (line: number, warning: string) =>
      void (warnings.length < MOST_KEPT && warnings.push({ line, warning })),
    onProgress: () => undefined,
  };
  const within: OnlyOffice = { id: office.id, ref: office.ref };
  const { outcome, counts } = await IMPORTS[run.kind](deps, [file, listener, { dryRun, within }]);
  return { outcome, counts, rejected, warnings, header: file.header };
}

type ImportInput = Parameters<ReturnType<typeof importCustomers>>;

const IMPORTS: Record<
  ImportKind,
  (deps: Deps, input: ImportInput) => Promise<{ outcome: ImportOutcome; counts: ImportCounts }>
> = {
  // prettier-ignore
  customers: async (deps, input) => {
    const { outcome, customers } = await importCustomers(deps)(...input);
    return { outcome, counts: customers };
  },
  appointments: async (deps, input) => {
    const { outcome, appointments, customers } = await importAppointments(deps)(...input);
    return { outcome, counts: appointments ?? customers };
  },
  clubs: async (deps, input) => {
    const { outcome, clubs } = await importClubs(deps)(...input);
    return { outcome, counts: clubs };
  },
};

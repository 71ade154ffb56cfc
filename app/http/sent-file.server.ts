import { IMPORT_KINDS, type ImportKind } from '~/domain/import/import-run';

/** A file as a browser sends it, and what is said to be in it; null where either is missing. */
export interface SentFile {
  kind: ImportKind | null;
  file: { name: string; content: Buffer } | null;
}

/** Reads the form that sends a file; `formBody` has measured it. What cannot be read is no file. */
export async function readSentFile(request: Request): Promise<SentFile> {
  const form = await request.formData().catch(() => new FormData());
  const kind = IMPORT_KINDS.find((one) => one === form.get('kind')) ?? null;
  const file = form.get('file');
  // A browser sends a file without a name where none was chosen.
  if (!(file instanceof File) || file.name === '') return { kind, file: null };
  return { kind, file: { name: file.name, content: Buffer.from(await file.arrayBuffer()) } };
}

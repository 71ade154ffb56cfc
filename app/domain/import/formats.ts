import { APPOINTMENTS_FORMAT } from './appointment-line';
import { CLUBS_FORMAT } from './club-line';
import { CUSTOMERS_FORMAT } from './customer-line';
import type { FileFormat } from './header';
import { IMPORT_KINDS, type ImportKind } from './import-run';

/** The columns of each kind of file that somebody sends in on screen. */
export const IMPORT_FORMATS: Record<ImportKind, FileFormat> = {
  customers: CUSTOMERS_FORMAT,
  appointments: APPOINTMENTS_FORMAT,
  clubs: CLUBS_FORMAT,
};

/** The kind of file that a first line is rather that of than of the one chosen; null where the choice fits. */
export function likelierKind(chosen: ImportKind, header: readonly string[]): ImportKind | null {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  const fits = (kind: ImportKind) => IMPORT_FORMATS[kind].required.every((column) => names.has(column));
  const asks = (kind: ImportKind) => IMPORT_FORMATS[kind].required.length;
  return IMPORT_KINDS.find((kind) => fits(kind) && (!fits(chosen) || asks(kind) > asks(chosen))) ?? null;
}

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-record';
import { en } from './en-record';

/** A customer's record, the journal and covers, for staff. All Welsh here is a draft. */
export const recordWords = defineCatalogue('record', { en, cy });
export type RecordWords = typeof en;

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-files';
import { en } from './en-staff-files';

/** Files in and out, for managers. All Welsh here is a draft. */
export const fileWords = defineCatalogue('staff-files', { en, cy });
export type FileWords = typeof en;

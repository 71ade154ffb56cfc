import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-office';
import { en } from './en-staff-office';

/** The office and its settings. All Welsh here is a draft. */
export const officeWords = defineCatalogue('staff-office', { en, cy });
export type OfficeWords = typeof en;

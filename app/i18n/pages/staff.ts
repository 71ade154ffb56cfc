import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff';
import { en } from './en-staff';

/** What staff see. All Welsh here is a draft. */
export const staffWords = defineCatalogue('staff', { en, cy });
export type StaffWords = typeof en;

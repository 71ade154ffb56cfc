import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-menu';
import { en } from './en-staff-menu';

/** The staff menu. All Welsh here is a draft. */
export const menuWords = defineCatalogue('staff-menu', { en, cy });
export type MenuWords = typeof en;

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-members';
import { en } from './en-staff-members';

/** Those who work in an office. All Welsh here is a draft. */
export const memberWords = defineCatalogue('staff-members', { en, cy });

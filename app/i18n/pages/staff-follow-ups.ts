import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-follow-ups';
import { en } from './en-staff-follow-ups';

/** Plans to ask after. All Welsh here is a draft. */
export const followUpWords = defineCatalogue('staff-follow-ups', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-group-sessions';
import { en } from './en-staff-group-sessions';

/** Group sessions. All Welsh here is a draft. */
export const groupWords = defineCatalogue('staff-group-sessions', { en, cy });

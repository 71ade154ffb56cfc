import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-outcomes';
import { en } from './en-staff-outcomes';

/** What came of an appointment, calling one off, and what a day shows besides. All Welsh here is a draft. */
export const outcomeWords = defineCatalogue('staff-outcomes', { en, cy });

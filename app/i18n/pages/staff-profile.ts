import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-profile';
import { en } from './en-staff-profile';

/** A customer's profile as colleagues see it. All Welsh here is a draft. */
export const staffProfileWords = defineCatalogue('staff-profile', { en, cy });

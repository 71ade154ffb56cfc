import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-earlier';
import { en } from './en-staff-earlier';

/** What the page of earlier times says. All Welsh here is a draft. */
export const staffEarlierWords = defineCatalogue('staff-earlier', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-customers';
import { en } from './en-customers';

/** The customers of an office, and whose they are, as staff see them. All Welsh here is a draft. */
export const customersWords = defineCatalogue('staff-customers', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-contacts';
import { en } from './en-staff-contacts';

/** How a customer and the office were in touch. All Welsh here is a draft. */
export const contactsWords = defineCatalogue('staff-contacts', { en, cy });

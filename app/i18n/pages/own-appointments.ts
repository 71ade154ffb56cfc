import { defineCatalogue } from '../catalogue';
import { cy } from './cy-own-appointments';
import { en } from './en-own-appointments';

/** A customer's own appointments, and what hangs from each. All Welsh here is a draft. */
export const ownAppointmentsWords = defineCatalogue('own appointments', { en, cy });

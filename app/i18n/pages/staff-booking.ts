import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-booking';
import { en } from './en-staff-booking';

/** Booking an appointment, and people who come without one. All Welsh here is a draft. */
export const bookingWords = defineCatalogue('staff-booking', { en, cy });

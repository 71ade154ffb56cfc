import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-series';
import { en } from './en-staff-series';

/** Appointments that are booked as a series. All Welsh here is a draft. */
export const seriesWords = defineCatalogue('staff-series', { en, cy });

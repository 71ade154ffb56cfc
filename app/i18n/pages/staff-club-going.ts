import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-club-going';
import { en } from './en-staff-club-going';

/** Signing a customer up for a work club. All Welsh here is a draft. */
export const clubGoingWords = defineCatalogue('staff-club-going', { en, cy });
export type ClubGoingDone = keyof typeof en.done;

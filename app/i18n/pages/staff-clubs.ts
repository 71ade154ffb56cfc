import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-clubs';
import { en } from './en-staff-clubs';

/** Work clubs, for organisers and offices. All Welsh here is a draft. */
export const staffClubWords = defineCatalogue('staff-clubs', { en, cy });
export type StaffClubWords = typeof en;

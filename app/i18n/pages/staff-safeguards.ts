import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-safeguards';
import { en } from './en-staff-safeguards';

/** Who is to be asked again, and whether the rules fall unevenly. All Welsh here is a draft. */
export const safeguardWords = defineCatalogue('staff-safeguards', { en, cy });
export type ReaskDone = keyof typeof en.reasks.done;

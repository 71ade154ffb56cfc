import { defineCatalogue } from '../catalogue';
import { cy } from './cy-clubs';
import { en } from './en-clubs';

/** Work clubs: finding one, and one of them. All Welsh here is a draft. */
export const clubsWords = defineCatalogue('clubs', { en, cy });

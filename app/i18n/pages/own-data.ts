import { defineCatalogue } from '../catalogue';
import { cy } from './cy-own-data';
import { en } from './en-own-data';

/** The file with everything that is held about somebody, and the page that gives it. All Welsh here is a draft. */
export const ownDataWords = defineCatalogue('own-data', { en, cy });

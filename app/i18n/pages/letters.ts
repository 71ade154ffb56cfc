import { defineCatalogue } from '../catalogue';
import { cy } from './cy-letters';
import { en } from './en-letters';

/** The print queue. All Welsh here is a draft. */
export const lettersWords = defineCatalogue('letters', { en, cy });

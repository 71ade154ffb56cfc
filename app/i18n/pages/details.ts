import { defineCatalogue } from '../catalogue';
import { cy } from './cy-details';
import { en } from './en-details';

/** "My details": what a customer may change about themselves. All Welsh here is a draft. */
export const detailsWords = defineCatalogue('details', { en, cy });

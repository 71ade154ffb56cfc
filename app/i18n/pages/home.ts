import { defineCatalogue } from '../catalogue';
import { cy } from './cy-home';
import { en } from './en-home';

/** A customer's first page. All Welsh here is a draft. */
export const homeWords = defineCatalogue('home', { en, cy });

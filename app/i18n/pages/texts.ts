import { defineCatalogue } from '../catalogue';
import { cy } from './cy-texts';
import { en } from './en-texts';

/** The page that shows what is sent, and what it costs. All Welsh here is a draft. */
export const textWords = defineCatalogue('texts', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-card';
import { en } from './en-card';

/** Printed cards that sign a customer in once: staff make them. All Welsh here is a draft. */
export const cardWords = defineCatalogue('card', { en, cy });

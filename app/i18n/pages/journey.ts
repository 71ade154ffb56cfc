import { defineCatalogue } from '../catalogue';
import { cy } from './cy-journey';
import { en } from './en-journey';

/** The whole way on one page. All Welsh here is a draft. */
export const journeyWords = defineCatalogue('journey', { en, cy });

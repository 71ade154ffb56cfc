import { defineCatalogue } from '../catalogue';
import { cy } from './cy-offer';
import { en } from './en-offer';

/** What the page behind an offer's link says. All Welsh here is a draft. */
export const offerWords = defineCatalogue('offer', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-visit';
import { en } from './en-visit';

/** Help from a digital champion, for customers. All Welsh here is a draft. */
export const visitWords = defineCatalogue('visit', { en, cy });
export type VisitWords = typeof en;

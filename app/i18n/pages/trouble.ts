import { defineCatalogue } from '../catalogue';
import { cy } from './cy-trouble';
import { en } from './en-trouble';

/** Messages in trouble. All Welsh here is a draft. */
export const troubleWords = defineCatalogue('trouble', { en, cy });
export type TroubleWords = typeof en;

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-formats';
import { en } from './en-formats';

/** Letters and meetings in another form. All Welsh here is a draft. */
export const formatWords = defineCatalogue('formats', { en, cy });
export type FormatWords = typeof en;

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-help';
import { en } from './en-help';

/** A colleague uses the portal for somebody. All Welsh here is a draft. */
export const helpWords = defineCatalogue('help', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-sending';
import { en } from './en-sending';

/** What staff read while messages do not go out. All Welsh here is a draft. */
export const sendingWords = defineCatalogue('sending', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-frame';
import { en } from './en-frame';

/** What is around every page. All Welsh here is a draft. */
export const frameWords = defineCatalogue('frame', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-calls';
import { en } from './en-calls';

/** What the call list says. All Welsh here is a draft. */
export const callWords = defineCatalogue('calls', { en, cy });
export type CallWords = typeof en;

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-signposts';
import { en } from './en-signposts';

/** Signposts as staff give them and ask about them, and a customer's situation put down with them. All Welsh here is a draft. */
export const signpostWords = defineCatalogue('signposts', { en, cy });
export type SignpostWords = typeof en;

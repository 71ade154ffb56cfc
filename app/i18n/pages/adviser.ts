import { defineCatalogue } from '../catalogue';
import { cy } from './cy-adviser';
import { en } from './en-adviser';

/** A customer's adviser, and what they write to each other. All Welsh here is a draft. */
export const adviserWords = defineCatalogue('adviser', { en, cy });
export type AdviserWords = typeof en;

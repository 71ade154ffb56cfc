import { defineCatalogue } from '../catalogue';
import { cy } from './cy-guides';
import { en } from './en-guides';

/** Guides to help somebody with one thing. All Welsh here is a draft. */
export const guidesWords = defineCatalogue('guides', { en, cy });
export type GuidesWords = typeof en;

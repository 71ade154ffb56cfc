import { defineCatalogue } from '../catalogue';
import { cy } from './cy-near-me';
import { en } from './en-near-me';

/** What is near by for people who are not online, and the sheet to take home. All Welsh here is a draft. */
export const nearMeWords = defineCatalogue('near-me', { en, cy });
export type NearMeWords = typeof en;

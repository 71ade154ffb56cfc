import { defineCatalogue } from '../catalogue';
import { cy } from './cy-desk';
import { en } from './en-desk';

/** The champion's desk. All Welsh here is a draft. */
export const deskWords = defineCatalogue('desk', { en, cy });
export type DeskWords = typeof en;

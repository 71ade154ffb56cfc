import { defineCatalogue } from '../catalogue';
import { cy } from './cy-plan';
import { en } from './en-plan';

/** A customer's plan. All Welsh here is a draft. */
export const planWords = defineCatalogue('plan', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-sign-in-methods';
import { en } from './en-sign-in-methods';

/** What a customer signs in with. All Welsh here is a draft. */
export const signInMethodsWords = defineCatalogue('sign-in-methods', { en, cy });

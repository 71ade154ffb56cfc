import { defineCatalogue } from '../catalogue';
import { cy } from './cy-sign-in';
import { en } from './en-sign-in';

/** Signing in with a code. All Welsh here is a draft. */
export const signInWords = defineCatalogue('sign-in', { en, cy });

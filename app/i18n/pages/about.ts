import { defineCatalogue } from '../catalogue';
import { cy } from './cy-about';
import { en } from './en-about';

export type { Part } from './en-about';

/** Accessibility, privacy, cookies, terms and how to get in touch. All Welsh here is a draft. */
export const aboutWords = defineCatalogue('about', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-profile';
import { en } from './en-profile';

/** The digital-capability profile as customers see it, and asking for another way. All Welsh here is a draft. */
export const profileWords = defineCatalogue('profile', { en, cy });

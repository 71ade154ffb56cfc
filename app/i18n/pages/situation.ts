import { defineCatalogue } from '../catalogue';
import { cy } from './cy-situation';
import { en } from './en-situation';

/** Help with somebody's situation: what they choose to tell, and who helps near by. All Welsh here is a draft. */
export const situationWords = defineCatalogue('situation', { en, cy });

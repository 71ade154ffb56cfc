import { defineCatalogue } from '../catalogue';
import { cy } from './cy-outlook';
import { en } from './en-outlook';

/** How somebody looks at work. All Welsh here is a draft. */
export const outlookWords = defineCatalogue('outlook', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-outbox';
import { en } from './en-outbox';

/** The demo's outbox. All Welsh here is a draft. */
export const outboxWords = defineCatalogue('outbox', { en, cy });

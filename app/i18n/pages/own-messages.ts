import { defineCatalogue } from '../catalogue';
import { cy } from './cy-own-messages';
import { en } from './en-own-messages';

/** What a customer was and will be sent about an appointment. All Welsh here is a draft. */
export const ownMessagesWords = defineCatalogue('own-messages', { en, cy });

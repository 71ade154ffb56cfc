import { defineCatalogue } from '../catalogue';
import { cy } from './cy-own-contacts';
import { en } from './en-own-contacts';

/** Numbers and addresses: change, add, take away, and the codes that go with it. All Welsh here is a draft. */
export const ownContactsWords = defineCatalogue('own-contacts', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-calendar';
import { en } from './en-calendar';

/** A private calendar feed, for its owner. All Welsh here is a draft. */
export const calendarWords = defineCatalogue('calendar', { en, cy });

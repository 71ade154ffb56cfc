import { defineCatalogue } from '../catalogue';
import { cy } from './cy-appointment';
import { en } from './en-appointment';

/** One appointment, as its customer sees it. All Welsh here is a draft. */
export const appointmentWords = defineCatalogue('appointment', { en, cy });

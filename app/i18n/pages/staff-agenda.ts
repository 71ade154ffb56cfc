import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-agenda';
import { en } from './en-staff-agenda';

/** What is looked at together at a meeting. All Welsh here is a draft. */
export const agendaWords = defineCatalogue('staff-agenda', { en, cy });

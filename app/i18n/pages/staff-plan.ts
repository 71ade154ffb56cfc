import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-plan';
import { en } from './en-staff-plan';

/** A customer's plan as their office sees it. All Welsh here is a draft. */
export const staffPlanWords = defineCatalogue('staff-plan', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-staff-shared-plans';
import { en } from './en-staff-shared-plans';

/** Plans that customers have agreed to show to a partner. All Welsh here is a draft. */
export const sharedPlanWords = defineCatalogue('staff-shared-plans', { en, cy });

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-call-request';
import { en } from './en-call-request';

/** When it is good to be called. All Welsh here is a draft. */
export const callRequestWords = defineCatalogue('call-request', { en, cy });
export type CallRequestProblem = keyof typeof en.errors;

import { defineCatalogue } from '../catalogue';
import { cy } from './cy-policy';
import { en } from './en-policy';

export type PolicyWords = typeof en;

/** The pages on which an office sets its reminder rules. All Welsh here is a draft. */
export const policyWords = defineCatalogue('policy', { en, cy });

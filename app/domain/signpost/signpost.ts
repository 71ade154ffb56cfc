import type { Skill } from '../capability/answers';
import type { Barrier } from '../situation/barrier';

/** What a place near by has for people who are not online: computers to use for nothing, teaching, somebody who sits with them. */
export const DIGITAL_PLACE_KINDS = ['computers', 'training', 'supported'] as const;
export type DigitalPlaceKind = (typeof DIGITAL_PLACE_KINDS)[number];

/** What somebody was pointed to. */
export const SIGNPOST_KINDS = ['digital_place', 'club', 'local_help'] as const;
export type SignpostKind = (typeof SIGNPOST_KINDS)[number];

/** What it is to help with: a skill, a barrier, or having no device or connection of one's own. */
export type SignpostNeed = Skill | Barrier | 'device' | 'connection';

/** What came of it, when asked later. */
export const SIGNPOST_OUTCOMES = ['went', 'going', 'not_yet', 'could_not', 'not_for_me'] as const;
export type SignpostOutcome = (typeof SIGNPOST_OUTCOMES)[number];

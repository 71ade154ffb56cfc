import { SKILLS, type Skill } from '../capability/answers';
import { BARRIERS, type Barrier } from '../situation/barrier';
import { addDays } from '../time/wall-clock';

/** What a place near by has for people who are not online: computers to use for nothing, teaching, somebody who sits with them. */
export const DIGITAL_PLACE_KINDS = ['computers', 'training', 'supported'] as const;
export type DigitalPlaceKind = (typeof DIGITAL_PLACE_KINDS)[number];

/** What somebody was pointed to. */
export const SIGNPOST_KINDS = ['digital_place', 'club', 'local_help'] as const;
export type SignpostKind = (typeof SIGNPOST_KINDS)[number];

/** What it is to help with: a skill, a barrier, or having no device or connection of one's own. */
export const SIGNPOST_NEEDS = [...SKILLS, 'device', 'connection', ...BARRIERS] as const;
export type SignpostNeed = Skill | Barrier | 'device' | 'connection';

/** What came of it, when asked later. */
export const SIGNPOST_OUTCOMES = ['went', 'going', 'not_yet', 'could_not', 'not_for_me'] as const;
export type SignpostOutcome = (typeof SIGNPOST_OUTCOMES)[number];

/** Days after which somebody asks what came of it, unless they say otherwise. */
export const ASK_AFTER_DAYS = 14;

/** The day on which somebody asks: two weeks on. @param today a date of the office. */
export const askDay = (today: string): string => addDays(today, ASK_AFTER_DAYS);

/** True while somebody may still go: nothing came of it yet, or they mean to. */
export function isOpen(outcome: SignpostOutcome | null): boolean {
  return outcome === null || outcome === 'going' || outcome === 'not_yet';
}

/** True where what is needed says nothing about somebody's life but how they use computers and phones; champions see only that. */
export function isDigitalNeed(need: string): boolean {
  return need === 'it' || !BARRIERS.some((barrier) => barrier === need);
}

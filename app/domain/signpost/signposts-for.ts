import { SKILLS, type CapabilityAnswers, type Skill } from '../capability/answers';
import { milesBetween, type Point } from '../club/distance';
import { BARRIERS, type Barrier } from '../situation/barrier';
import type { DigitalPlaceKind, SignpostKind, SignpostNeed } from './signpost';

/** A place that an office keeps; `point` is null where nobody knows where it is. */
export interface NearPlace {
  id: string;
  kind: DigitalPlaceKind;
  teaches: readonly Skill[];
  point: Point | null;
}

/** A work club with computers that meets again. */
export interface NearClub {
  id: string;
  point: Point;
}

export interface NearHelp {
  id: string;
  barrier: Barrier;
}

/** What is near by, each list in the order in which it is kept. */
export interface Nearby {
  places: readonly NearPlace[];
  clubs: readonly NearClub[];
  help: readonly NearHelp[];
}

/** Something to point somebody to, the needs that it answers (the first is why), and how far it is; null: not known. */
export interface Suggestion {
  kind: SignpostKind;
  targetId: string;
  needs: readonly [SignpostNeed, ...SignpostNeed[]];
  miles: number | null;
}

/** More than this is no help to choose from, and does not go on one sheet of paper. */
export const MOST_SIGNPOSTS = 6;
/** A club that is farther away is not near, in miles. */
export const FARTHEST_CLUB = 20;
/** Clubs that are suggested at most: the nearest. */
const MOST_CLUBS = 2;

/**
 * What somebody needs, first what they said no to: skills, then a device or a connection, then what they can do only with
 * help or now and then, then what they wish for, then what stands in the way. With nothing told at all it is `it`: how to use
 * computers and phones.
 */
export function needsOf(answers: CapabilityAnswers | null, barriers: readonly Barrier[]): SignpostNeed[] {
  const needs: SignpostNeed[] = [];
  if (answers) {
    needs.push(...SKILLS.filter((skill) => answers[skill] === 'no'));
    if (answers.device === 'none') needs.push('device');
    if (answers.online === 'no') needs.push('connection');
    needs.push(...SKILLS.filter((skill) => answers[skill] === 'with_help'));
    if (answers.device === 'shared' || answers.wants.includes('computers')) needs.push('device');
    if (answers.online === 'sometimes') needs.push('connection');
    if (answers.wants.includes('course') || answers.wants.includes('club')) needs.push('it');
  }
  needs.push(...BARRIERS.filter((barrier) => barriers.includes(barrier)));
  return needs.length > 0 || answers ? [...new Set(needs)] : ['it'];
}

/**
 * A short list of what is near by for what somebody needs. Every need is answered once, as long as there is room, before any
 * is answered twice; what answers several stands there once, with all of them. Chosen by what the person said no to; a level or
 * a score plays no part. The same answers give the same list.
 * @param about.home where they live; null where it is not known: then nothing is near, and clubs are left out.
 */
export function signpostsFor(
  about: { answers: CapabilityAnswers | null; barriers: readonly Barrier[]; home: Point | null },
  nearby: Nearby,
): Suggestion[] {
  const found = needsOf(about.answers, about.barriers).map((need) => ({
    need,
    answers: answersTo(need, candidatesOf(about.home, nearby)),
  }));
  const chosen: Candidate[] = [];
  for (let round = 1; round <= 2; round += 1) {
    for (const { answers } of found) {
      if (chosen.length >= MOST_SIGNPOSTS) break;
      if (answers.filter((one) => has(chosen, one)).length >= round) continue;
      const next = answers.find((one) => !has(chosen, one));
      if (next) chosen.push(next);
    }
  }
  return chosen.flatMap(({ kind, targetId, miles }) => {
    const [first, ...more] = found.flatMap(({ need, answers }) => (has(answers, { targetId }) ? [need] : []));
    return first ? [{ kind, targetId, miles, needs: [first, ...more] as const }] : [];
  });
}

interface Candidate {
  kind: SignpostKind;
  targetId: string;
  miles: number | null;
  place?: NearPlace;
  barrier?: Barrier;
}

const has = (some: readonly { targetId: string }[], one: { targetId: string }) =>
  some.some(({ targetId }) => targetId === one.targetId);

/** Everything that is near, the nearest first; what is at no known distance comes last, in its own order. */
function candidatesOf(home: Point | null, { places, clubs, help }: Nearby): Candidate[] {
  const miles = (point: Point | null) => (home && point ? milesBetween(home, point) : null);
  const far = ({ miles: distance }: Candidate) => distance ?? Number.POSITIVE_INFINITY;
  const byDistance = (a: Candidate, b: Candidate) => (far(a) === far(b) ? 0 : far(a) - far(b));
  const meets = clubs.map(({ id, point }): Candidate => ({ kind: 'club', targetId: id, miles: miles(point) }));
  const near = meets.filter((one) => far(one) <= FARTHEST_CLUB).sort(byDistance);
  return [
    ...places
      .map((place): Candidate => ({ kind: 'digital_place', targetId: place.id, miles: miles(place.point), place }))
      .sort(byDistance),
    ...near.slice(0, MOST_CLUBS),
    ...help.map(({ id, barrier }): Candidate => ({ kind: 'local_help', targetId: id, miles: null, barrier })),
  ];
}

/** What answers a need, the best first. */
function answersTo(need: SignpostNeed, all: readonly Candidate[]): Candidate[] {
  const of = (kind: DigitalPlaceKind) => all.filter(({ place }) => place?.kind === kind);
  const clubs = all.filter(({ kind }) => kind === 'club');
  const help = all.filter(({ barrier }) => barrier === need);
  if (isSkill(need)) {
    const teaching = all.filter(({ place }) => place?.teaches.includes(need));
    // Where nobody teaches it, somebody who sits beside them is the next best.
    return [...teaching, ...of('supported').filter((one) => !has(teaching, one))];
  }
  if (need === 'device' || need === 'connection') return [...of('computers'), ...of('supported'), ...clubs];
  if (need === 'it') return [...of('supported'), ...help, ...of('training'), ...clubs, ...of('computers')];
  return help;
}

const isSkill = (need: SignpostNeed): need is Skill => SKILLS.some((skill) => skill === need);

import type { Queryable } from '@db/client.server';
import { listSignposts } from '@db/queries/signposts.server';
import { listBarriers } from '@db/queries/situation.server';
import type { PersonName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import {
  isDigitalNeed,
  isOpen,
  type SignpostKind,
  type SignpostNeed,
  type SignpostOutcome,
} from '~/domain/signpost/signpost';
import { signpostsFor } from '~/domain/signpost/signposts-for';
import type { Deps } from './deps';
import { loadNearby, standpointOf, type NearbyThing } from './load-nearby.server';
import { answersOf } from './read-profile-answers.server';

/** Something near by with what it would help with, the reason first, and how far it is in miles; null: not known. */
export type ShownSuggestion = NearbyThing & { needs: SignpostNeed[]; miles: number | null };

/** Something that somebody was pointed to; `thing` is null once it has been retired. Instants in ms, `askOn` a date. */
export interface GivenSignpost {
  id: string;
  kind: SignpostKind;
  need: SignpostNeed;
  name: string;
  givenAt: number;
  /** Null: they chose it themselves. */
  giver: PersonName | null;
  askOn: string | null;
  outcome: SignpostOutcome | null;
  thing: NearbyThing | null;
}

/**
 * What is near by for what somebody said, and what they were pointed to already.
 * @param about.digitalOnly without what stands in the way of work in their life: for champions.
 */
export async function suggestSignposts(
  q: Queryable,
  deps: Deps,
  about: { customerId: string; language: Language | null; digitalOnly: boolean },
) {
  const { customerId, digitalOnly } = about;
  const standpoint = await standpointOf(q, deps, customerId);
  const language = about.language ?? standpoint.customer.language;
  const { nearby, things } = await loadNearby(q, deps, standpoint, language);
  const answers = await answersOf(q, deps, customerId);
  const told = (await listBarriers(q, customerId)).map(({ kind }) => kind);
  const barriers = digitalOnly ? told.filter(isDigitalNeed) : told;
  const suggestions = signpostsFor({ answers, barriers, home: standpoint.home }, nearby).flatMap(
    ({ targetId, needs, miles }): ShownSuggestion[] => {
      const thing = things.get(targetId);
      return thing ? [{ ...thing, needs: [...needs], miles }] : [];
    },
  );
  const given = (await listSignposts(q, customerId)).flatMap(({ signpost, giver }): GivenSignpost[] => {
    const { id, kind, name, givenAt, askOn, outcome, targetId } = signpost;
    const need = signpost.need as SignpostNeed;
    if (digitalOnly && !isDigitalNeed(need)) return [];
    return [{ id, kind, need, name, givenAt, giver, askOn, outcome, thing: things.get(targetId) ?? null }];
  });
  return { standpoint, language, things, profiled: answers !== null, told: barriers.length > 0, suggestions, given };
}

/** What is left to suggest: what they were pointed to and may still go to is not suggested again. */
export function notGiven(suggestions: readonly ShownSuggestion[], given: readonly GivenSignpost[]): ShownSuggestion[] {
  const open = given.filter(({ outcome }) => isOpen(outcome)).map(({ thing }) => thing?.targetId);
  return suggestions.filter(({ targetId }) => !open.includes(targetId));
}

/** As many as go on one sheet of paper in large letters. */
const MOST_ON_SHEET = 3;

/** What a sheet to take home has: what they were pointed to and may still go to; else what is suggested. */
export function onSheet({
  suggestions,
  given,
}: Pick<Awaited<ReturnType<typeof suggestSignposts>>, 'suggestions' | 'given'>) {
  const chosen = given.flatMap(({ thing, outcome, need }) => (thing && isOpen(outcome) ? [{ ...thing, need }] : []));
  const picked = chosen.length > 0 ? chosen : suggestions.map(({ needs, ...thing }) => ({ ...thing, need: needs[0]! }));
  return picked.slice(0, MOST_ON_SHEET);
}

export type SheetItem = ReturnType<typeof onSheet>[number];

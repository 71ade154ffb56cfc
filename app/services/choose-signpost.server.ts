import { lockOwnSignpost, updateSignpost } from '@db/queries/signposts.server';
import type { Language } from '~/domain/language';
import type { Pick } from '~/domain/signpost/signpost-form';
import { askDay } from '~/domain/signpost/signpost';
import type { Deps } from './deps';
import { pointTo } from './point-to.server';
import { notGiven, onSheet, suggestSignposts } from './suggest-signposts.server';

interface Own {
  customerId: string;
}

/** What is near a customer for what they said no to, or for everybody when they have said nothing; and what they chose. */
export const viewNearMe = (deps: Deps) => async (input: Own & { language: Language }) =>
  deps.db.read(async (q) => {
    const found = await suggestSignposts(q, deps, { ...input, digitalOnly: false });
    const { standpoint, profiled, told, suggestions, given } = found;
    const { now, zone, today, phone, adviserFirstName } = standpoint;
    return {
      ...{ now, zone, today, phone, adviserFirstName, asked: profiled || told },
      suggestions: notGiven(suggestions, given),
      chosen: given.map(({ giver, ...one }) => ({ ...one, own: giver === null })),
    };
  });

export type NearMeView = Awaited<ReturnType<ReturnType<typeof viewNearMe>>>;

/** The sheet that a customer prints at home. */
export const viewOwnSheet = (deps: Deps) => async (input: Own & { language: Language }) =>
  deps.db.read(async (q) => {
    const found = await suggestSignposts(q, deps, { ...input, digitalOnly: false });
    const { now, zone, today, phone } = found.standpoint;
    return { now, zone, today, phone, language: found.language, items: onSheet(found) };
  });

export type SignpostSheetView = Awaited<ReturnType<ReturnType<typeof viewOwnSheet>>>;

/**
 * "I would like to go": somebody asks in two weeks how it went. Twice is once.
 * @returns the id of the signpost; null when there is no such thing near by.
 */
export const chooseSignpost =
  (deps: Deps) =>
  async ({ customerId, pick }: Own & { pick: Pick }): Promise<string | null> =>
    deps.db.write(async (q) => {
      const made = await pointTo(q, deps, { customerId, picks: [pick], by: null, askOn: askDay });
      return made?.[0]?.id ?? null;
    });

/**
 * Takes that back. What a colleague pointed to is theirs to take back. Twice is once.
 * @returns false when there is no such thing of theirs.
 */
export const takeBackSignpost =
  (deps: Deps) =>
  async ({ customerId, id }: Own & { id: string }): Promise<boolean> =>
    deps.db.write(async (q) => {
      const row = await lockOwnSignpost(q, { id, customerId });
      if (!row || row.givenBy !== null) return false;
      if (row.withdrawnAt === null) await updateSignpost(q, id, { withdrawnAt: deps.clock.now() });
      return true;
    });

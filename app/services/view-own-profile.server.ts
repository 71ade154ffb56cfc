import { findCustomerWithOffice } from '@db/queries/home.server';
import { findOpenProfile, listFinishedProfiles } from '@db/queries/profiles.server';
import { completeAnswers } from '~/domain/capability/answers';
import { isOutOfDate } from '~/domain/capability/profile-age';
import { openOtherWay } from './ask-other-way.server';
import type { Deps } from './deps';
import { openAnswers } from './profile-answers.server';

/**
 * What a customer sees of their own profile: what is under way, and answers, points, rule and result of the one that counts with
 * what a person decided of it. Instants in ms.
 * @throws when there is no such customer.
 */
export const viewOwnProfile = (deps: Deps) => async (input: { customerId: string }) =>
  deps.db.read(async (q) => {
    const { customerId } = input;
    const person = await findCustomerWithOffice(q, customerId);
    if (!person) throw new Error('a session belongs to nobody');
    const open = await findOpenProfile(q, customerId);
    const current = (await listFinishedProfiles(q, customerId))[0] ?? null;
    const answers = current && completeAnswers(openAnswers(deps, current.profile.answers));
    const asked = await openOtherWay(q, deps, customerId);
    return {
      ...{ adviser: person.adviserFirstName, zone: person.office.timeZone, discreet: person.customer.discreet },
      open: open && { answers: openAnswers(deps, open.answers), ageBand: open.ageBand },
      current:
        current && answers
          ? {
              ...{ answers, ageBand: current.profile.ageBand, score: current.profile.score! },
              ...{ recommended: current.profile.recommended!, rule: current.profile.rule! },
              ...{ finishedAt: current.profile.finishedAt!, source: current.profile.source },
              outOfDate: isOutOfDate(current.profile.finishedAt!, deps.clock.now()),
              decision: current.profile.decided && {
                ...{ level: current.profile.decided, at: current.profile.decidedAt!, by: current.decider },
                reason: current.profile.decidedReason && deps.vault.open(current.profile.decidedReason),
              },
            }
          : null,
      otherWay: asked,
    };
  });

export type OwnProfile = Awaited<ReturnType<ReturnType<typeof viewOwnProfile>>>;
export type OwnResult = NonNullable<OwnProfile['current']>;

/** What a customer waits for, on the page on which it is asked for. */
export const viewOtherWay = (deps: Deps) => async (input: { customerId: string }) =>
  deps.db.read(async (q) => {
    const person = await findCustomerWithOffice(q, input.customerId);
    if (!person) throw new Error('a session belongs to nobody');
    const asked = await openOtherWay(q, deps, input.customerId);
    return { adviser: person.adviserFirstName, zone: person.office.timeZone, asked };
  });

export type OtherWayView = Awaited<ReturnType<ReturnType<typeof viewOtherWay>>>;

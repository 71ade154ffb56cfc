import type { Queryable } from '@db/client.server';
import { findOpenProfile, listFinishedProfiles } from '@db/queries/profiles.server';
import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import { completeAnswers } from '~/domain/capability/answers';
import { isOutOfDate } from '~/domain/capability/profile-age';
import { channelToSet } from '~/domain/capability/wished-channel';
import { openOtherWay } from './ask-other-way.server';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { openAnswers } from './profile-answers.server';
import type { SignedInStaff } from './sessions.server';

/**
 * A customer's profile as colleagues see it: the one that counts, those before it, and what they asked for. On record as read.
 * Champions see answers and results, and none of the words. Instants in ms.
 * @returns null when there is no such customer, or they are another office's.
 */
export const viewProfileDesk = (deps: Deps) => async (input: { staff: SignedInStaff; customerId: string }) => {
  const { staff, customerId } = input;
  const view = await deps.db.read((q) => loadDesk(q, deps, staff, customerId));
  if (!view) return null;
  await recordRead(deps)({ reader: staff, action: 'profile.read', subjectKind: 'customer', subjectId: customerId });
  return view;
};

export type ProfileDesk = NonNullable<Awaited<ReturnType<ReturnType<typeof viewProfileDesk>>>>;

async function loadDesk(q: Queryable, deps: Deps, staff: SignedInStaff, customerId: string) {
  const found = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
  if (!found) return null;
  const { customer, office } = found;
  const mayDecide = staff.role === 'adviser' || staff.role === 'manager';
  const [current = null, ...earlier] = (await listFinishedProfiles(q, customerId)).map((row) =>
    shown(deps, row, mayDecide),
  );
  const open = await findOpenProfile(q, customerId);
  const asked = await openOtherWay(q, deps, customerId);
  return {
    ...{ zone: office.timeZone, now: deps.clock.now(), mayDecide },
    customer: {
      ...{ id: customer.id, firstName: customer.firstName, lastName: customer.lastName },
      ...{ discreet: customer.discreet, preferredChannel: customer.preferredChannel },
    },
    ...{ current, earlier },
    outOfDate: current !== null && isOutOfDate(current.finishedAt, deps.clock.now()),
    /** What is to be set when "how we are in touch" is taken over; null: it is so already. */
    channel: (current?.answers && channelToSet(current.answers.way, customer.preferredChannel)) ?? null,
    open: open && { answers: openAnswers(deps, open.answers), ageBand: open.ageBand, updatedAt: open.updatedAt },
    // In their own words they tell their adviser, as in the journal.
    otherWay: asked && { ...asked, note: staff.role === 'adviser' ? asked.note : null },
  };
}

function shown(
  deps: Deps,
  { profile, asker, decider }: Awaited<ReturnType<typeof listFinishedProfiles>>[number],
  mayRead: boolean,
) {
  const reason = mayRead && profile.decidedReason !== null ? deps.vault.open(profile.decidedReason) : null;
  return {
    ...{ id: profile.id, source: profile.source, toldBy: profile.toldBy, asker },
    ...{ finishedAt: profile.finishedAt!, ageBand: profile.ageBand, version: profile.version! },
    ...{ score: profile.score!, recommended: profile.recommended!, rule: profile.rule! },
    answers: completeAnswers(openAnswers(deps, profile.answers)),
    decision: profile.decided && { level: profile.decided, at: profile.decidedAt!, by: decider, reason },
  };
}

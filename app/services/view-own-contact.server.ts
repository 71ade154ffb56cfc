import { findContactChange } from '@db/queries/contact-changes.server';
import { listOwnContacts } from '@db/queries/own-details.server';
import { changeState } from '~/domain/contact/contact-change';
import type { Deps } from './deps';
import { displayContact, thingOf } from './own-contacts.server';

/** One number or address of one's own, whole, for the pages that change it or take it away; null when it is not theirs. */
export const viewOwnContact =
  (deps: Deps) =>
  async ({ customerId, contactPointId }: { customerId: string; contactPointId: string }) => {
    const points = await deps.db.read((q) => listOwnContacts(q, customerId));
    const point = points.find(({ id }) => id === contactPointId);
    if (!point) return null;
    const others = points.filter((one) => one !== point && one.health !== 'dead');
    const { id, kind } = point;
    return {
      ...{ id, kind, thing: thingOf(kind), value: displayContact(deps, point) },
      /** What is lost with it: any way at all, or a way to sign in with a code. */
      isLast: others.length === 0,
      isLastForCodes:
        (kind === 'mobile' || kind === 'email') && !others.some((one) => one.kind === 'mobile' || one.kind === 'email'),
    };
  };

/** A change that waits for its code, as its owner sees it; null when there is none, or it is somebody else's. */
export const viewContactChange =
  (deps: Deps) =>
  async ({ customerId, changeId }: { customerId: string; changeId: string }) => {
    const change = await deps.db.read((q) => findContactChange(q, { id: changeId, customerId }));
    if (!change || change.cancelledAt !== null) return null;
    const state = changeState(change, deps.clock.now());
    const { id, kind } = change;
    return { id, kind, thing: thingOf(kind), state, value: displayContact(deps, change) };
  };

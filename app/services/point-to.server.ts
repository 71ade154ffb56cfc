import type { Queryable } from '@db/client.server';
import { insertSignposts, listSignposts } from '@db/queries/signposts.server';
import { lockCustomer } from '@db/queries/situation.server';
import { isOpen } from '~/domain/signpost/signpost';
import type { Pick } from '~/domain/signpost/signpost-form';
import type { Deps } from './deps';
import { loadNearby, standpointOf } from './load-nearby.server';

/**
 * Points somebody to things near by. What they were pointed to before and may still go to stays as it is, so that the same
 * form sent twice does it once.
 * @param about.by the member of staff; null: they chose it themselves. `askOn` gives the day on which somebody asks.
 * @returns the signposts that stand for what was picked, and whether each is new; null when one of the things is not there.
 */
export async function pointTo(
  q: Queryable,
  deps: Deps,
  about: {
    customerId: string;
    picks: readonly Pick[];
    by: string | null;
    askOn: (today: string) => string | null;
  },
): Promise<{ id: string; isNew: boolean }[] | null> {
  const { customerId, picks, by } = about;
  await lockCustomer(q, customerId);
  const standpoint = await standpointOf(q, deps, customerId);
  const { things } = await loadNearby(q, deps, standpoint, 'en');
  const before = await listSignposts(q, customerId);
  const standing = new Map(
    before.flatMap(({ signpost }) => (isOpen(signpost.outcome) ? [[signpost.targetId, signpost.id]] : [])),
  );
  const rows: Parameters<typeof insertSignposts>[1] = [];
  const made: { id: string; isNew: boolean }[] = [];
  for (const { kind, targetId, need } of picks) {
    const thing = things.get(targetId);
    if (thing?.kind !== kind) return null;
    const stands = standing.get(targetId);
    const id = stands ?? deps.newId();
    made.push({ id, isNew: stands === undefined });
    if (stands !== undefined) continue;
    standing.set(targetId, id);
    rows.push({
      ...{ id, customerId, officeId: standpoint.office.id, need, kind, targetId, name: thing.name },
      ...{ givenAt: deps.clock.now(), givenBy: by, askOn: about.askOn(standpoint.today) },
    });
  }
  await insertSignposts(q, rows);
  return made;
}

import type { Queryable } from '@db/client.server';
import { deleteDiaryFeed, findDiaryFeed, saveDiaryFeed } from '@db/queries/diary-feeds.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { lockDiary } from './diary-access.server';
import type { SignedInStaff } from './sessions.server';
import { tokenBehind } from './token-behind';

/** Whose a diary's feed is; the word before keeps its address apart from customers' feeds. */
const feedOwner = (staffId: string) => `diary ${staffId}`;

/** The address of one's own diary feed; null while there is none. It is derived anew: only its hash is stored. */
export const viewDiaryFeed =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<{ address: string | null }> => {
    const feed = await deps.db.read((q) => findDiaryFeed(q, staff.id));
    if (!feed) return { address: null };
    const token = tokenBehind(deps, feedOwner(staff.id), feed);
    return { address: token && `${deps.publicUrl}/diary/${token}.ics` };
  };

/** Makes a feed, or another address for the one there is; the old address then leads nowhere. On record. */
export const makeDiaryFeed =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<void> =>
    deps.db.write(async (q) => {
      if (!(await lockDiary(q, staff, staff.id))) throw new Error('a session belongs to nobody');
      const version = ((await findDiaryFeed(q, staff.id))?.version ?? 0) + 1;
      const createdAt = deps.clock.now();
      const tokenHash = deps.vault.hashSecret(deps.vault.feedToken(feedOwner(staff.id), version, createdAt));
      await saveDiaryFeed(q, { staffId: staff.id, tokenHash, version, createdAt });
      await onRecord(q, deps, staff, 'diary_feed.made');
    });

/** Ends the feed; its address leads nowhere from now on. Twice is once. On record. */
export const endDiaryFeed =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<void> =>
    deps.db.write(async (q) => {
      if (!(await lockDiary(q, staff, staff.id)) || !(await findDiaryFeed(q, staff.id))) return;
      await deleteDiaryFeed(q, staff.id);
      await onRecord(q, deps, staff, 'diary_feed.ended');
    });

function onRecord(q: Queryable, deps: Deps, staff: SignedInStaff, action: 'diary_feed.made' | 'diary_feed.ended') {
  const actor = { kind: 'staff' as const, id: staff.id };
  const subject = { subjectKind: 'staff', subjectId: staff.id };
  return appendAudit(q, deps, { chain: officeChain(staff.officeId), actor, action, ...subject });
}

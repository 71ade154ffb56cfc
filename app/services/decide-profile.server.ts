import type { Queryable } from '@db/client.server';
import { lockOwnCustomer } from '@db/queries/own-details.server';
import { lockOfficeCustomer } from '@db/queries/customer-care.server';
import { findCurrentProfile, updateProfile } from '@db/queries/profiles.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { completeAnswers } from '~/domain/capability/answers';
import type { Level } from '~/domain/capability/assess-capability';
import { channelToSet } from '~/domain/capability/wished-channel';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { openAnswers } from './profile-answers.server';
import { saveOwn } from './save-own-details.server';
import type { SignedInStaff } from './sessions.server';

interface OnProfile {
  staff: SignedInStaff;
  customerId: string;
  /** The profile that the member of staff looked at. */
  profileId: string;
}

/** `changed`: a newer profile was finished meanwhile, or a colleague has decided otherwise since. */
export type DecideResult =
  { ok: true; changed: boolean } | { ok: false; reason: 'not_found' | 'changed' | 'reason_missing' };

/**
 * Confirms what was recommended, or decides otherwise with a reason; the reason is sealed, and the customer can read it. What the
 * member of staff saw must still be so. The same again changes nothing. On record, without the reason.
 * @param input.decidedAt of the decision that the member saw (ms); null: there was none.
 */
export const decideProfile =
  (deps: Deps) =>
  async (input: OnProfile & { decidedAt: number | null; level: Level; reason: string }): Promise<DecideResult> =>
    deps.db.write(async (q) => {
      const { staff, level } = input;
      const found = await lockCurrent(q, input);
      if (!found.ok) return found;
      const { profile } = found;
      const isAsRecommended = level === profile.recommended;
      const reason = isAsRecommended ? null : input.reason;
      if (reason === '') return { ok: false, reason: 'reason_missing' };
      const kept = profile.decidedReason && deps.vault.open(profile.decidedReason);
      if (profile.decided === level && profile.decidedBy === staff.id && kept === reason)
        return { ok: true, changed: false };
      if (profile.decidedAt !== input.decidedAt) return { ok: false, reason: 'changed' };
      const decidedReason = reason === null ? null : deps.vault.seal(reason);
      const decidedAt = deps.clock.now();
      await updateProfile(q, profile.id, { decided: level, decidedAt, decidedBy: staff.id, decidedReason });
      await note(q, deps, staff, isAsRecommended ? 'profile.confirmed' : 'profile.overridden', profile.id, level);
      return { ok: true, changed: true };
    });

/** Takes a decision back: the profile waits to be confirmed again. Without one nothing is changed. On record. */
export const undoDecision =
  (deps: Deps) =>
  async (input: OnProfile): Promise<DecideResult> =>
    deps.db.write(async (q) => {
      const found = await lockCurrent(q, input);
      if (!found.ok) return found;
      if (found.profile.decided === null) return { ok: true, changed: false };
      const none = { decided: null, decidedAt: null, decidedBy: null, decidedReason: null };
      await updateProfile(q, found.profile.id, none);
      await note(q, deps, input.staff, 'profile.decision_undone', found.profile.id);
      return { ok: true, changed: true };
    });

/** Prefers the channel that the customer asked for, where that is not so already. On record as a change of their details. */
export const preferAnsweredWay =
  (deps: Deps) =>
  async (input: OnProfile): Promise<DecideResult> =>
    deps.db.write(async (q) => {
      const found = await lockCurrent(q, input);
      if (!found.ok) return found;
      const answers = completeAnswers(openAnswers(deps, found.profile.answers));
      const { preferredChannel: onRecord } = await lockOwnCustomer(q, input.customerId);
      const preferredChannel = answers && channelToSet(answers.way, onRecord);
      if (!preferredChannel) return { ok: true, changed: false };
      await saveOwn(q, deps, input.customerId, { preferredChannel }, { kind: 'staff', id: input.staff.id });
      return { ok: true, changed: true };
    });

/** The profile that counts, once nobody else can change it; it must be the one that the member looked at. */
async function lockCurrent(q: Queryable, { staff, customerId, profileId }: OnProfile) {
  const customer = await lockOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
  const profile = customer && (await findCurrentProfile(q, customerId));
  if (!profile) return { ok: false as const, reason: 'not_found' as const };
  return profile.id === profileId ? { ok: true as const, profile } : { ok: false as const, reason: 'changed' as const };
}

async function note(
  q: Queryable,
  deps: Deps,
  staff: SignedInStaff,
  action: 'profile.confirmed' | 'profile.overridden' | 'profile.decision_undone',
  profileId: string,
  detail?: string,
): Promise<void> {
  await appendAudit(q, deps, {
    ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, action },
    ...{ subjectKind: 'profile', subjectId: profileId, detail },
  });
}

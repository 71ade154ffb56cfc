import type { Queryable } from '@db/client.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { lockOwnCustomer, updateOwnCustomer } from '@db/queries/own-details.server';
import type { Actor } from '~/domain/access/role';
import { officeChain } from '~/domain/audit/audit-entry';
import { remembered, SAID_BY_BOTH, type OfficeSaid, type SaidByBoth } from '~/domain/contact/office-said';
import { searchNameOf } from '~/domain/contact/search-name';
import type { Language } from '~/domain/language';
import type { Channel } from '~/domain/messaging/channel';
import { openMinutes, type QuietHours } from '~/domain/reminder/quiet-hours';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { policiesFor } from './policies.server';

type Own = Awaited<ReturnType<typeof lockOwnCustomer>>;
type Change = Partial<Pick<Own, SaidByBoth | 'knownAs' | 'quietFrom' | 'quietTo' | 'bilingualLetters'>>;

/** What a customer is called, and the name on record. Both are checked by the caller (`readName`). */
export const saveOwnName =
  (deps: Deps) =>
  (input: { customerId: string; knownAs: string | null; firstName: string; lastName: string }): Promise<boolean> => {
    const { customerId, knownAs, firstName, lastName } = input;
    return deps.db.write((q) => saveOwn(q, deps, customerId, { knownAs, firstName, lastName }));
  };

/** The language of messages, whether letters are in both, and of pages where none was chosen on the device. */
export const saveOwnLanguage =
  (deps: Deps) =>
  (input: { customerId: string; language: Language; bilingualLetters?: boolean }): Promise<boolean> => {
    const { customerId, ...change } = input;
    return deps.db.write((q) => saveOwn(q, deps, customerId, change));
  };

/** A day needs this much time in which somebody may be reached, or nobody would ever be told of a change. */
const LEAST_OPEN_MINUTES = 120;

export type PreferencesSaved = { ok: true } | { ok: false; reason: 'leaves_no_time' };

/** How somebody is reached: the channel they like best, when they are left alone, and whether others may read along. */
export const saveContactPreferences =
  (deps: Deps) =>
  async (input: {
    customerId: string;
    preferredChannel: Channel | null;
    quiet: QuietHours | null;
    discreet: boolean;
  }): Promise<PreferencesSaved> => {
    const { customerId, preferredChannel, quiet, discreet } = input;
    return deps.db.write(async (q): Promise<PreferencesSaved> => {
      const found = await findCustomerWithOffice(q, customerId);
      if (!found) throw new Error('a session belongs to nobody');
      const policy = (await policiesFor(q, deps.policy, [found.office.id], deps.clock.now()))({
        ...{ officeId: found.office.id, kind: '' },
      });
      if (quiet && openMinutes([policy.quietHours, quiet]) < LEAST_OPEN_MINUTES)
        return { ok: false, reason: 'leaves_no_time' };
      const times = { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null };
      await saveOwn(q, deps, customerId, { preferredChannel, discreet, ...times });
      return { ok: true };
    });
  };

/**
 * Saves what a customer says of themselves, and what the office had said before, so that its old file does not undo it.
 * @param by who wrote it down, where that was a colleague.
 * @returns false when nothing was new.
 */
export async function saveOwn(
  q: Queryable,
  deps: Deps,
  customerId: string,
  change: Change,
  by: Actor = { kind: 'customer', id: customerId },
): Promise<boolean> {
  const before = await lockOwnCustomer(q, customerId);
  const changed = (Object.keys(change) as (keyof Change)[]).filter((field) => change[field] !== before[field]);
  if (changed.length === 0) return false;
  const ofOffice = SAID_BY_BOTH.filter((field) => changed.includes(field));
  const saidBefore: OfficeSaid = Object.fromEntries(
    ofOffice.map((field) => [field, deps.vault.index(String(before[field] ?? ''))]),
  );
  const officeSaid = ofOffice.length > 0 ? remembered(before.officeSaid, saidBefore) : before.officeSaid;
  const searchName = searchNameOf({ ...before, ...change });
  await updateOwnCustomer(q, customerId, { ...change, searchName, officeSaid, updatedAt: deps.clock.now() });
  await appendAudit(q, deps, {
    chain: officeChain(before.officeId),
    actor: by,
    action: 'customer.details_changed',
    subjectKind: 'customer',
    subjectId: customerId,
    detail: changed.join(' '),
  });
  return true;
}

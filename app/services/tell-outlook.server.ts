import type { Queryable } from '@db/client.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import { findOutlook, insertOutlook, withdrawOutlooks } from '@db/queries/outlooks.server';
import { lockCustomer } from '@db/queries/situation.server';
import type { Attitude, Confidence } from '~/domain/situation/outlook';
import type { Deps } from './deps';

/** How somebody looks at work, as they tell it; all of it is optional. `note` in their own words, '' for none. */
export interface ToldOutlook {
  confidence: Confidence | null;
  attitude: Attitude | null;
  note: string;
}

export const NOTHING_TOLD: ToldOutlook = { confidence: null, attitude: null, note: '' };

/** As it stands, opened, with when and by whom it was put down; null: nothing, or taken back. */
export async function outlookOf(q: Queryable, deps: Deps, customerId: string) {
  const row = await findOutlook(q, customerId);
  if (!row) return null;
  const { confidence, attitude, note, toldAt, toldBy } = row;
  return { confidence, attitude, note: note === null ? '' : deps.vault.open(note), toldAt, toldBy };
}

/** What a customer's form begins with, and the zone of their office; `told` is null when they have told nothing. */
export const viewOutlook = (deps: Deps) => async (input: { customerId: string }) =>
  deps.db.read(async (q) => {
    const person = await findCustomerWithOffice(q, input.customerId);
    if (!person) throw new Error('a session belongs to nobody');
    return { zone: person.office.timeZone, told: await outlookOf(q, deps, input.customerId) };
  });

/**
 * Saves how somebody looks at work, in place of what they told before; nothing told takes it back. History stays. The same
 * again changes nothing. It is no part of any score (docs/decisions/0030).
 * @param by the member of staff who puts it down with the customer; null: they did it themselves.
 * @returns whether anything changed.
 */
export async function saveOutlook(
  q: Queryable,
  deps: Deps,
  told: ToldOutlook & { customerId: string },
  by: string | null,
): Promise<boolean> {
  const { customerId, confidence, attitude } = told;
  const note = told.note.trim();
  await lockCustomer(q, customerId);
  const before = (await outlookOf(q, deps, customerId)) ?? NOTHING_TOLD;
  if (before.confidence === confidence && before.attitude === attitude && before.note === note) return false;
  const now = deps.clock.now();
  await withdrawOutlooks(q, { customerId, now });
  if (confidence === null && attitude === null && note === '') return true;
  await insertOutlook(q, {
    ...{ id: deps.newId(), customerId, confidence, attitude, toldAt: now, staffId: by },
    ...{
      note: note === '' ? null : deps.vault.seal(note),
      toldBy: by === null ? ('customer' as const) : ('staff' as const),
    },
  });
  return true;
}

export const tellOutlook =
  (deps: Deps) =>
  async (input: ToldOutlook & { customerId: string }): Promise<void> => {
    await deps.db.write((q) => saveOutlook(q, deps, input, null));
  };

import { deleteFormDraft, findFormDraft, listFormDrafts, saveFormDraft } from '@db/queries/form-drafts.server';
import { begunForm, keptFields, type BegunForm } from '~/domain/assisted/kiosk-rooms';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { getOffice } from './manage-kiosks.server';
import type { SignedInCustomer } from './sessions.server';

/** Something that was begun and not sent: what sort of form, and where to go on. */
export interface Begun {
  id: string;
  form: BegunForm;
  /** With what was typed. */
  path: string;
}

/**
 * Keeps what somebody has typed on a shared computer, until the end of the day, sealed, for them alone; never codes or passwords.
 * @param input.path of the page, with its query.
 */
export const keepFormDraft =
  (deps: Deps) =>
  async (input: { person: SignedInCustomer; path: string; fields: URLSearchParams }): Promise<void> => {
    const { id: customerId, officeId } = input.person;
    const now = deps.clock.now();
    await deps.db.write(async (q) => {
      const { timeZone } = await getOffice(q, officeId);
      const endsAt = dayBounds(wallClockOf(now, timeZone).date, timeZone).to;
      const fields = deps.vault.seal(keptFields(input.fields).toString());
      await saveFormDraft(q, { id: deps.newId(), customerId, path: input.path, fields, savedAt: now, endsAt });
    });
  };

/** What a customer had begun today. */
export const listBegun =
  (deps: Deps) =>
  async ({ customerId }: { customerId: string }): Promise<Begun[]> => {
    const drafts = await deps.db.read((q) => listFormDrafts(q, { customerId, now: deps.clock.now() }));
    return drafts.map(({ id, path }) => ({
      id,
      form: begunForm(pathOf(path)),
      path: `${path}${path.includes('?') ? '&' : '?'}draft=${id}`,
    }));
  };

/** What was typed, to be put into the page again; null when it is not theirs, is of another page, or was thrown away. */
export const readFormDraft =
  (deps: Deps) =>
  async (input: { id: string; customerId: string; path: string }): Promise<URLSearchParams | null> => {
    const { id, customerId, path } = input;
    const draft = await deps.db.read((q) => findFormDraft(q, { id, customerId, now: deps.clock.now() }));
    if (!draft || pathOf(draft.path) !== path) return null;
    return new URLSearchParams(deps.vault.open(draft.fields));
  };

/** Throws away what somebody had begun: by its identifier, or because its form was sent. */
export const throwDraftAway =
  (deps: Deps) =>
  async (which: { customerId: string } & ({ id: string } | { path: string })): Promise<void> => {
    const { customerId } = which;
    const drafts = await deps.db.read((q) => listFormDrafts(q, { customerId, now: deps.clock.now() }));
    const gone = drafts.filter(({ id, path }) => ('id' in which ? id === which.id : pathOf(path) === which.path));
    if (gone.length === 0) return;
    await deps.db.write(async (q) => {
      for (const { id } of gone) await deleteFormDraft(q, { customerId, id });
    });
  };

const pathOf = (address: string) => address.split('?')[0] ?? '';

import type { Queryable } from '@db/client.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import {
  closeReasks,
  deleteOpenProfiles,
  findCurrentProfile,
  findOpenProfile,
  insertProfile,
  isProfile,
  updateProfile,
} from '@db/queries/profiles.server';
import { lockCustomer } from '@db/queries/situation.server';
import type { Actor } from '~/domain/access/role';
import { officeChain } from '~/domain/audit/audit-entry';
import { completeAnswers, type AnswersSoFar } from '~/domain/capability/answers';
import { assessCapability } from '~/domain/capability/assess-capability';
import { isOutOfDate } from '~/domain/capability/profile-age';
import type { AgeBand } from '~/domain/capability/reassess';
import type { ProfileTeller } from '~/domain/capability/teller';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { openAnswers, sealAnswers } from './profile-answers.server';
import { saveOwn } from './save-own-details.server';

const actorOf = ({ customerId, staffId }: ProfileTeller): Actor =>
  staffId === null ? { kind: 'customer', id: customerId } : { kind: 'staff', id: staffId };

const toldBy = ({ staffId }: ProfileTeller) => ({
  toldBy: staffId === null ? ('customer' as const) : ('staff' as const),
  askedBy: staffId,
});

/**
 * Saves one answer, or the age band, so that the rest can be answered another time. Without a profile under way it begins one:
 * from the answers that still count, so that one can be corrected alone; from nothing when they are out of date. The same
 * again changes nothing. Whoever says that others can read their messages gets neutral wording from now on.
 */
export const answerProfile =
  (deps: Deps) =>
  async (input: { teller: ProfileTeller; answer: AnswersSoFar; ageBand?: AgeBand | null }): Promise<void> =>
    deps.db.write(async (q) => {
      const { teller, answer } = input;
      await lockCustomer(q, teller.customerId);
      const draft = await draftOf(q, deps, teller.customerId);
      const answers = { ...draft.answers, ...answer };
      const ageBand = input.ageBand === undefined ? draft.ageBand : input.ageBand;
      const now = deps.clock.now();
      const kept = { answers: sealAnswers(deps, answers), ageBand, updatedAt: now, ...toldBy(teller) };
      if (draft.id !== null) await updateProfile(q, draft.id, kept);
      else await insertProfile(q, { id: deps.newId(), customerId: teller.customerId, startedAt: now, ...kept });
      if (answer.readByOthers === 'yes') await keepPrivate(q, deps, teller);
    });

/** What a profile goes on from: the one that is under way, else a copy of the answers that still count, else nothing. */
async function draftOf(q: Queryable, deps: Deps, customerId: string) {
  const open = await findOpenProfile(q, customerId);
  if (open) return { id: open.id, answers: openAnswers(deps, open.answers), ageBand: open.ageBand };
  const current = await findCurrentProfile(q, customerId);
  if (!current || isOutOfDate(current.finishedAt!, deps.clock.now())) return { id: null, answers: {}, ageBand: null };
  return { id: null, answers: openAnswers(deps, current.answers), ageBand: current.ageBand };
}

/** Neutral wording in every message and on every page. Nothing takes it back by itself. On record. */
async function keepPrivate(q: Queryable, deps: Deps, teller: ProfileTeller): Promise<void> {
  await saveOwn(q, deps, teller.customerId, { discreet: true }, actorOf(teller));
}

export type FinishResult = { ok: true; changed: boolean } | { ok: false; reason: 'not_complete' };

/**
 * Finishes the profile that is under way: assesses the answers, and closes what they were asked again for. On record. Without
 * one under way nothing is changed: it has just been finished.
 */
export const finishProfile =
  (deps: Deps) =>
  async ({ teller }: { teller: ProfileTeller }): Promise<FinishResult> =>
    deps.db.write(async (q) => {
      await lockCustomer(q, teller.customerId);
      const open = await findOpenProfile(q, teller.customerId);
      if (!open) return { ok: true, changed: false };
      const answers = completeAnswers(openAnswers(deps, open.answers));
      if (!answers) return { ok: false, reason: 'not_complete' };
      await finish(q, deps, teller, open.id, answers);
      return { ok: true, changed: true };
    });

async function finish(
  q: Queryable,
  deps: Deps,
  teller: ProfileTeller,
  id: string,
  answers: Parameters<typeof assessCapability>[0],
): Promise<void> {
  const now = deps.clock.now();
  const { version, score, level: recommended, rule } = assessCapability(answers);
  const assessed = { version, score, recommended, rule };
  await updateProfile(q, id, { finishedAt: now, updatedAt: now, ...assessed, ...toldBy(teller) });
  await closeReasks(q, { customerId: teller.customerId, now, by: teller.staffId });
  await appendAudit(q, deps, {
    ...{ chain: officeChain(teller.officeId), actor: actorOf(teller), action: 'profile.finished' },
    ...{ subjectKind: 'profile', subjectId: id, detail: `${recommended} ${rule}` },
  });
}

/**
 * All ten answers at once, as a colleague wrote them down: a finished profile, in place of what was under way. On record.
 * @param input.formId of the form, so that sending it twice writes one.
 * @returns null when there is no such customer of the office.
 */
export const askProfile =
  (deps: Deps) =>
  async (input: {
    teller: ProfileTeller;
    formId: string;
    answers: Parameters<typeof assessCapability>[0];
    ageBand: AgeBand | null;
  }): Promise<{ changed: boolean } | null> =>
    deps.db.write(async (q) => {
      const { teller, formId, answers, ageBand } = input;
      const found = await findCustomerWithOffice(q, teller.customerId);
      if (found?.office.id !== teller.officeId) return null;
      await lockCustomer(q, teller.customerId);
      if (await isProfile(q, formId)) return { changed: false };
      const now = deps.clock.now();
      await deleteOpenProfiles(q, teller.customerId);
      const kept = { answers: sealAnswers(deps, answers), ageBand, startedAt: now, updatedAt: now };
      await insertProfile(q, { id: formId, customerId: teller.customerId, ...kept, ...toldBy(teller) });
      await finish(q, deps, teller, formId, answers);
      if (answers.readByOthers === 'yes') await keepPrivate(q, deps, teller);
      return { changed: true };
    });

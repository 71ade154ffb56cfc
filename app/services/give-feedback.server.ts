import { findFeedback, saveFeedback } from '@db/queries/feedback.server';
import { findOwnAppointment } from '@db/queries/own-appointments.server';
import type { FeedbackAnswer } from '~/domain/appointment/appointment';
import { mayGiveFeedback, ownStateOf } from '~/domain/appointment/own-state';
import type { Deps } from './deps';
import { endQuestions } from './ask-feedback.server';

/** Why nothing can be said about an appointment: none of theirs, or one at which nobody met (yet). */
export type NoFeedback = { ok: false; reason: 'not_found' | 'not_met' };

/** What its customer has said about a meeting so far, for the page with the question. Instants in ms. */
export const viewFeedback = (deps: Deps) => async (input: { customerId: string; appointmentId: string }) => {
  const { appointmentId: id, customerId } = input;
  const found = await deps.db.read(async (q) => {
    const own = await findOwnAppointment(q, { id, customerId });
    return own && { ...own, feedback: await findFeedback(q, id) };
  });
  if (!found) return { ok: false as const, reason: 'not_found' as const };
  const { appointment, adviser, feedback } = found;
  if (!mayGiveFeedback(ownStateOf(appointment, deps.clock.now())))
    return { ok: false as const, reason: 'not_met' as const };
  return {
    ok: true as const,
    adviserFirstName: adviser.firstName,
    answer: feedback?.answer ?? null,
    comment: feedback?.comment ? deps.vault.open(feedback.comment) : '',
  };
};

/**
 * "Did you get what you needed?" A later answer takes the place of the one before; the question is not asked again.
 * @param input.comment in their own words, "" for none; kept sealed.
 */
export const giveFeedback =
  (deps: Deps) =>
  async (input: {
    customerId: string;
    appointmentId: string;
    answer: FeedbackAnswer;
    comment: string;
    way: 'page' | 'text';
  }): Promise<{ ok: true } | NoFeedback> =>
    deps.db.write(async (q) => {
      const { appointmentId, customerId, answer, way } = input;
      const own = await findOwnAppointment(q, { id: appointmentId, customerId });
      if (!own) return { ok: false, reason: 'not_found' };
      const now = deps.clock.now();
      if (!mayGiveFeedback(ownStateOf(own.appointment, now))) return { ok: false, reason: 'not_met' };
      const words = input.comment.trim();
      const comment = words === '' ? null : deps.vault.seal(words);
      await saveFeedback(q, { appointmentId, customerId, answer, comment, way, at: now });
      await endQuestions(q, deps, { appointmentId, reason: 'answered' });
      return { ok: true };
    });

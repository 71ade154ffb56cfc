import type { Queryable } from '@db/client.server';
import type { AppointmentRow } from '@db/queries/appointments.server';
import { findFeedback, listQuestionsAbout } from '@db/queries/feedback.server';
import { insertMessageEvents } from '@db/queries/message-events.server';
import { endPlannedMessages } from '@db/queries/reminders.server';
import { findStaffFirstName } from '@db/queries/staff.server';
import { DAY, HOUR } from '~/domain/clock';
import { feedbackText } from '~/i18n/messages';
import type { Deps } from './deps';
import { tellCustomer } from './tell-customer.server';

/** How long after a meeting somebody is asked how it was, and until when it is worth asking. */
const AFTER = HOUR;
const WORTH_ASKING = 2 * DAY;

/**
 * Asks a customer whether they got what they needed, about an hour after they met and outside the quiet hours. Once: not
 * again when the outcome was taken back and recorded anew after the question had gone, nor when they have said already.
 */
export async function askFeedback(
  q: Queryable,
  deps: Deps,
  appointment: Pick<AppointmentRow, 'id' | 'customerId' | 'adviserId' | 'endsAt'>,
  requestId: string | null,
): Promise<void> {
  const { id: appointmentId, customerId, adviserId, endsAt } = appointment;
  if ((await listQuestionsAbout(q, appointmentId)).length > 0 || (await findFeedback(q, appointmentId))) return;
  const adviser = await findStaffFirstName(q, adviserId);
  const from = Math.max(endsAt, deps.clock.now()) + AFTER;
  await tellCustomer(q, deps, {
    ...{ customerId, appointmentId, purpose: 'feedback', from, sendBy: from + WORTH_ASKING, requestId },
    write: ({ customer, channel }) =>
      feedbackText({
        channel,
        language: customer.language,
        firstName: customer.firstName,
        adviserFirstName: adviser ?? '',
        discreet: customer.discreet,
        link: `${deps.publicUrl}/appointments/${appointmentId}/feedback`,
      }),
  });
}

/** Ends a question that waits: they did not meet after all, or have answered already. */
export async function endQuestions(
  q: Queryable,
  deps: Deps,
  { appointmentId, reason }: { appointmentId: string; reason: 'outcome_undone' | 'answered' },
): Promise<void> {
  const now = deps.clock.now();
  const waiting = (await listQuestionsAbout(q, appointmentId)).filter(({ status }) => status === 'planned');
  const ids = waiting.map(({ id }) => id);
  const ended = await endPlannedMessages(q, { ids, status: 'superseded', reason, now });
  await insertMessageEvents(
    q,
    ended.map((messageId) => ({
      ...{ id: deps.newId(), messageId, at: now, status: 'superseded' as const, source: 'booking' as const },
      detail: reason,
      newsKey: reason,
    })),
  );
}

import type { Queryable } from '@db/client.server';
import { openCall } from '@db/queries/call-list.server';
import { insertMessageEvents } from '@db/queries/message-events.server';
import { lockMessage } from '@db/queries/messages.server';
import { upsertOptOut } from '@db/queries/opt-outs.server';
import { listContactPoints } from '@db/queries/reach.server';
import { listCallMarks, markKey, type findVoiceCall } from '@db/queries/voice-calls.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { wasHeard, type CallMark } from '~/domain/messaging/call-status';
import { callDueAt } from '~/domain/messaging/call-due';
import { confirmAppointment } from './confirm-appointment.server';
import type { Deps } from './deps';
import { applyNews } from './receive-status.server';
import { requestCall } from './request-call.server';

export type VoiceCall = NonNullable<Awaited<ReturnType<typeof findVoiceCall>>>;

/**
 * Does what a key in a voice call asks for, once: Twilio may ask twice, and what was done since must stand. It is done
 * before it is written down, and can be done twice, so that a crash between the two loses nothing.
 * @returns false when it cannot be done, because the appointment is not as the call says.
 */
export async function takeCallKey(deps: Deps, call: VoiceCall, mark: CallMark): Promise<boolean> {
  const { id } = call.message;
  const before = await deps.db.read((q) => listCallMarks(q, id));
  if (before.includes(mark)) return true;
  if (!(await act(deps, call, mark))) return false;
  await deps.db.write((q) =>
    keepMark(q, deps, id, mark, async () => {
      if (mark === 'opted_out') await refuseCalls(q, deps, call.message.recipientIndex);
      if (mark === 'wrong_number') await askForNumber(q, deps, call);
    }),
  );
  return true;
}

/**
 * Keeps what a key has shown with its message, once, inside the caller's transaction.
 * @param first what else is to be done the first time.
 */
export async function keepMark(
  q: Queryable,
  deps: Deps,
  messageId: string,
  mark: CallMark,
  first: () => Promise<void>,
): Promise<void> {
  const message = await lockMessage(q, messageId);
  if (!message) return;
  const source = message.provider === 'outbox' ? 'outbox' : 'callback';
  const event = { id: deps.newId(), messageId, at: deps.clock.now(), status: message.status, source } as const;
  const fresh = await insertMessageEvents(q, [{ ...event, detail: mark, newsKey: markKey(mark) }]);
  if (fresh.length === 0) return;
  await first();
  // News of the end came before this: now it is known that somebody was there.
  if (wasHeard([mark]) && message.status === 'undelivered' && message.providerId !== null) {
    const { provider, providerId } = message;
    const news = { provider: provider ?? '', messageId, providerId, providerStatus: 'completed', errorCode: null };
    await applyNews(q, deps, news, source);
  }
}

async function act(deps: Deps, { appointment, customer, version }: VoiceCall, mark: CallMark): Promise<boolean> {
  const input = { appointmentId: appointment.id, actor: { kind: 'call', id: customer.id } } as const;
  if (mark === 'confirmed') return (await confirmAppointment(deps)({ ...input, expectedVersion: version })).ok;
  if (mark === 'asked_for_call') return (await requestCall(deps)({ ...input, customerId: customer.id })).ok;
  return true;
}

/** No more voice calls to this number, whoever said so: it is their telephone. */
export async function refuseCalls(q: Queryable, deps: Deps, valueIndex: string | null): Promise<void> {
  if (!valueIndex) return;
  const since = deps.clock.now();
  await upsertOptOut(q, { id: deps.newId(), channel: 'voice', valueIndex, since, source: 'reply' });
}

/**
 * Somebody says that they are not the person. They may share the telephone with them, or have pressed the wrong key, so
 * the number is not given up, only tried last; the adviser finds out which it is.
 */
async function askForNumber(q: Queryable, deps: Deps, { message, customer, appointment }: VoiceCall): Promise<void> {
  const points = await listContactPoints(q, [customer.id]);
  const point = points.find(({ valueIndex }) => valueIndex === message.recipientIndex);
  const now = deps.clock.now();
  await openCall(q, {
    id: deps.newId(),
    officeId: appointment.officeId,
    customerId: customer.id,
    appointmentId: null,
    messageId: message.id,
    ownerId: appointment.adviserId,
    reason: 'wrong_number',
    cause: `wrong-number:${point?.id ?? message.recipientIndex}`,
    dueAt: callDueAt(now, await getWorkingTime(q, appointment.officeId)),
    createdAt: now,
  });
}

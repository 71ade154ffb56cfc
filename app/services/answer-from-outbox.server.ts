import { findOutboxMessage } from '@db/queries/outbox.server';
import type { CallEnding } from '~/domain/messaging/call-ending';
import type { CallStep } from '~/domain/messaging/call-turn';
import { answerCall } from './answer-call.server';
import type { Deps } from './deps';
import { receiveReply } from './receive-reply.server';
import { receiveStatus } from './receive-status.server';

/** How long a text may be that a visitor writes as the customer: ten texts joined. */
export const REPLY_MAX_LENGTH = 1530;

export type AnsweredFromOutbox = { ok: true } | { ok: false; reason: 'not_found' | 'empty' | 'too_long' };

/** Says, as the provider would, that a message arrived or did not. */
export const reportFromOutbox =
  (deps: Deps) =>
  async (input: { messageId: string; status: 'delivered' | 'undelivered' }): Promise<AnsweredFromOutbox> => {
    const message = await findInOutbox(deps, input.messageId);
    if (!message?.providerId || message.channel === 'voice') return { ok: false, reason: 'not_found' };
    await receiveStatus(deps)({
      provider: 'outbox',
      messageId: message.id,
      providerId: message.providerId,
      providerStatus: input.status,
      // Twilio's word for a telephone that could not be reached.
      errorCode: input.status === 'undelivered' ? '30003' : null,
    });
    return { ok: true };
  };

const press = (step: CallStep, key: string) => ({ step, key });

/** The keys that are pressed, and what the network says in the end. */
const PLAYED: Record<CallEnding, { keys: { step: CallStep; key: string }[]; end: 'completed' | 'no-answer' }> = {
  will_come: { keys: [press('who', '1'), press('answer', '1')], end: 'completed' },
  call_me: { keys: [press('who', '1'), press('answer', '2')], end: 'completed' },
  hear_code: { keys: [press('who', '1')], end: 'completed' },
  not_asked: { keys: [press('who', '2')], end: 'completed' },
  no_more_calls: { keys: [press('who', '3')], end: 'completed' },
  not_them: { keys: [press('who', '2')], end: 'completed' },
  no_answer: { keys: [], end: 'no-answer' },
  voicemail: { keys: [press('who', '')], end: 'completed' },
};

/** Takes a voice call as the visitor says, through the same questions and answers as at the provider. */
export const takeCallFromOutbox =
  (deps: Deps) =>
  async (input: { messageId: string; ending: CallEnding }): Promise<AnsweredFromOutbox> => {
    const message = await findInOutbox(deps, input.messageId);
    if (!message?.providerId || message.channel !== 'voice') return { ok: false, reason: 'not_found' };
    const call = { provider: 'outbox' as const, messageId: message.id, providerId: message.providerId };
    const { keys, end } = PLAYED[input.ending];
    for (const { step, key } of keys) await answerCall(deps)({ ...call, step, key, again: false });
    await receiveStatus(deps)({ ...call, providerStatus: end, errorCode: null });
    return { ok: true };
  };

/** Sends a text back, as the customer would from the telephone that the message went to. */
export const replyFromOutbox =
  (deps: Deps) =>
  async (input: { messageId: string; text: string }): Promise<AnsweredFromOutbox> => {
    const message = await findInOutbox(deps, input.messageId);
    if (message?.channel !== 'sms' || !message.recipient) return { ok: false, reason: 'not_found' };
    const body = input.text.trim();
    if (body === '') return { ok: false, reason: 'empty' };
    if (body.length > REPLY_MAX_LENGTH) return { ok: false, reason: 'too_long' };
    await receiveReply(deps)({ providerId: `outbox-${deps.newId()}`, from: deps.vault.open(message.recipient), body });
    return { ok: true };
  };

/** The message, if it is one that stayed in the outbox. */
async function findInOutbox(deps: Deps, id: string) {
  const row = await deps.db.read((q) => findOutboxMessage(q, id));
  return row?.message.provider === 'outbox' ? row.message : null;
}

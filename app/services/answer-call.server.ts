import { findCodeCall, findVoiceCall } from '@db/queries/voice-calls.server';
import { calledName } from '~/domain/contact/person-name';
import type { CallStep, CallTurn } from '~/domain/messaging/call-turn';
import { ruleFits } from '~/domain/reminder/rule-fits';
import { callText, type CallSaying } from '~/i18n/messages/call';
import { answerCodeCall } from './answer-code-call.server';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import { receiveStatus } from './receive-status.server';
import { takeCallKey, type VoiceCall } from './take-call-key.server';

/** What the provider tells of a voice call that waits for words. */
export interface CallMoment {
  provider: 'twilio' | 'outbox';
  messageId: string;
  /** The provider's id of the call. */
  providerId: string;
  /** What has just been said; `hello` when the call has only just been answered. */
  step: CallStep;
  /** True when it was said for the second time. */
  again: boolean;
  /** The key that was pressed; empty when none was. */
  key: string;
}

/**
 * What a voice call says next. Before a key is pressed by somebody who says that they are the person, nothing is said but
 * their first name: a machine, or whoever else lives there, hears no more. The message itself is the one in the ledger.
 * The same moment reported again gets the same words and changes nothing.
 * @returns null when there is nothing to say: no such call of ours.
 */
export const answerCall =
  (deps: Deps) =>
  async (moment: CallMoment): Promise<CallTurn | null> => {
    const { messageId, provider, providerId, step, key } = moment;
    const [call, codeCall] = await deps.db.read(async (q) => [
      await findVoiceCall(q, messageId),
      await findCodeCall(q, messageId),
    ]);
    if (!call?.message.body && !codeCall?.body) return null;
    await receiveStatus(deps)({ provider, messageId, providerId, providerStatus: 'in-progress', errorCode: null });
    const turn = codeCall ? await answerCodeCall(deps, codeCall, moment) : call && (await nextTurn(deps, call, moment));
    if (!turn) return null;
    deps.log.info({ messageId, provider, step, key, goesOn: turn.listen !== null }, 'voice call');
    return turn;
  };

async function nextTurn(deps: Deps, call: VoiceCall, { step, again, key }: CallMoment): Promise<CallTurn> {
  const speak = speakerFor(deps, call);
  if (step === 'hello') return speak.ask(false);
  if (key === '3') {
    await takeCallKey(deps, call, 'opted_out');
    return speak.end('noMoreCalls');
  }
  if (step === 'who') {
    if (key === '1') return tell(deps, call);
    if (key === '2') {
      await takeCallKey(deps, call, 'wrong_number');
      return speak.end('wrongNumber');
    }
    return again ? speak.end('noKey') : speak.ask(true);
  }
  if (key === '1' && asksToCome(call)) {
    const confirmed = await takeCallKey(deps, call, 'confirmed');
    return speak.end(confirmed ? 'confirmed' : 'changed');
  }
  if (key === '2') {
    await takeCallKey(deps, call, 'asked_for_call');
    return speak.end('willCall');
  }
  if (key === '9' || !again) return stands(deps, call) ? speak.message(key !== '9') : speak.end('changed');
  return speak.end('noKey');
}

/** The person is there: the message, unless it has stopped being true since it was written. */
async function tell(deps: Deps, call: VoiceCall): Promise<CallTurn> {
  const speak = speakerFor(deps, call);
  if (!stands(deps, call)) {
    await takeCallKey(deps, call, 'changed_since');
    return speak.end('changed');
  }
  await takeCallKey(deps, call, 'heard');
  return speak.message(false);
}

function speakerFor(deps: Deps, { message, customer, officePhone: phone }: VoiceCall) {
  const { language } = message;
  const facts = { firstName: calledName(customer), officePhone: officePhone(deps.phoneNumbers, phone) };
  const words = (saying: CallSaying) => callText({ saying, language, discreet: customer.discreet, facts });
  return {
    ask: (again: boolean): CallTurn => ({ language, say: words('whoIsIt'), listen: { step: 'who', again } }),
    message: (again: boolean): CallTurn => ({
      language,
      say: [deps.vault.open(message.body ?? '')],
      listen: { step: 'answer', again },
    }),
    end: (saying: CallSaying): CallTurn => ({ language, say: words(saying), listen: null }),
  };
}

/** After a missed or cancelled appointment there is nothing to say yes to. */
function asksToCome({ rule }: VoiceCall): boolean {
  return rule !== 'missed' && rule !== 'cancelled';
}

function stands(deps: Deps, { rule, version, appointment }: VoiceCall): boolean {
  if (version !== appointment.version || !ruleFits(rule, appointment.status)) return false;
  return rule === 'missed' || rule === 'cancelled' || appointment.endsAt > deps.clock.now();
}

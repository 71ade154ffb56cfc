import type { Channel } from './channel';
import type { FailureKind } from './failed-attempt';
import { isDeadForNotify, kindOfNotifyFailure } from './notify-codes';
import { isDeadMailbox, isNoMailbox } from './smtp-codes';
import { causeOfCode, isDeadNumber } from './twilio-codes';

/**
 * Why a message that a provider had taken did not arrive, and so what follows.
 * @param code the provider's error code, or null when it gave none.
 */
export function kindOfFailure(provider: string, code: string | null): FailureKind {
  if (code === null) return 'undelivered';
  if (provider === 'notify') return kindOfNotifyFailure(code) ?? 'undelivered';
  if (provider === 'smtp') return isNoMailbox(code) ? 'person' : 'undelivered';
  // Twilio had it on its way: "later" here is a network that gave up, not a request to hand it over again.
  return causeOfCode(code) === 'person' ? 'person' : 'undelivered';
}

/** True when a failure says that the number or address will never work. */
export function isDeadEnd(failure: { provider: string | null; channel: Channel; code: string | null }): boolean {
  const { provider, channel, code } = failure;
  if (code === null) return false;
  if (provider === 'notify') return isDeadForNotify(channel, code);
  return channel === 'email' ? isDeadMailbox(code) : isDeadNumber(code);
}

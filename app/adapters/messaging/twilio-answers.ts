import { causeOfCode, OPTED_OUT_CODE } from '~/domain/messaging/twilio-codes';
import { connectionFault } from './connection-faults';
import type { SendAnswer } from './sender';
import { TwilioRefusal } from './twilio-client';

/** What a failed call to Twilio means. Whatever is not clear is unknown: the provider is asked later, never assumed. */
export function answerOfTwilioError(error: unknown): SendAnswer {
  if (error instanceof TwilioRefusal) return answerOfRefusal(error);
  const { code, beforeRequest } = connectionFault(error);
  if (beforeRequest) return { kind: 'try_later', code, detail: 'not connected', retryAfterMs: null };
  return { kind: 'unknown', detail: code };
}

function answerOfRefusal({ status, code, retryAfterMs }: TwilioRefusal): SendAnswer {
  const shown = code ?? String(status);
  const detail = `HTTP ${status}`;
  const cause = code === null ? null : causeOfCode(code);
  if (cause === 'person')
    return { kind: 'rejected', cause, code: shown, detail, ...(code === OPTED_OUT_CODE ? { optedOut: true } : {}) };
  if (cause === 'us') return { kind: 'rejected', cause, code: shown, detail };
  if (cause === 'later' || status === 429) return { kind: 'try_later', code: shown, detail, retryAfterMs };
  // A gateway that lost its way to the provider cannot say whether the provider has it.
  if (status === 502 || status === 504 || status === 408) return { kind: 'unknown', detail };
  if (status >= 500) return { kind: 'try_later', code: shown, detail, retryAfterMs };
  return { kind: 'rejected', cause: 'us', code: shown, detail };
}

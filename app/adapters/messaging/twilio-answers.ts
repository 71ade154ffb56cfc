import { causeOfCode, OPTED_OUT_CODE } from '~/domain/messaging/twilio-codes';
import type { SendAnswer } from './sender';
import { TwilioRefusal } from './twilio-client';

/** Faults that come before a request can have been written: nothing was handed over. */
const BEFORE_THE_REQUEST =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT)/;

/** What a failed call to Twilio means. Whatever is not clear is unknown: the provider is asked later, never assumed. */
export function answerOfTwilioError(error: unknown): SendAnswer {
  if (error instanceof TwilioRefusal) return answerOfRefusal(error);
  const { code, syscall } = faultOf(error);
  if (BEFORE_THE_REQUEST.test(code) || syscall === 'connect')
    return { kind: 'try_later', code, detail: 'not connected', retryAfterMs: null };
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

function faultOf(error: unknown): { code: string; syscall: string | null } {
  const fault = (typeof error === 'object' ? error : null) as {
    code?: unknown;
    syscall?: unknown;
    cause?: { code?: unknown; syscall?: unknown };
  } | null;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    code: text(fault?.code) ?? text(fault?.cause?.code) ?? 'fault',
    syscall: text(fault?.syscall) ?? text(fault?.cause?.syscall),
  };
}

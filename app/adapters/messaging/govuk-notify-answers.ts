import { DAY } from '~/domain/clock';
import { NOT_A_RECIPIENT } from '~/domain/messaging/notify-codes';
import { connectionFault } from './connection-faults';
import { retryAfterOf } from './retry-after';
import type { SendAnswer } from './sender';

interface Refusal {
  status: number;
  /** Notify's name for the fault, such as "BadRequestError"; null when the body did not say (a gateway's page, say). */
  error: string | null;
  message: string;
  retryAfterMs: number | null;
}

/**
 * What a failed call to Notify means. Whatever is not clear is unknown: Notify is asked later, never assumed.
 * Source: https://docs.notifications.service.gov.uk/node.html, "Error codes".
 * @param now the present instant (ms): the daily limit ends at midnight, UTC.
 */
export function answerOfNotifyError(error: unknown, now: number): SendAnswer {
  const refusal = refusalOf(error);
  if (refusal) return answerOfRefusal(refusal, now);
  const { code, beforeRequest } = connectionFault(error);
  if (beforeRequest) return { kind: 'try_later', code, detail: 'not connected', retryAfterMs: null };
  return { kind: 'unknown', detail: code };
}

function answerOfRefusal({ status, error, message, retryAfterMs }: Refusal, now: number): SendAnswer {
  const detail = `HTTP ${status}`;
  const code = error ?? String(status);
  // It said yes and was cut off; or a gateway lost its way to Notify and cannot say whether Notify has it.
  if (status < 300 || status === 502 || status === 504 || status === 408) return { kind: 'unknown', detail };
  if (status === 429) return { kind: 'try_later', detail, ...limit(code, retryAfterMs, now) };
  if (status >= 500) return { kind: 'try_later', code, detail, retryAfterMs };
  if (status === 400) {
    const persons = codeOfPerson(error, message);
    if (persons) return { kind: 'rejected', cause: 'person', code: persons, detail };
  }
  return { kind: 'rejected', cause: 'us', code: codeOfOurs(message) ?? code, detail };
}

function limit(code: string, retryAfterMs: number | null, now: number) {
  if (code !== 'TooManyRequestsError') return { code, retryAfterMs };
  return { code: 'daily_limit', retryAfterMs: retryAfterMs ?? DAY - (now % DAY) };
}

/** The person's number or address is the matter; a field that is not there at all is ours. */
function codeOfPerson(error: string | null, message: string): string | null {
  if (error === 'InvalidPhoneError' || error === 'InvalidEmailError') return NOT_A_RECIPIENT;
  const ours = /is a required property|is not of type/.test(message);
  if (error === 'ValidationError' && /^(phone_number|email_address)\b/.test(message) && !ours) return NOT_A_RECIPIENT;
  // Which countries a service writes to is a choice; one number abroad must not stop everybody else's texts.
  return error === 'BadRequestError' && /international/i.test(message) ? 'international_number' : null;
}

/** Notify's messages may change, so these only make the alert say more; whose fault it is does not hang on them. */
function codeOfOurs(message: string): string | null {
  if (/system clock/i.test(message)) return 'system_clock';
  if (/trial mode/i.test(message)) return 'trial_mode';
  return /team[ -](only )?api key/i.test(message) ? 'team_key' : null;
}

function refusalOf(error: unknown): Refusal | null {
  const { response } = (typeof error === 'object' && error !== null ? error : {}) as { response?: unknown };
  if (typeof response !== 'object' || response === null || !('status' in response)) return null;
  const { status, data, headers } = response as { status: number; data?: unknown; headers?: Record<string, unknown> };
  const errors = (typeof data === 'object' && data !== null ? data : {}) as { errors?: unknown };
  const first = (Array.isArray(errors.errors) ? errors.errors[0] : null) as {
    error?: unknown;
    message?: unknown;
  } | null;
  const name = typeof first?.error === 'string' && /^\w{1,40}$/.test(first.error) ? first.error : null;
  const message = typeof first?.message === 'string' ? first.message : '';
  return { status, error: name, message, retryAfterMs: retryAfterOf(headers ?? {}) };
}

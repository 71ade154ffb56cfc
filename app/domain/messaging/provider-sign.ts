import type { Sign } from './circuit';
import { reachOfTwilioFault } from './twilio-codes';

/** What a provider answered, as far as it says something about the provider. */
export type Answered =
  | { kind: 'accepted' | 'unknown' | 'withdrawn' }
  | { kind: 'rejected'; cause: 'person' | 'us'; code: string }
  | { kind: 'try_later'; code: string; retryAfterMs: number | null };

/** Codes for what all messages share: the key, the account, the password, the template. Notify's and SMTP's; Twilio has a table. */
const OF_THE_ACCOUNT: Record<string, readonly string[]> = {
  notify: ['AuthError', '403', '401', 'system_clock', 'trial_mode', 'team_key', 'no_template'],
  smtp: ['EAUTH', '530', '534', '535', '538'],
};

/** Twilio's "later" about one phone, not about Twilio. */
const OF_THE_PHONE = ['30003', '30008'];

/**
 * How far a refusal because of us reaches: every message of the account, or this one. `unclear` when the code does not
 * say: then the next messages will.
 */
export function reachOfFault(provider: string | null, code: string): 'account' | 'message' | 'unclear' {
  if (provider === null || provider === 'twilio') return reachOfTwilioFault(code) ?? 'unclear';
  return OF_THE_ACCOUNT[provider]?.includes(code) ? 'account' : 'unclear';
}

/**
 * What an answer says about the provider, whatever it says about the message. A provider that refuses a number, or one
 * message, is in good health; so is a mail server that puts one mailbox off (4xx other than 421, "not available").
 * Silence and broken connections count like refusals to work.
 */
export function signOf(provider: string, answer: Answered): Sign {
  switch (answer.kind) {
    case 'accepted':
      return { kind: 'works' };
    case 'withdrawn':
      return { kind: 'nothing' };
    case 'unknown':
      return { kind: 'fails', retryAfterMs: null };
    case 'try_later': {
      const { code, retryAfterMs } = answer;
      const one = provider === 'smtp' ? /^4\d\d$/.test(code) && code !== '421' : OF_THE_PHONE.includes(code);
      return one ? { kind: 'works' } : { kind: 'fails', retryAfterMs };
    }
    case 'rejected': {
      if (answer.cause === 'person') return { kind: 'works' };
      const reach = reachOfFault(provider, answer.code);
      if (reach === 'message') return { kind: 'works' };
      return { kind: reach === 'account' ? 'fault' : 'refuses', code: answer.code };
    }
  }
}

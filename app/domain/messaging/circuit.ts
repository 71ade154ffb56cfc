import { HOUR, MINUTE, SECOND } from '../clock';

/** How one provider does on one channel, as all workers share it; instants in ms. */
export interface CircuitState {
  /** Failures of the provider's in a row. */
  failures: number;
  /** Nothing goes through before; afterwards one message tries it. Null while all is well. */
  openUntil: number | null;
  /** Since when, and with which code, the provider refuses all that we send, because of us. */
  faultSince: number | null;
  faultCode: string | null;
  /** The message that tries whether it works again, and until when the others wait for it. */
  trialId: string | null;
  trialUntil: number | null;
  updatedAt: number;
}

export const CIRCUIT_LIMITS = {
  /** Failures in a row after which a provider is left alone. */
  failures: 5,
  /** For how long at first; it doubles with each trial that fails. */
  firstPause: 30 * SECOND,
  longestPause: 10 * MINUTE,
  /** From one trial to the next while a fault of ours stands. */
  faultPause: 5 * MINUTE,
  /** The longest that a provider's own "later" is obeyed without asking once more. */
  longestRetryAfter: 24 * HOUR,
} as const;

/** Clocks of several machines differ by less; a state from further in the future was written by a clock that was ahead. */
const CLOCK_DIFFERENCE = MINUTE;

/** What one answer says about the provider, whatever it says about the message. */
export type Sign =
  | { kind: 'works' }
  | { kind: 'fails'; retryAfterMs: number | null }
  /** Whatever we send is refused, because of us. */
  | { kind: 'fault'; code: string }
  /** Refused because of us, and only the next messages will tell whether all are. */
  | { kind: 'refuses'; code: string }
  /** Nothing was handed over. */
  | { kind: 'nothing' };

export const NEW_CIRCUIT: CircuitState = {
  failures: 0,
  openUntil: null,
  faultSince: null,
  faultCode: null,
  trialId: null,
  trialUntil: null,
  updatedAt: 0,
};

/** Whether messages may go through: all of them, one as a trial, or none before `until`. */
export type Passage = { kind: 'free' } | { kind: 'trial' } | { kind: 'blocked'; until: number };

export function passage(state: CircuitState, now: number): Passage {
  if (state.openUntil === null) return { kind: 'free' };
  if (state.updatedAt > now + CLOCK_DIFFERENCE) return { kind: 'trial' };
  if (now < state.openUntil) return { kind: 'blocked', until: state.openUntil };
  if (state.trialId !== null && now < (state.trialUntil ?? 0)) return { kind: 'blocked', until: state.trialUntil! };
  return { kind: 'trial' };
}

/** One message tries it; the others wait until it is answered, or until `trialUntil`, should its worker not come back. */
export function withTrial(state: CircuitState, messageId: string, now: number, trialUntil: number): CircuitState {
  // What a clock that was ahead had written must not come true later on.
  return { ...state, openUntil: Math.min(state.openUntil ?? now, now), trialId: messageId, trialUntil, updatedAt: now };
}

/**
 * The state after an answer. While the circuit is open only the trial's answer counts: others were under way before.
 * @param random between 0 and 1: pauses differ by up to a quarter, so that the workers of many offices do not return together.
 * @returns the same object when nothing changes, so that nothing has to be written.
 */
export function afterSign(
  state: CircuitState,
  sign: Sign,
  { messageId, now, random }: { messageId: string; now: number; random: number },
): CircuitState {
  const closed = state.openUntil === null;
  if (!closed && state.trialId !== messageId) return obeyed(state, sign, now);
  const settled = { ...state, trialId: null, trialUntil: null, updatedAt: now };
  switch (sign.kind) {
    case 'nothing':
      return closed ? state : settled;
    case 'works':
      return closed && state.failures === 0 ? state : { ...NEW_CIRCUIT, updatedAt: now };
    case 'fails':
      return failed(settled, sign.retryAfterMs, now, random);
    case 'fault':
      return faulty(settled, sign.code, now, random);
    case 'refuses': {
      const failures = (closed ? state.failures : 0) + 1;
      const all = state.faultSince !== null || failures >= CIRCUIT_LIMITS.failures;
      return all ? faulty(settled, sign.code, now, random) : { ...NEW_CIRCUIT, failures, updatedAt: now };
    }
  }
}

function failed(state: CircuitState, retryAfterMs: number | null, now: number, random: number): CircuitState {
  const failures = state.failures + 1;
  // A provider that says when to come back has said enough.
  const opens = failures >= CIRCUIT_LIMITS.failures || retryAfterMs !== null || state.openUntil !== null;
  if (!opens) return { ...state, failures };
  const asked = Math.min(retryAfterMs ?? 0, CIRCUIT_LIMITS.longestRetryAfter);
  const beyond = failures - CIRCUIT_LIMITS.failures;
  const own = beyond < 0 && retryAfterMs !== null ? 0 : Math.max(0, pauseAfter(beyond, random));
  return { ...state, failures, openUntil: Math.ceil(now + Math.max(own, asked)) };
}

function pauseAfter(trialsInVain: number, random: number): number {
  const { firstPause, longestPause } = CIRCUIT_LIMITS;
  return Math.min(longestPause, firstPause * 2 ** Math.max(0, trialsInVain)) * (1 + random / 4);
}

function faulty(state: CircuitState, code: string, now: number, random: number): CircuitState {
  return {
    ...state,
    // It answers, so it is there.
    failures: 0,
    faultSince: state.faultSince ?? now,
    faultCode: code,
    openUntil: Math.ceil(now + CIRCUIT_LIMITS.faultPause * (1 + random / 4)),
  };
}

/** An answer to what was under way before: only "not before" is news. */
function obeyed(state: CircuitState, sign: Sign, now: number): CircuitState {
  if (sign.kind !== 'fails' || sign.retryAfterMs === null) return state;
  const until = now + Math.min(sign.retryAfterMs, CIRCUIT_LIMITS.longestRetryAfter);
  return until > (state.openUntil ?? 0) ? { ...state, openUntil: until, updatedAt: now } : state;
}

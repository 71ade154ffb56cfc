import { MINUTE } from '../clock';
import type { CallOutcome } from './call-list';
import { openFrom, type WorkingTime } from '../time/working-time';

/** After so many tries in vain somebody else should think about it. */
export const TRIES_IN_VAIN = 3;
/** So long before it is due, a call that nobody has tried is passed on. */
export const NEAR_DUE = 30 * MINUTE;
/** Whoever owns a call has at least so much of the office's time for it. */
const FIRST_CHANCE = 15 * MINUTE;

/** An open entry and what was tried since it was opened; instants in ms. */
export interface OpenCall {
  createdAt: number;
  dueAt: number;
  /** Outcomes of the calls since `createdAt`, those taken back left out. */
  tries: readonly CallOutcome[];
}

/**
 * True when an open call has to be passed on to the manager: after three tries in vain; half an hour before it is due if
 * nobody has tried; when it is overdue. Its owner has always had a quarter of an hour of the office's time before that.
 */
export function mustEscalate(call: OpenCall, now: number, hours: WorkingTime): boolean {
  const vain = call.tries.filter((outcome) => outcome !== 'not_needed').length;
  if (vain >= TRIES_IN_VAIN) return true;
  const firstChance = openFrom(call.createdAt, hours) + FIRST_CHANCE;
  const limit = vain === 0 ? call.dueAt - NEAR_DUE : call.dueAt;
  return now >= Math.max(limit, firstChance);
}

import type { Channel } from './channel';

/**
 * Opt-outs that a colleague may lift when the customer asks: there is no key or word by which they could do it
 * themselves. Texts are not among them: the networks keep a STOP as well, and only the person's own START lifts it there.
 */
export const LIFTED_BY_STAFF = ['voice'] as const satisfies readonly Channel[];
export type LiftedByStaff = (typeof LIFTED_BY_STAFF)[number];

/** True for a channel that a colleague may open again. */
export function isLiftedByStaff(channel: Channel): channel is LiftedByStaff {
  return (LIFTED_BY_STAFF as readonly Channel[]).includes(channel);
}

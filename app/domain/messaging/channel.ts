/** The ways a message can travel. `call_list` is a person who is asked to phone. */
export const CHANNELS = ['sms', 'email', 'voice', 'letter', 'call_list'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The ways of reaching a person that can be written down. */
export const CONTACT_KINDS = ['mobile', 'landline', 'email', 'post'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/**
 * What experience says: never used, something arrived, last one did not arrive, never will again. `unchecked`: the customer
 * has put it on record by themselves, no code can reach it to show that it is theirs, and nobody has asked them yet. People
 * may ring it; nothing else is sent there, and it takes nothing from anybody else who has it.
 */
export const CONTACT_HEALTHS = ['untried', 'working', 'failing', 'dead', 'unchecked'] as const;
export type ContactHealth = (typeof CONTACT_HEALTHS)[number];

/** A number or address of a customer, as the rules see it: no value, only what matters. */
export interface ContactPoint {
  id: string;
  kind: ContactKind;
  health: ContactHealth;
  /** True when another customer has the same number or address. */
  shared: boolean;
  /** Channels this value has opted out of. */
  optedOut: readonly string[];
}

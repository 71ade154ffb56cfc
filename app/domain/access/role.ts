/** What a member of staff may be. One role each; see docs/security.md for what each may do. */
export const ROLES = ['adviser', 'champion', 'organiser', 'manager', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Whose session it is. */
export const SESSION_KINDS = ['customer', 'staff'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/**
 * Who did a thing that is on record. `link` is whoever holds the link in a text message, `call` whoever pressed a key in a
 * voice call.
 */
export const ACTOR_KINDS = [
  'customer',
  'staff',
  'link',
  'reply',
  'call',
  'import',
  'worker',
  'command',
  'visitor',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Somebody, or something, that acts; `id` is a customer's or a member of staff's. */
export interface Actor {
  kind: ActorKind;
  id: string | null;
}

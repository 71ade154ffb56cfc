/** What a member of staff may be. One role each; see docs/security.md for what each may do. */
export const ROLES = ['adviser', 'champion', 'organiser', 'manager', 'administrator', 'partner'] as const;
export type Role = (typeof ROLES)[number];

/** Whose session it is. */
export const SESSION_KINDS = ['customer', 'staff'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** How a customer proved who they are. `address` is the demo's one-use address. */
export const SIGN_IN_WAYS = ['text', 'email', 'call', 'password', 'passkey', 'card', 'address'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

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
  /** The help in which a colleague puts it in for the customer; null, or left out: they do it themselves. */
  helpId?: string | null;
}

import type { Role } from '../access/role';

/** How a colleague helps somebody to use the portal: on the telephone, at the desk, or beside them at a visit they agreed to. */
export const HELP_WAYS = ['phone', 'desk', 'joint'] as const;
export type HelpWay = (typeof HELP_WAYS)[number];

/** How the colleague knows that it is them. */
export const IDENTITY_PROOFS = ['questions', 'known', 'consent'] as const;
export type IdentityProof = (typeof IDENTITY_PROOFS)[number];

/** By what way a customer did something in the portal. */
export const ACT_WAYS = ['online', 'kiosk', ...HELP_WAYS] as const;
export type ActWay = (typeof ACT_WAYS)[number];

/** What nobody does for somebody else: their ways to sign in, the codes that come to them, what they agree to, and the copy of all their data. */
const THEIRS_ALONE =
  /^\/(sign-in|sign-out|sign-in-methods|calendar|demo|details\/download|details\/check|details\/contact-changes\/[^/]+(?!.*cancellation)|visits\/[^/]+\/(agreement|profile|stop))(\/|$)/;
/** True for what nobody does for somebody else, whoever helps. @param path without language or query. */
export function isTheirsAlone(path: string): boolean {
  return THEIRS_ALONE.test(path);
}

/** What is in words, within those: messages, and what somebody said of a meeting. */
const IN_WORDS = /^\/appointments\/[^/]+\/(messages|feedback)(\/|$)/;
/** What customers wrote for their adviser: a manager does not read it in their own rooms, nor here. */
const THEIR_WORDS = /^\/(adviser\/messages|situation)(\/|$)/;
/** The rooms that a champion may be in: no notes, no plan, no situation, no sharing. */
const CHAMPIONS_ROOMS =
  /^\/($|appointments(\/|$)|clubs(\/|$)|call-request$|help(\/|$)|profile(\/|$)|details($|\/(access-needs|contact-preferences|language|name|contacts|contact-changes)(\/|$)))/;

/**
 * True where a colleague may be while they help somebody: the customer's own pages, but never what is theirs alone, and of a
 * champion only what has no notes in it. Source: docs/security.md, champions.
 * @param path of the page, without language or query.
 */
export function mayHelpAt(role: Role, path: string): boolean {
  if (isTheirsAlone(path)) return false;
  if (role === 'champion') return CHAMPIONS_ROOMS.test(path) && !IN_WORDS.test(path);
  if (role === 'manager') return !THEIR_WORDS.test(path);
  return role === 'adviser';
}

/**
 * True when a help began with a proof that lets contact details be changed: the questions by phone, or being seen at the desk.
 * That somebody agreed to a visit shows who sat at a screen, and is not enough. Source: decision 31.
 */
export function isProvedToHelper({ identity }: { identity: IdentityProof }): boolean {
  return identity === 'questions' || identity === 'known';
}

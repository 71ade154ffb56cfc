/**
 * True for addresses that are themselves a secret: a text message's link, to a meeting or an offer, an invitation, and the
 * demo's one-use sign-ins.
 */
export function isLinkPath(path: string): boolean {
  return /^\/(a|o|staff\/invitation|demo\/sign-in)\//i.test(path);
}

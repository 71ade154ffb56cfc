/** True for addresses that are themselves a secret: a text message's link, an invitation, the demo's one-use sign-ins. */
export function isLinkPath(path: string): boolean {
  return /^\/(a|staff\/invitation|demo\/sign-in)\//i.test(path);
}

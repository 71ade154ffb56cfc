/** True for addresses that are themselves a secret: a text message's link, and the demo's one-use sign-ins. */
export function isLinkPath(path: string): boolean {
  return /^\/(a|demo\/sign-in)\//i.test(path);
}

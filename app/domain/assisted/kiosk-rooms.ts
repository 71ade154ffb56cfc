/** What a locked computer still shows: how it is opened, and what anybody may know. */
const WHEN_LOCKED = /^\/kiosk(\/(enrol|opening|near|display|finish|finished))?$/;

/**
 * What is done on one's own device: ways to sign in that would stay on a shared computer or that it cannot keep safe, files
 * that would stay on its disk, addresses that are a key by themselves, and the demo's own pages.
 */
const OWN_DEVICE = [
  /^\/sign-in\/(password|passkey)(\/|$)/,
  /^\/(sign-in-methods|calendar|diary|demo|outbox|a|o)(\/|$)/,
  /^\/details\/(download|check)(\/|$)/,
  /\.(ics|pdf|csv)$/,
];

/** Where a shared computer lets people be: `ok`, or only when it is `open`ed, or not on a shared computer at all. */
export function kioskRoom(path: string): 'always' | 'open' | 'own_device' {
  if (WHEN_LOCKED.test(path)) return 'always';
  // The staff rooms answer themselves: on a shared computer there are none.
  return OWN_DEVICE.some((pattern) => pattern.test(path)) && !path.startsWith('/staff') ? 'own_device' : 'open';
}

/** Pages on which nothing of anybody is shown, so that they may stay on the screen. */
const STAYS = /^\/kiosk(\/enrol|\/opening)?$/;

/** True for a page that leads back to the start by itself after three minutes. */
export function leadsAway(path: string): boolean {
  return !STAYS.test(path);
}

/**
 * True when a request does not come from one of our own pages, so that what it asks for is perhaps not asked by the person who
 * signed in: a typed address, a bookmark, a link in another program. Browsers say so in `Sec-Fetch-Site`; what they were seen
 * to send, and what that cannot tell, is in decision 0035.
 */
export function isFromOutside(asked: { site: string | undefined }): boolean {
  return asked.site !== undefined && asked.site !== 'same-origin';
}

/** Which pages with a form are named when somebody is told what they had begun. */
const BEGUN: readonly (readonly [RegExp, BegunForm])[] = [
  [/^\/details\/name$/, 'name'],
  [/^\/details\/contacts\//, 'contact'],
  [/^\/details\//, 'details'],
  [/^\/adviser\/messages\//, 'message'],
  [/^\/plan\//, 'plan'],
  [/^\/appointments\//, 'meeting'],
  [/^\/call-request$/, 'call'],
  [/^\/situation/, 'situation'],
  [/^\/profile/, 'profile'],
];
export type BegunForm =
  'name' | 'contact' | 'details' | 'message' | 'plan' | 'meeting' | 'call' | 'situation' | 'profile' | 'other';

/** What somebody had begun on a page, to be named to them. */
export function begunForm(path: string): BegunForm {
  return BEGUN.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}

/** Fields that are never kept for later: what proves who somebody is. */
const SECRET_FIELDS = /^(code|password|words|pin|answer)$|password/i;

/** What of a form is kept while somebody is away. */
export function keptFields(fields: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...fields].filter(([name]) => !SECRET_FIELDS.test(name)));
}

/** How large the letters are. */
export const TEXT_SIZES = ['usual', 'larger', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** How a shared computer shows its pages to whoever sits at it; forgotten when they finish. */
export interface Display {
  text: TextSize;
  contrast: 'usual' | 'high';
}

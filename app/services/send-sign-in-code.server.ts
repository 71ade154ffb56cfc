import type { Queryable } from '@db/client.server';
import { findNewestCode, insertSignInCode, listOwners } from '@db/queries/sign-in-codes.server';
import { MINUTE } from '~/domain/clock';
import type { ContactKind } from '~/domain/contact/contact-point';
import type { Language } from '~/domain/language';
import { signInCodeText } from '~/i18n/messages';
import type { Deps } from './deps';
import { indexInUse } from './index-in-use.server';
import { queueMessage } from './queue-message.server';
import { readContact } from './read-contact';

/** How long a code can be used, in ms. Source: docs/security.md, sign-in. */
const CODE_LIFETIME = 10 * MINUTE;

/** How a code travels: a text, an email, or a voice call. */
export type CodeWay = 'text' | 'email' | 'call';

export type CodeRequest =
  /** Nothing is said of whether anybody has that contact: the way follows from what was typed. */
  { ok: true; by: CodeWay } | { ok: false; reason: 'empty' | 'not_a_contact' | 'landline' | 'too_many' };

/** What a visitor who asks for a code brings along. */
interface Visitor {
  /** Kept by the browser that asks: the code works in no other. */
  browserSecret: string;
  /** The visitor's network address, for rate limits only. */
  address: string;
  language: Language | null;
  requestId: string;
}

const WAYS: Record<ContactKind, CodeWay> = { mobile: 'text', email: 'email', landline: 'call', post: 'text' };
const CHANNELS = { text: 'sms', email: 'email', call: 'voice' } as const;

/**
 * Sends a sign-in code to a number or email address that exactly one customer has: a text, an email, or to a landline a
 * voice call. For anybody else it answers the same and sends nothing; that this is less work, the route hides (`inEvenTime`).
 */
export const sendSignInCode =
  (deps: Deps) =>
  async (input: Visitor & { contact: string }): Promise<CodeRequest> => {
    const typed = readContact(deps, input.contact);
    if ('reason' in typed) return { ok: false, reason: typed.reason };
    const { kind, value } = typed;
    if (kind === 'landline' && !canCallWithCode(deps)()) return { ok: false, reason: 'landline' };
    const valueIndex = await deps.db.read((q) => indexInUse(q, deps, value));
    return writeCode(deps, input, { valueIndex, kinds: [kind], by: WAYS[kind] });
  };

export type CallRequest = { ok: true } | { ok: false; reason: 'expired' | 'too_many' };

/**
 * Calls the number to which this browser asked for a code, with a new code: for those who cannot read the text, or do not
 * get it. It counts as one of the codes of that number.
 * @returns `expired` when this browser has not asked for a code lately.
 */
export const callWithSignInCode =
  (deps: Deps) =>
  async (input: Visitor): Promise<CallRequest> => {
    const { browserSecret } = input;
    const asked = await deps.db.read((q) => findNewestCode(q, deps.vault.hashSecret(browserSecret)));
    if (!asked || !canCallWithCode(deps)()) return { ok: false, reason: 'expired' };
    const to = { valueIndex: asked.contactIndex, kinds: ['mobile', 'landline'] as ContactKind[], by: 'call' as const };
    const written = await writeCode(deps, input, to);
    return written.ok ? { ok: true } : { ok: false, reason: 'too_many' };
  };

/** True where there is something that can call. */
export const canCallWithCode = (deps: Deps) => (): boolean => deps.senders.some(({ channel }) => channel === 'voice');

async function writeCode(
  deps: Deps,
  { browserSecret, address, requestId, ...visitor }: Visitor,
  { valueIndex, kinds, by }: { valueIndex: string; kinds: readonly ContactKind[]; by: CodeWay },
): Promise<{ ok: true; by: CodeWay } | { ok: false; reason: 'too_many' }> {
  if (await deps.rateLimits.use('codes_per_address', deps.vault.index(address))) return TOO_MANY;
  if (await deps.rateLimits.use('codes_per_contact', valueIndex)) return TOO_MANY;

  const code = deps.vault.newCode();
  const id = deps.newId();
  const now = deps.clock.now();
  await deps.db.write(async (q) => {
    const owner = await findOnlyOwner(q, valueIndex, kinds);
    const language = visitor.language ?? owner?.language ?? 'en';
    await insertSignInCode(q, {
      id,
      contactIndex: valueIndex,
      customerId: owner?.id ?? null,
      codeHash: deps.vault.codeHash(code, id),
      browserHash: deps.vault.hashSecret(browserSecret),
      createdAt: now,
      expiresAt: now + CODE_LIFETIME,
    });
    const text = signInCodeText({ channel: CHANNELS[by], language, code });
    if (!owner) return;
    await queueMessage(q, deps, {
      purpose: 'sign_in_code',
      channel: CHANNELS[by],
      // As it is on record: another way of writing an address could be another mailbox.
      recipient: deps.vault.open(owner.value),
      ...text,
      customerId: owner.id,
      language,
      sendBy: now + CODE_LIFETIME,
      requestId,
    });
  });
  return { ok: true, by };
}

const TOO_MANY = { ok: false, reason: 'too_many' } as const;

/**
 * A number that two people share could sign either of them in, so it signs in neither. Nor does one that nothing may be
 * sent to, nor a dead one: it may be somebody else's by now, whom a code would sign in.
 */
async function findOnlyOwner(q: Queryable, valueIndex: string, kinds: readonly ContactKind[]) {
  const owners = (await Promise.all(kinds.map((kind) => listOwners(q, { valueIndex, kind })))).flat();
  const [owner] = owners;
  if (owners.length !== 1 || !owner || owner.health === 'dead' || owner.noMessages) return null;
  return owner.kind === 'landline' ? (isOwnLandline(owner) ? owner : null) : owner.verifiedAt === null ? null : owner;
}

/**
 * A landline has no texts to verify it with: the office has it from the person, reminders go there, and that nobody else on
 * record has it is all there is to know. Others in the house can take the call, though, so it signs in nobody who has said
 * that others may see their messages.
 */
function isOwnLandline({ discreet }: { discreet: boolean }): boolean {
  return !discreet;
}

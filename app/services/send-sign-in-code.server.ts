import type { Queryable } from '@db/client.server';
import { insertSignInCode, listOwners } from '@db/queries/sign-in-codes.server';
import { MINUTE } from '~/domain/clock';
import type { ContactKind } from '~/domain/contact/contact-point';
import { readEmailAddress } from '~/domain/contact/email-address';
import type { Language } from '~/domain/language';
import { signInCodeText } from '~/i18n/messages';
import type { Deps } from './deps';
import { queueMessage } from './queue-message.server';

/** How long a code can be used, in ms. Source: docs/security.md, sign-in. */
const CODE_LIFETIME = 10 * MINUTE;

export type CodeRequest =
  /** Nothing is said of whether anybody has that contact. */
  { ok: true } | { ok: false; reason: 'empty' | 'not_a_contact' | 'landline' | 'too_many' };

/**
 * Sends a sign-in code to a mobile number or email address that exactly one customer has and that is verified. For
 * anybody else it answers the same and sends nothing; that this is less work, the route hides (`inEvenTime`).
 * @param input.browserSecret kept by the browser that asks: the code works in no other.
 * @param input.address the visitor's network address, for rate limits only.
 */
export const sendSignInCode =
  (deps: Deps) =>
  async (input: {
    contact: string;
    browserSecret: string;
    address: string;
    language: Language | null;
    requestId: string;
  }): Promise<CodeRequest> => {
    const typed = readContact(deps, input.contact);
    if ('reason' in typed) return { ok: false, reason: typed.reason };
    const valueIndex = deps.vault.index(typed.value);
    if (await deps.rateLimits.use('codes_per_address', deps.vault.index(input.address))) return TOO_MANY;
    if (await deps.rateLimits.use('codes_per_contact', valueIndex)) return TOO_MANY;

    const code = deps.vault.newCode();
    const id = deps.newId();
    const now = deps.clock.now();
    await deps.db.write(async (q) => {
      const owner = await findOnlyOwner(q, valueIndex, typed.kind);
      const language = input.language ?? owner?.language ?? 'en';
      await insertSignInCode(q, {
        id,
        contactIndex: valueIndex,
        customerId: owner?.id ?? null,
        codeHash: deps.vault.codeHash(code, id),
        browserHash: deps.vault.hashSecret(input.browserSecret),
        createdAt: now,
        expiresAt: now + CODE_LIFETIME,
      });
      const text = signInCodeText({ channel: typed.channel, language, code });
      if (!owner) return;
      await queueMessage(q, deps, {
        purpose: 'sign_in_code',
        channel: typed.channel,
        // As it is on record: another way of writing an address could be another mailbox.
        recipient: deps.vault.open(owner.value),
        ...text,
        customerId: owner.id,
        language,
        sendBy: now + CODE_LIFETIME,
        requestId: input.requestId,
      });
    });
    return { ok: true };
  };

const TOO_MANY = { ok: false, reason: 'too_many' } as const;

type Typed =
  { kind: ContactKind; channel: 'sms' | 'email'; value: string } | { reason: 'empty' | 'not_a_contact' | 'landline' };

function readContact(deps: Deps, typed: string): Typed {
  const text = typed.trim();
  if (text === '') return { reason: 'empty' };
  if (text.includes('@')) {
    const value = readEmailAddress(text);
    return value ? { kind: 'email', channel: 'email', value } : { reason: 'not_a_contact' };
  }
  const number = deps.phoneNumbers.parse(text);
  if (!number) return { reason: 'not_a_contact' };
  if (number.kind === 'landline') return { reason: 'landline' };
  return { kind: 'mobile', channel: 'sms', value: number.e164 };
}

/** A number that two people share could sign either of them in, so it signs in neither. Nor does one that nothing may be sent to. */
async function findOnlyOwner(q: Queryable, valueIndex: string, kind: ContactKind) {
  const owners = await listOwners(q, { valueIndex, kind });
  const [owner] = owners;
  // A dead number may be somebody else's by now, whom a code would sign in.
  const theirs = owners.length === 1 && owner && owner.verifiedAt !== null && owner.health !== 'dead';
  return theirs && !owner.noMessages ? owner : null;
}

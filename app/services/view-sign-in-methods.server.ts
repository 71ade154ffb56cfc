import { findCustomerWithOffice } from '@db/queries/home.server';
import { listPasskeys } from '@db/queries/passkeys.server';
import { listContactPoints, listSharedValues } from '@db/queries/reach.server';
import { countOtherSessions, deleteOtherSessions } from '@db/queries/sessions.server';
import { listOpenCards } from '@db/queries/sign-in-cards.server';
import { listSignIns } from '@db/queries/sign-in-records.server';
import type { SignInWay } from '~/domain/access/role';
import { SESSION_LIFETIME } from '~/domain/access/session-lifetime';
import { CONTACT_KINDS } from '~/domain/contact/contact-point';
import { hintOf, type ContactHint } from '~/domain/contact/hint-of';
import type { Deps } from './deps';
import { officePhone } from './office-phone';
import type { CodeWay } from './send-sign-in-code.server';

/** How many sign-ins a customer sees: enough to notice one that was not theirs. */
const RECENT = 10;

/** What works for a customer to sign in with, and when they did; instants in ms. */
export interface SignInMethods {
  phone: string;
  zone: string;
  /** Where codes go. The hint is null for somebody over whose shoulder others may look. */
  codes: { by: CodeWay; hint: ContactHint | null }[];
  /** True where a number or address of theirs is somebody else's too, so that no code goes there. */
  shared: boolean;
  hasPassword: boolean;
  passkeys: { id: string; name: string; createdAt: number; lastUsedAt: number | null }[];
  /** The printed card that would still work. */
  card: { createdAt: number; expiresAt: number } | null;
  recent: { id: string; at: number; way: SignInWay; device: string }[];
  /** How many other browsers are signed in, or were within half an hour. */
  elsewhere: number;
  now: number;
}

const WAYS = { mobile: 'text', email: 'email', landline: 'call' } as const;
const CHANNELS = { text: 'sms', email: 'email', call: 'voice' } as const;

/** @throws when there is no such customer. */
export const viewSignInMethods =
  (deps: Deps) =>
  async ({ customerId, cookie }: { customerId: string; cookie: string }): Promise<SignInMethods> => {
    const now = deps.clock.now();
    const seenAfter = now - SESSION_LIFETIME.customer.idle;
    const keptHash = deps.vault.sessionHash(cookie);
    return deps.db.read(async (q) => {
      const found = await findCustomerWithOffice(q, customerId);
      if (!found) throw new Error('no such customer');
      const { customer, office } = found;
      const points = (await listContactPoints(q, [customerId]))
        .filter((point) => point.health !== 'dead' && point.health !== 'unchecked')
        .sort((a, b) => CONTACT_KINDS.indexOf(a.kind) - CONTACT_KINDS.indexOf(b.kind));
      const shared = new Set(await listSharedValues(q, points.map((point) => point.valueIndex))); // prettier-ignore
      const codes = points.flatMap(({ kind, value, valueIndex, verifiedAt }) => {
        if (kind === 'post' || shared.has(valueIndex) || customer.noMessages) return [];
        const works = kind === 'landline' ? !customer.discreet : verifiedAt !== null;
        const by = WAYS[kind];
        const sender = deps.senders.some(({ channel }) => channel === CHANNELS[by]);
        if (!works || !sender) return [];
        return [{ by, hint: customer.discreet ? null : hintOf(CHANNELS[by], deps.vault.open(value)) }];
      });
      const [card] = await listOpenCards(q, { customerId, now });
      return {
        ...{ phone: officePhone(deps.phoneNumbers, office.phone), zone: office.timeZone, codes, now },
        shared: points.some(({ kind, valueIndex }) => kind !== 'post' && shared.has(valueIndex)),
        hasPassword: customer.passwordHash !== null,
        passkeys: (await listPasskeys(q, customerId)).map(({ id, name, createdAt, lastUsedAt }) => ({
          ...{ id, name, createdAt, lastUsedAt },
        })),
        card: card ? { createdAt: card.createdAt, expiresAt: card.expiresAt } : null,
        recent: await listSignIns(q, { customerId, limit: RECENT }),
        elsewhere: await countOtherSessions(q, { customerId, keptHash, now, seenAfter }),
      };
    });
  };

/** Signs a customer out in every browser but this one. @returns how many sessions that ended. */
export const endOtherSessions =
  (deps: Deps) =>
  ({ customerId, cookie }: { customerId: string; cookie: string }): Promise<number> =>
    deps.db.write((q) =>
      deleteOtherSessions(q, { customerId, keptHash: deps.vault.sessionHash(cookie), now: deps.clock.now() }),
    );

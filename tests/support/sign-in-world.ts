import { createOutbox } from '~/adapters/messaging/outbox';
import type { Passkeys } from '~/adapters/passkeys';
import type { CardSignIn } from '~/services/sign-in-with-card.server';
import { issueCard } from '~/services/issue-card.server';
import { resumeSession } from '~/services/sessions.server';
import { setPassword } from '~/services/set-password.server';
import { signInWithCard } from '~/services/sign-in-with-card.server';
import { signInWithPassword } from '~/services/sign-in-with-password.server';
import { viewSignInMethods } from '~/services/view-sign-in-methods.server';
import type { TestDatabase } from './databases';
import { testDeps } from './deps';
import { aContactPoint, aCustomer, aMemberOfStaff, anOffice } from './factories';

/** Takes an answer for what it says: `{ id, response: { challenge, counter } }`. What is real of them, the pages' tests show. */
const fakePasskeys: Passkeys = {
  available: true,
  askToCreate: async () => ({ challenge: 'to create', options: {} }),
  askToSign: async () => ({ challenge: 'to sign', options: {} }),
  idIn: (answer) => (JSON.parse(answer) as { id: string }).id,
  checkCreated: async (answer, challenge) =>
    answer.includes(`"${challenge}"`)
      ? { id: (JSON.parse(answer) as { id: string }).id, publicKey: 'key', counter: 1, transports: ['internal'] }
      : null,
  async checkSigned(answer, challenge, { counter }) {
    const { response } = JSON.parse(answer) as { response: { challenge: string; counter: number } };
    return response.challenge === challenge && response.counter > counter ? { counter: response.counter } : null;
  },
};

export const PASSWORD = 'three damp otters';
export const arrival = { previousCookie: null, device: 'Chrome, Android' };
let numbers = 100;

/** Aled with a mobile and a landline that nobody else has, his adviser, one of another office, and what they can do. */
export async function aSignInWorld(database: TestDatabase) {
  const senders = (['sms', 'email', 'voice'] as const).map((channel) => createOutbox(channel, 'test'));
  const deps = testDeps(database.db, { senders, passkeys: fakePasskeys });
  const member = async () => {
    const office = await anOffice(deps);
    const { id, firstName, lastName } = await aMemberOfStaff(deps, office.id);
    return { kind: 'staff' as const, role: 'adviser' as const, id, officeId: office.id, firstName, lastName };
  };
  const [staff, elsewhere] = [await member(), await member()];
  const owner = { officeId: staff.officeId, adviserId: staff.id };
  const number = (numbers += 1);
  const [mobile, landline] = [`+447700900${number}`, `+441632960${number}`];
  const aled = await aCustomer(deps, owner, { mobile, firstName: 'Aled', lastName: 'Hughes' });
  await aContactPoint(deps, aled.id, 'landline', landline, { verifiedAt: null });
  const [browser, address] = [`browser-${number}`, `192.0.2.${number}`];

  return {
    ...{ deps, staff, elsewhere, owner, number, mobile, landline, aled, browser, address },
    visitor: (browserSecret = browser) => ({ browserSecret, address, language: null, requestId: 'request' }),
    async messagesTo(customerId: string) {
      const rows = await database.db.read(async (q) =>
        q.select().from(q.tables.messages).orderBy(q.tables.messages.id),
      );
      return rows
        .filter((row) => row.customerId === customerId)
        .map((row) => ({ purpose: row.purpose, channel: row.channel, body: deps.vault.open(row.body!) }));
    },
    async signIns(customerId: string) {
      const { recent } = await viewSignInMethods(deps)({ customerId, cookie: 'another' });
      return recent.map(({ way, device }) => [way, device]);
    },
    async auditOf(subjectId: string) {
      const rows = await database.db.read((q) => q.select().from(q.tables.auditEntries));
      return rows.filter((row) => row.subjectId === subjectId).map(({ action }) => action);
    },
    personOf: (result: { ok: boolean; cookie?: string }) => resumeSession(deps)(result.cookie ?? ''),
    setTo: (password: string, customerId = aled.id) => setPassword(deps)({ customerId, password, requestId: 'r' }),
    withPassword: (password: string, contact = mobile) =>
      signInWithPassword(deps)({ contact, password, address, ...arrival }),
    withCard: (words: string): Promise<CardSignIn> => signInWithCard(deps)({ words, address, ...arrival }),
    aCard: async () => (await issueCard(deps)({ staff, customerId: aled.id }))!.words,
  };
}

export type SignInWorld = Awaited<ReturnType<typeof aSignInWorld>>;

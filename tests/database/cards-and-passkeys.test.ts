import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { askForNewPasskey, askForPasskey } from '~/services/ask-for-passkey.server';
import { forgetEndedSessions } from '~/services/forget-ended-sessions.server';
import { issueCard, revokeCard, viewCardDesk } from '~/services/issue-card.server';
import { addPasskey, removePasskey, renamePasskey } from '~/services/manage-passkeys.server';
import { signInWithPasskey } from '~/services/sign-in-with-passkey.server';
import { viewSignInMethods } from '~/services/view-sign-in-methods.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { aCustomer } from '../support/factories';
import { arrival, aSignInWorld, type SignInWorld } from '../support/sign-in-world';

describeOnBothDatabases('a way to sign in', (dialect) => {
  let database: TestDatabase;
  let world: SignInWorld;
  let deps: SignInWorld['deps'];
  let aled: SignInWorld['aled'];

  beforeAll(async () => void (database = await newDatabase(dialect)));
  afterAll(() => database.drop());
  beforeEach(async () => {
    world = await aSignInWorld(database);
    ({ deps, aled } = world);
  });

  it('is a card, once, however its words are typed; making and using it is on record', async () => {
    const words = await world.aCard();
    expect(words).toHaveLength(4);
    expect(await world.personOf(await world.withCard(` ${words.join('-').toUpperCase()} `))).toMatchObject({
      id: aled.id,
    });
    expect(await world.withCard(words.join(' '))).toEqual({ ok: false, reason: 'wrong' });
    expect(await world.auditOf(aled.id)).toEqual(['customer.card_issued', 'customer.card_used']);
    expect(await world.signIns(aled.id)).toEqual([['card', 'Chrome, Android']]);
    const kept = await database.db.read((q) => q.select().from(q.tables.signInCards));
    expect(kept.filter((card) => words.some((word) => JSON.stringify(card).includes(`"${word}`)))).toEqual([]);
  });

  it('is a card of Welsh words, with or without their accents', async () => {
    await database.db.write((q) => q.update(q.tables.customers).set({ language: 'cy' }));
    const words = (await world.aCard()).join(' ');
    expect(await world.withCard(words.normalize('NFD').replace(/\p{Mark}/gu, ''))).toMatchObject({ ok: true });
  });

  it('is a card for a day, and not one that was taken back or that another took the place of', async () => {
    const first = (await world.aCard()).join(' ');
    const second = (await world.aCard()).join(' ');
    expect(await world.withCard(first)).toEqual({ ok: false, reason: 'wrong' });
    await revokeCard(deps)({ staff: world.staff, customerId: aled.id });
    expect(await world.withCard(second)).toEqual({ ok: false, reason: 'wrong' });
    const third = (await world.aCard()).join(' ');
    expect((await viewCardDesk(deps)({ staff: world.staff, customerId: aled.id }))?.open?.by.firstName).toBe('Sioned');
    deps.clock.advance(DAY);
    expect((await viewCardDesk(deps)({ staff: world.staff, customerId: aled.id }))?.open).toBeNull();
    expect(await world.withCard(third)).toEqual({ ok: false, reason: 'wrong' });
  });

  it('is no card of another office’s customer', async () => {
    expect(await issueCard(deps)({ staff: world.elsewhere, customerId: aled.id })).toBeNull();
    expect(await viewCardDesk(deps)({ staff: world.elsewhere, customerId: aled.id })).toBeNull();
    const words = (await world.aCard()).join(' ');
    expect(await revokeCard(deps)({ staff: world.elsewhere, customerId: aled.id })).toBe(false);
    expect(await world.withCard(words)).toMatchObject({ ok: true });
  });

  it('is a card that nobody guesses: ten tries from an address', async () => {
    const words = (await world.aCard()).join(' ');
    expect(await world.withCard('')).toEqual({ ok: false, reason: 'empty' });
    for (let n = 0; n < 10; n += 1)
      expect(await world.withCard('one two three four')).toMatchObject({ reason: 'wrong' });
    expect(await world.withCard(words)).toEqual({
      ok: false,
      reason: 'too_many',
      retryAfterSeconds: expect.any(Number),
    });
  });

  const SESSION = 'the session of a browser';
  const added = async (id: string, customerId = aled.id) => {
    await askForNewPasskey(deps)({ customerId, sessionCookie: SESSION });
    const answer = JSON.stringify({ id, response: { challenge: 'to create' } });
    return addPasskey(deps)({ customerId, sessionCookie: SESSION, answer, name: 'Chrome, Android', requestId: 'r' });
  };
  const signed = (id: string, counter: number, browserSecret = world.browser) =>
    signInWithPasskey(deps)({
      ...{ answer: JSON.stringify({ id, response: { challenge: 'to sign', counter } }), browserSecret },
      ...{ address: world.address, ...arrival },
    });
  const asked = (browserSecret = world.browser) => askForPasskey(deps)({ browserSecret, address: world.address });

  it('is a passkey: each question once, in the browser that was asked, within five minutes; the count goes on', async () => {
    const id = `key-${world.number}`;
    expect(await added(id)).toEqual({ ok: true });
    expect(await signed(id, 2)).toEqual({ ok: false, reason: 'wrong' });
    await asked();
    expect(await signed(id, 2, 'another browser')).toEqual({ ok: false, reason: 'wrong' });
    expect(await world.personOf(await signed(id, 2))).toMatchObject({ id: aled.id });
    expect(await signed(id, 3)).toEqual({ ok: false, reason: 'wrong' });
    await asked();
    // A copy of it, which has counted from before.
    expect(await signed(id, 2)).toEqual({ ok: false, reason: 'wrong' });
    await asked();
    deps.clock.advance(5 * MINUTE);
    expect(await signed(id, 3)).toEqual({ ok: false, reason: 'wrong' });
    await asked();
    expect(await signed(id, 3)).toMatchObject({ ok: true });
    expect(await world.signIns(aled.id)).toEqual(Array(2).fill(['passkey', 'Chrome, Android']));
  });

  it('is a passkey that is one’s own to add, rename and remove', async () => {
    const id = `key-${world.number}`;
    const nia = await aCustomer(deps, world.owner, { firstName: 'Nia' });
    await added(id);
    expect(await added(id, nia.id)).toEqual({ ok: false, reason: 'taken' });
    for (const [customerId, ok] of [
      [nia.id, false],
      [aled.id, true],
    ] as const)
      // prettier-ignore
      expect((await renamePasskey(deps)({ customerId, id, name: ' My  phone ' })).ok).toBe(ok);
    expect(await renamePasskey(deps)({ customerId: aled.id, id, name: ' ' })).toMatchObject({ reason: 'empty' });
    expect(await removePasskey(deps)({ customerId: nia.id, id, requestId: 'r' })).toBe(false);
    const { passkeys } = await viewSignInMethods(deps)({ customerId: aled.id, cookie: '' });
    expect(passkeys.map(({ name }) => name)).toEqual(['My phone']);
    expect(await removePasskey(deps)({ customerId: aled.id, id, requestId: 'r' })).toBe(true);
    expect(await removePasskey(deps)({ customerId: aled.id, id, requestId: 'r' })).toBe(false);
    await asked();
    expect(await signed(id, 9)).toEqual({ ok: false, reason: 'wrong' });
    expect((await world.messagesTo(aled.id)).map(({ body }) => body)).toEqual([
      expect.stringContaining('has a new passkey'),
      expect.stringContaining('a passkey of your Waymark account is gone'),
    ]);
    expect(await world.auditOf(aled.id)).toEqual(['customer.passkey_added', 'customer.passkey_removed']);
  });

  it('is forgotten in time: cards and questions when they run out, sign-ins after thirteen months', async () => {
    await world.withCard((await world.aCard()).join(' '));
    await asked();
    deps.clock.advance(DAY + HOUR);
    await forgetEndedSessions(deps)();
    const left = () =>
      database.db.read(async (q) => ({
        cards: (await q.select().from(q.tables.signInCards)).filter((one) => one.customerId === aled.id).length,
        questions: (await q.select().from(q.tables.passkeyChallenges)).length,
        records: (await q.select().from(q.tables.signInRecords)).filter((one) => one.customerId === aled.id).length,
      }));
    expect(await left()).toEqual({ cards: 0, questions: 0, records: 1 });
    deps.clock.advance(396 * DAY);
    await forgetEndedSessions(deps)();
    expect(await left()).toEqual({ cards: 0, questions: 0, records: 0 });
  });
});

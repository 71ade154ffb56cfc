import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { checkSignInCode } from '~/services/check-sign-in-code.server';
import { callWithSignInCode, sendSignInCode } from '~/services/send-sign-in-code.server';
import { removePassword } from '~/services/set-password.server';
import { endOtherSessions, viewSignInMethods } from '~/services/view-sign-in-methods.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { aCustomer } from '../support/factories';
import { arrival, aSignInWorld, PASSWORD, type SignInWorld } from '../support/sign-in-world';

describeOnBothDatabases('another way to sign in', (dialect) => {
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

  it('is a code by call to a landline that is one person’s alone, although nobody could verify it', async () => {
    expect(await sendSignInCode(deps)({ contact: world.landline, ...world.visitor() })).toEqual({
      ok: true,
      by: 'call',
    });
    const [message] = await world.messagesTo(aled.id);
    expect(message).toMatchObject({ purpose: 'sign_in_code', channel: 'voice' });
    const code = message!.body.replace(/\D/g, '').slice(0, 6);
    const result = await checkSignInCode(deps)({ code, ...world.visitor(), ...arrival });
    expect(result).toMatchObject({ ok: true, customerId: aled.id });
    expect(await world.signIns(aled.id)).toEqual([['call', 'Chrome, Android']]);
  });

  it.each([
    ['that two people have', async () => void (await aCustomer(deps, world.owner, { landline: world.landline }))],
    ['of somebody whose messages others may see', async () => void (await change({ discreet: true }))],
    ['of somebody to whom nothing may be sent', async () => void (await change({ noMessages: true }))],
    ['that somebody has added by themselves and nobody has checked', addedByThemselves],
  ])('is no call to a landline %s, and the answer is the same', async (_what, make) => {
    await make();
    expect(await sendSignInCode(deps)({ contact: world.landline, ...world.visitor() })).toEqual({
      ok: true,
      by: 'call',
    });
    expect(await world.messagesTo(aled.id)).toEqual([]);
  });

  async function addedByThemselves(): Promise<void> {
    const { contactPoints } = database.db.tables;
    await database.db.write((q) =>
      q.update(contactPoints).set({ health: 'unchecked' }).where(eq(contactPoints.kind, 'landline')),
    );
  }

  async function change(fields: { discreet?: boolean; noMessages?: boolean; knownAs?: string }) {
    await database.db.write((q) => q.update(q.tables.customers).set(fields));
  }

  it('is a call to the mobile to which the text did not come; the new code counts, and it is one of three an hour', async () => {
    await sendSignInCode(deps)({ contact: world.mobile, ...world.visitor() });
    deps.clock.advance(1);
    expect(await callWithSignInCode(deps)(world.visitor())).toEqual({ ok: true });
    deps.clock.advance(1);
    const [, call] = await world.messagesTo(aled.id);
    expect(call).toMatchObject({ channel: 'voice' });
    const code = call!.body.replace(/\D/g, '').slice(0, 6);
    expect(await callWithSignInCode(deps)(world.visitor())).toEqual({ ok: true });
    expect(await callWithSignInCode(deps)(world.visitor())).toEqual({ ok: false, reason: 'too_many' });
    const newest = (await world.messagesTo(aled.id)).at(-1)!.body.replace(/\D/g, '').slice(0, 6);
    if (newest !== code)
      expect(await checkSignInCode(deps)({ code, ...world.visitor(), ...arrival })).toMatchObject({ reason: 'wrong' });
    expect(await checkSignInCode(deps)({ code: newest, ...world.visitor(), ...arrival })).toMatchObject({ ok: true });
  });

  it('is a call that is asked for alike by whoever nobody knows; without a code asked for before, it is not', async () => {
    await sendSignInCode(deps)({ contact: '07700 900999', ...world.visitor('stranger') });
    expect(await callWithSignInCode(deps)(world.visitor('stranger'))).toEqual({ ok: true });
    expect(await callWithSignInCode(deps)(world.visitor('nobody'))).toEqual({ ok: false, reason: 'expired' });
  });

  it('is a password, with any number or address on record; setting and removing it is told and on record', async () => {
    expect(await world.withPassword(PASSWORD)).toEqual({ ok: false, reason: 'wrong' });
    expect(await world.setTo(PASSWORD)).toEqual({ ok: true });
    for (const contact of [world.mobile, world.landline])
      expect(await world.personOf(await world.withPassword(PASSWORD, contact))).toMatchObject({ id: aled.id });
    expect(await world.withPassword('three damp otter')).toEqual({ ok: false, reason: 'wrong' });
    expect(await world.setTo('four damp badgers')).toEqual({ ok: true });
    expect(await world.withPassword(PASSWORD)).toEqual({ ok: false, reason: 'wrong' });
    await removePassword(deps)({ customerId: aled.id, requestId: 'request' });
    await removePassword(deps)({ customerId: aled.id, requestId: 'request' });
    expect(await world.withPassword('four damp badgers')).toEqual({ ok: false, reason: 'wrong' });
    expect((await world.messagesTo(aled.id)).map(({ purpose, body }) => [purpose, body])).toEqual([
      ['access', 'Hi Aled, your Waymark account now has a password. Was that not you? Call 01632 960100'],
      ['access', 'Hi Aled, the password of your Waymark account has changed. Was that not you? Call 01632 960100'],
      ['access', 'Hi Aled, the password of your Waymark account is gone. Was that not you? Call 01632 960100'],
    ]);
    expect(await world.auditOf(aled.id)).toEqual([
      'customer.password_set',
      'customer.password_changed',
      'customer.password_removed',
    ]);
    expect(await world.signIns(aled.id)).toEqual([
      ['password', 'Chrome, Android'],
      ['password', 'Chrome, Android'],
    ]);
  });

  it('names no service and no password to somebody whose messages others may see', async () => {
    await change({ discreet: true });
    await world.setTo(PASSWORD);
    const [notice] = await world.messagesTo(aled.id);
    expect(notice!.body).toBe('Hi Aled, something has changed in how you sign in. Was that not you? Call 01632 960100');
  });

  it.each([
    ['', 'empty'],
    ['short', 'too_short'],
    ['x'.repeat(201), 'too_long'],
    ['password1234', 'common'],
    ['Aled Hughes 1', 'common'],
  ])('is no password like "%s"', async (password, reason) => {
    expect(await world.setTo(password)).toEqual({ ok: false, reason });
  });

  it('is no password with their own number in it, and none while four are being checked', async () => {
    expect(await world.setTo(`0${world.mobile.slice(-10)}1`)).toEqual({ ok: false, reason: 'common' });
    await world.setTo(PASSWORD);
    const answers = await Promise.all(Array.from({ length: 8 }, () => world.withPassword(PASSWORD)));
    const busy = answers.filter((answer) => !answer.ok && answer.reason === 'busy');
    expect(busy.length).toBeGreaterThan(0);
    expect(answers.filter(({ ok }) => ok).length).toBe(8 - busy.length);
    const sets = await Promise.all(Array.from({ length: 8 }, () => world.setTo(PASSWORD)));
    expect(sets.some((set) => !set.ok && set.reason === 'busy')).toBe(true);
  });

  it('is a password of each of two who share a number, which gets no codes', async () => {
    const nia = await aCustomer(deps, world.owner, { mobile: world.mobile, firstName: 'Nia', lastName: 'Owen' });
    await world.setTo(PASSWORD);
    await world.setTo('gwell hwyr na hwyrach', nia.id);
    expect(await world.personOf(await world.withPassword(PASSWORD))).toMatchObject({ id: aled.id });
    expect(await world.personOf(await world.withPassword('gwell hwyr na hwyrach'))).toMatchObject({ id: nia.id });
    expect(await viewSignInMethods(deps)({ customerId: aled.id, cookie: '' })).toMatchObject({ shared: true });
  });

  it('is limited by account, known or not, and says when to come back', async () => {
    for (const contact of [world.mobile, '07700 900998']) {
      for (let n = 0; n < 10; n += 1)
        expect(await world.withPassword('not the password', contact)).toEqual({ ok: false, reason: 'wrong' });
      expect(await world.withPassword(PASSWORD, contact)).toEqual({
        ok: false,
        reason: 'too_many',
        retryAfterSeconds: expect.any(Number),
      });
    }
  });

  it('ends all other sessions of theirs when they say so, and nobody else’s', async () => {
    await world.setTo(PASSWORD);
    const [here, there] = [await world.withPassword(PASSWORD), await world.withPassword(PASSWORD)];
    const cookie = here.ok ? here.cookie : '';
    const nia = await aCustomer(deps, world.owner, { mobile: '+447700900997' });
    await world.setTo('gwell hwyr na hwyrach', nia.id);
    const hers = await world.withPassword('gwell hwyr na hwyrach', '+447700900997');
    expect(await viewSignInMethods(deps)({ customerId: aled.id, cookie })).toMatchObject({ elsewhere: 1 });
    expect(await endOtherSessions(deps)({ customerId: aled.id, cookie })).toBe(1);
    expect(await endOtherSessions(deps)({ customerId: aled.id, cookie })).toBe(0);
    expect(await world.personOf(there)).toBeNull();
    expect(await world.personOf(here)).toMatchObject({ id: aled.id, signedInAt: deps.clock.now() });
    expect(await world.personOf(hers)).toMatchObject({ id: nia.id });
  });

  it('hints at numbers, and not even that where others may look', async () => {
    const { codes } = await viewSignInMethods(deps)({ customerId: aled.id, cookie: '' });
    expect(codes).toEqual([
      { by: 'text', hint: { kind: 'number', ending: world.mobile.slice(-3) } },
      { by: 'call', hint: { kind: 'number', ending: world.landline.slice(-3) } },
    ]);
    await change({ discreet: true });
    expect((await viewSignInMethods(deps)({ customerId: aled.id, cookie: '' })).codes).toEqual([
      { by: 'text', hint: null },
    ]);
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import { checkSignInCode } from '~/services/check-sign-in-code.server';
import type { Deps } from '~/services/deps';
import { forgetEndedSessions } from '~/services/forget-ended-sessions.server';
import { sendSignInCode } from '~/services/send-sign-in-code.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aContactPoint, aCustomer, aMemberOfStaff, anOffice } from '../support/factories';
import type { FakeClock } from '../support/fake-clock';

const MOBILE = '+447700900123';

describeOnBothDatabases('signing in with a code', (dialect) => {
  let database: TestDatabase;
  let deps: Deps & { clock: FakeClock };
  let customer: Awaited<ReturnType<typeof aCustomer>>;
  let owner: { officeId: string; adviserId: string };

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    const office = await anOffice(deps);
    owner = { officeId: office.id, adviserId: (await aMemberOfStaff(deps, office.id)).id };
    customer = await aCustomer(deps, owner, { mobile: MOBILE, language: 'cy' });
  });
  afterEach(() => database.drop());

  const ask = (contact: string, browserSecret = 'browser-one', address = '192.0.2.1') =>
    sendSignInCode(deps)({ contact, browserSecret, address, language: null, requestId: 'request' });
  const type = (code: string, browserSecret = 'browser-one') =>
    checkSignInCode(deps)({
      code,
      browserSecret,
      address: '192.0.2.1',
      previousCookie: null,
      device: 'Chrome, Android',
    });

  async function sent() {
    const rows = await database.db.read(async (q) => q.select().from(q.tables.messages).orderBy(q.tables.messages.id));
    return rows.map((row) => ({
      purpose: row.purpose,
      channel: row.channel,
      recipient: deps.vault.open(row.recipient!),
      code: /\d{6}/.exec(deps.vault.open(row.body!))![0],
      sendBy: row.sendBy,
      language: row.language,
    }));
  }
  const newestCode = async () => (await sent()).at(-1)!.code;
  const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');

  it('sends a code to a mobile however it is typed, in the language on record, and the code signs in', async () => {
    expect(await ask(' 07700 900 123 ')).toMatchObject({ ok: true });
    const [message] = await sent();
    expect(message).toMatchObject({ purpose: 'sign_in_code', channel: 'sms', recipient: MOBILE, language: 'cy' });
    expect(message!.sendBy).toBe(deps.clock.now() + 10 * MINUTE);
    expect(await type(message!.code)).toMatchObject({ ok: true, customerId: customer.id });
  });

  it('sends a code to the email address on record, in whatever case it is typed', async () => {
    await aContactPoint(deps, customer.id, 'email', 'aled@post.example');
    await ask('Aled@Post.example');
    expect(await sent()).toMatchObject([{ channel: 'email', recipient: 'aled@post.example' }]);
  });

  it('accepts a code once', async () => {
    await ask(MOBILE);
    const code = await newestCode();
    await type(code);
    expect(await type(code)).toEqual({ ok: false, reason: 'expired' });
  });

  it('accepts a code only in the browser that asked', async () => {
    await ask(MOBILE);
    expect(await type(await newestCode(), 'browser-two')).toEqual({ ok: false, reason: 'expired' });
  });

  it('accepts a code for ten minutes', async () => {
    await ask(MOBILE);
    deps.clock.advance(10 * MINUTE);
    expect(await type(await newestCode())).toEqual({ ok: false, reason: 'expired' });
  });

  it('accepts only the newest code, and signing in ends the others of that contact', async () => {
    await ask(MOBILE);
    const first = await newestCode();
    deps.clock.advance(1);
    await ask(MOBILE);
    deps.clock.advance(1);
    await ask(MOBILE, 'browser-two');
    const [, second, third] = (await sent()).map((message) => message.code);
    if (first !== second) expect(await type(first)).toMatchObject({ ok: false, reason: 'wrong' });
    expect(await type(second!)).toMatchObject({ ok: true });
    expect(await type(third!, 'browser-two')).toEqual({ ok: false, reason: 'expired' });
  });

  it('counts down five tries, and then even the right code is refused', async () => {
    await ask(MOBILE);
    const code = await newestCode();
    const wrong = wrongFor(code);
    for (const triesLeft of [4, 3, 2, 1]) expect(await type(wrong)).toEqual({ ok: false, reason: 'wrong', triesLeft });
    expect(await type(wrong)).toEqual({ ok: false, reason: 'used_up' });
    expect(await type(code)).toEqual({ ok: false, reason: 'used_up' });
  });

  it('counts tries that come at the same time', async () => {
    await ask(MOBILE);
    const code = await newestCode();
    const answers = await Promise.all(Array.from({ length: 12 }, () => type(wrongFor(code))));
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'wrong')).toHaveLength(4);
  });

  it('sends three codes an hour to one contact, from wherever they are asked for', async () => {
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
      expect(await ask(MOBILE, 'browser', address)).toMatchObject({ ok: true });
    }
    expect(await ask(MOBILE, 'browser', '192.0.2.4')).toEqual({ ok: false, reason: 'too_many' });
    expect(await sent()).toHaveLength(3);
  });

  it('says the same of somebody unknown, sends nothing, and counts their tries and codes alike', async () => {
    const stranger = '07700 900999';
    expect(await ask(stranger)).toMatchObject({ ok: true });
    for (const triesLeft of [4, 3, 2, 1])
      expect(await type('123456')).toEqual({ ok: false, reason: 'wrong', triesLeft });
    expect(await type('123456')).toEqual({ ok: false, reason: 'used_up' });
    await ask(stranger);
    await ask(stranger);
    expect(await ask(stranger)).toEqual({ ok: false, reason: 'too_many' });
    expect(await sent()).toEqual([]);
  });

  it('sends nothing to a number that two customers share', async () => {
    await aCustomer(deps, owner, { mobile: MOBILE });
    expect(await ask(MOBILE)).toMatchObject({ ok: true });
    expect(await sent()).toEqual([]);
  });

  it('sends nothing to a number that somebody else has now', async () => {
    await aContactPoint(deps, customer.id, 'mobile', '+447700900457', { health: 'dead' });
    expect(await ask('07700 900457')).toMatchObject({ ok: true });
    expect(await sent()).toEqual([]);
  });

  it('sends nothing to a number that was never verified', async () => {
    await aContactPoint(deps, customer.id, 'mobile', '+447700900456', { verifiedAt: null });
    expect(await ask('07700 900456')).toMatchObject({ ok: true });
    expect(await sent()).toEqual([]);
  });

  it.each([
    ['nothing', '  ', 'empty'],
    ['a word', 'hello', 'not_a_contact'],
    ['half an email address', 'aled@', 'not_a_contact'],
    ['a landline, where nothing can call', '01632 960001', 'landline'],
  ])('says what is wrong with %s', async (_what, typed, reason) => {
    expect(await ask(typed)).toEqual({ ok: false, reason });
  });

  it('forgets codes that have run out, and no others', async () => {
    await ask(MOBILE);
    deps.clock.advance(9 * MINUTE);
    await ask('07700 900999', 'browser-two');
    deps.clock.advance(2 * MINUTE);
    await forgetEndedSessions(deps)();
    const left = await database.db.read(async (q) => q.select().from(q.tables.signInCodes));
    expect(left.map((code) => code.browserHash)).toEqual([deps.vault.hashSecret('browser-two')]);
  });

  it('keeps neither the code nor the contact readable', async () => {
    await ask(MOBILE);
    const code = await newestCode();
    const kept = await database.db.read(async (q) => [
      await q.select().from(q.tables.signInCodes),
      await q.select().from(q.tables.messages),
    ]);
    expect(JSON.stringify(kept)).not.toContain(code);
    expect(JSON.stringify(kept)).not.toContain('7700900123');
  });
});

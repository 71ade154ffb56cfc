import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '~/domain/clock';
import { sendDue } from '~/services/send-due.server';
import { bareBuild } from '../support/bare-build';
import { PUBLIC_URL, startBarePortal, type BarePortal } from '../support/bare-portal';
import { anEngine, type TestEngine } from '../support/engine';
import { answerPhone } from '../support/phone-call';
import { ACCOUNT, startTwilioServer, type TwilioServer } from '../support/twilio-server';

const OPENING =
  'Hello. You asked us for a code. To hear it, press 1. If you did not ask for a code, press 2. To get no more calls like this, press 3.';

let twilio: TwilioServer;
let bare: BarePortal;
let engine: TestEngine;
let portal: { url: string; publicUrl: string };
let numbers = 700;

beforeAll(async () => {
  twilio = await startTwilioServer();
  const settings = {
    ...{ SMS_PROVIDER: 'twilio', TWILIO_ACCOUNT_SID: ACCOUNT.accountSid, TWILIO_AUTH_TOKEN: ACCOUNT.authToken },
    ...{ TWILIO_FROM: '+441632960999', TWILIO_API_BASE_URL: twilio.url },
  };
  bare = await startBarePortal({ build: bareBuild(), settings });
  portal = { url: `http://127.0.0.1:${bare.port}`, publicUrl: PUBLIC_URL };
});
afterAll(async () => {
  expect(twilio.mistakes).toEqual([]);
  await bare.close();
  await twilio.close();
});
beforeEach(async () => void (engine = await anEngine({ db: bare.composition.db } as never)));

const visitor = (browserSecret: string) => ({
  ...{ browserSecret, address: '192.0.2.1', language: null, requestId: 'request' },
});

/** Somebody asks for a code at a landline of theirs, and it rings. */
async function aRingingPhone(fields: Parameters<TestEngine['customer']>[0] = {}) {
  const landline = `+441632960${(numbers += 1)}`;
  const browser = `browser-${numbers}`;
  const { id: customerId } = await engine.customer({ landline, ...fields });
  const before = twilio.calls.length;
  const asked = await bare.composition.services.sendSignInCode({ contact: landline, ...visitor(browser) });
  expect(asked).toEqual({ ok: true, by: 'call' });
  bare.clock.advance(10 * SECOND);
  while (await sendDue(bare.composition.deps)('worker-1'));
  const call = twilio.calls.slice(before).find(({ to }) => to === landline)!;
  const [message] = await bare.composition.db.read((q) =>
    q.select().from(q.tables.messages).where(eq(q.tables.messages.customerId, customerId)),
  );
  return { customerId, landline, browser, message: message!, phone: answerPhone(portal, call) };
}

const type = (code: string, browserSecret: string) =>
  bare.composition.services.checkSignInCode({
    ...{ code, browserSecret, address: '192.0.2.1', previousCookie: null, device: '' },
  });
const digitsIn = (said: string) => (said.match(/\b\d\b/g) ?? []).slice(0, 6).join('');
const statusOf = async (id: string) => (await engine.row(id)).status;

describe('a call with a sign-in code', () => {
  it('says the six digits apart, twice, after a key; the code signs in, and the sign-in is one by call', async () => {
    const { phone, message, customerId, browser } = await aRingingPhone();
    expect(await phone.answer()).toMatchObject({ said: OPENING, listens: true });
    const told = await phone.press('1');
    const code = digitsIn(told.said);
    const apart = [...code].join(' ');
    expect(told.said).toBe(
      `Your code is: ${apart} Once more: ${apart} It works for 10 minutes. To hear it again, press 9.`,
    );
    // Each digit is said by itself.
    expect(told.voices).toEqual(Array(16).fill('en-GB Polly.Amy'));
    expect(await phone.press('9')).toEqual(told);
    expect(await phone.press('')).toMatchObject({ said: 'Goodbye.', listens: false });
    await phone.report('completed');
    expect(await statusOf(message.id)).toBe('delivered');
    expect(await type(code, browser)).toMatchObject({ ok: true, customerId });
    const records = await bare.composition.db.read((q) => q.select().from(q.tables.signInRecords));
    expect(records.find((one) => one.customerId === customerId)).toMatchObject({ way: 'call' });
  });

  it('speaks Welsh to whoever has chosen it', async () => {
    const { phone } = await aRingingPhone({ language: 'cy' });
    expect(await phone.answer()).toMatchObject({ voices: Array(2).fill('cy-GB Polly.Gwyneth') });
    expect((await phone.press('1')).said).toMatch(/^Eich cod yw: (\d ){6}Unwaith eto: (\d ){6}/);
  });

  it('tells a machine neither the code, nor who asked, nor who calls', async () => {
    const { phone, message } = await aRingingPhone();
    const heard = [await phone.answer(), await phone.press(''), await phone.press('')];
    expect(heard.map(({ listens }) => listens)).toEqual([true, true, false]);
    expect(heard.map(({ said }) => said)).toEqual([OPENING, OPENING, 'Goodbye.']);
    expect(heard.map(({ said }) => said).join(' ')).not.toMatch(/Aled|Waymark|Jobcentre|\d{2}/);
    await phone.report('completed');
    expect(await engine.row(message.id)).toMatchObject({ status: 'undelivered', reason: 'not_reached:voicemail' });
    // Whoever wants another one asks for it: nothing rings by itself.
    bare.clock.advance(5 * MINUTE);
    while (await sendDue(bare.composition.deps)('worker-1'));
    expect(twilio.calls.filter(({ to }) => to === engine.deps.vault.open(message.recipient!))).toHaveLength(1);
  });

  it('that nobody asked for ends the code, and says nothing against the number', async () => {
    const { phone, message, browser, customerId } = await aRingingPhone();
    const code = digitsIn(engine.deps.vault.open(message.body!));
    await phone.answer();
    expect((await phone.press('2')).said).toContain('does not work any more');
    await phone.report('completed');
    expect(await type(code, browser)).toEqual({ ok: false, reason: 'expired' });
    const points = await bare.composition.db.read((q) =>
      q.select().from(q.tables.contactPoints).where(eq(q.tables.contactPoints.customerId, customerId)),
    );
    expect(points.map(({ health }) => health)).toEqual(['untried']);
  });

  it('can be the last one to that number', async () => {
    const { phone, landline, browser } = await aRingingPhone();
    await phone.answer();
    expect((await phone.press('3')).said).toContain('no more calls like this');
    const before = twilio.calls.length;
    await bare.composition.services.callWithSignInCode(visitor(browser));
    bare.clock.advance(10 * SECOND);
    while (await sendDue(bare.composition.deps)('worker-1'));
    expect(twilio.calls.slice(before).filter(({ to }) => to === landline)).toEqual([]);
  });

  it('does not say a code that has run out', async () => {
    const { phone } = await aRingingPhone();
    await phone.answer();
    bare.clock.advance(11 * MINUTE);
    const told = await phone.press('1');
    expect(told.said).toContain('You can ask for a new one');
    expect(told.said).not.toMatch(/\d/);
  });
});

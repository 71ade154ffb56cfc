import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import twilio from 'twilio';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY } from '~/domain/clock';
import { PUBLIC_URL, startBarePortal, type BarePortal } from '../support/bare-portal';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';

const MOBILE = '+447700900987';
const AUTH_TOKEN = 'the-signing-key';
/** Everything personal or secret that this test sends or keeps; the log may hold none of it. */
const MARKS = [
  /7700\s?900\s?987/,
  /quillfeather/i,
  /zebedee/i,
  /marked[ +.@]/i,
  /424242/,
  /correct.horse/,
  /192\.0\.2\.99/,
  /Gecko/,
  /LL57|1ZZ/i,
];

let portal: BarePortal;
let secrets: string[];
const headers = { 'user-agent': 'Marked Gecko/1', 'x-forwarded-for': '192.0.2.99', referer: 'https://marked.example/' };

beforeAll(async () => {
  const entry = join(process.cwd(), 'build', 'server', 'index.js');
  if (!existsSync(entry)) throw new Error('There is no build. Run `npm run build` first.');
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
  portal = await startBarePortal({
    build,
    settings: {
      TRUST_PROXY: '1',
      SMS_PROVIDER: 'twilio',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: AUTH_TOKEN,
      TWILIO_FROM: '+447700900000',
    },
  });
  secrets = [];
});
afterAll(() => portal.close());

async function aRecord() {
  const { deps } = portal.composition;
  const office = await anOffice(deps);
  const adviser = await aMemberOfStaff(deps, office.id, { email: 'marked.adviser@waymark.example' });
  const owner = { officeId: office.id, adviserId: adviser.id };
  const who = { firstName: 'Zebedee', lastName: 'Quillfeather', mobile: MOBILE, email: 'marked.person@mail.example' };
  const customer = await aCustomer(deps, owner, who);
  const startsAt = deps.clock.now() + 2 * DAY;
  const appointment = await anAppointment(deps, { ...owner, customerId: customer.id }, { startsAt });
  const token = deps.vault.linkToken(appointment.id, 1);
  const link = { tokenHash: deps.vault.hashSecret(token), appointmentId: appointment.id, appointmentVersion: 1 };
  await deps.db.write((q) => q.insert(q.tables.appointmentLinks).values({ ...link, createdAt: deps.clock.now() }));
  return { customer, appointment, token };
}

async function webhook(path: string, params: Record<string, string>, sign = true) {
  const signature = twilio.getExpectedTwilioSignature(AUTH_TOKEN, PUBLIC_URL + path, params);
  return portal.ask({
    method: 'POST',
    path,
    headers: {
      ...headers,
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': sign ? signature : 'forged',
    },
    body: new URLSearchParams(params).toString(),
  });
}

it('holds nothing personal and no secret, whatever comes in and whatever breaks', async () => {
  const { customer, token } = await aRecord();
  secrets.push(token);

  // Signing in, as a customer and as staff.
  const asked = await portal.post('/sign-in', `contact=${encodeURIComponent(MOBILE)}&marked=marked.value`, headers);
  expect(asked.status).toBe(303);
  const browser = String(asked.headers['set-cookie']?.[0]).split(';')[0]!;
  secrets.push(browser.split('=')[1]!);
  const signedIn = { ...headers, cookie: browser };
  expect((await portal.post('/sign-in/code', 'code=424242', signedIn)).status).toBe(422);
  expect((await portal.post('/sign-in', 'contact=marked.person%40mail.example', headers)).status).toBe(303);
  expect((await portal.post('/sign-in', 'contact=not+a+marked.number', headers)).status).toBe(422);
  const staff = 'email=marked.adviser%40waymark.example&password=correct-horse&code=424242';
  expect((await portal.post('/staff/sign-in', staff, headers)).status).toBe(422);

  // Home, and the link in a text message.
  const session = await portal.composition.services.startSession({ kind: 'customer', id: customer.id }, null);
  secrets.push(session);
  const cookie = `__Host-session=${session}`;
  const home = await portal.ask({ path: '/?search=marked.words', headers: { ...headers, cookie } });
  expect(home.status).toBe(200);
  // Where somebody looks for a work club: the rest of the postcode goes no further than the first answer.
  const near = await portal.ask({ path: '/clubs?near=LL57+1ZZ', headers });
  expect([near.status, near.headers.location]).toEqual([303, '/clubs?near=LL57']);
  expect((await portal.ask({ path: '/clubs?near=LL57', headers })).status).toBe(200);
  expect((await portal.ask({ path: `/a/${token}?from=marked.sms`, headers })).text).toContain('Zebedee');
  expect((await portal.ask({ path: `/a/${token}x`, headers })).status).toBe(404);
  expect((await portal.post(`/a/${token}/confirmation`, '', headers)).status).toBe(303);
  expect((await portal.ask({ path: `/no-such-page/${token}`, headers })).status).toBe(404);
  expect((await portal.ask({ path: `//${token}`, headers })).status).toBe(404);

  // What Twilio says, and what somebody else says in its name.
  const reply = { MessageSid: `SM${'1'.repeat(32)}`, From: MOBILE, Body: 'marked words from Quillfeather' };
  expect((await webhook('/webhooks/twilio/inbound', reply)).status).toBe(200);
  expect((await webhook('/webhooks/twilio/inbound', reply, false)).status).toBe(403);
  expect((await webhook('/webhooks/twilio/inbound', { ...reply, From: 'marked.person@mail.example' })).status).toBe(
    400,
  );
  const status = { MessageSid: `SM${'2'.repeat(32)}`, MessageStatus: 'delivered', To: MOBILE };
  expect((await webhook('/webhooks/twilio/status/018f0000-0000-7000-8000-000000000000', status)).status).toBeLessThan(
    500,
  );

  // The database breaks in the middle of it, with these values in its hands.
  portal.composition.db.sqlite!.exec('drop table sign_in_codes; alter table replies rename to gone');
  expect(
    (await portal.post('/sign-in', 'contact=07700+900987', { ...headers, 'x-forwarded-for': '192.0.2.99' })).status,
  ).toBe(500);
  expect((await webhook('/webhooks/twilio/inbound', { ...reply, MessageSid: `SM${'3'.repeat(32)}` })).status).toBe(503);

  const text = portal.log.join('');
  expect(text).toContain('"route":"/a/:token"');
  expect(text).toContain('"route":"/webhooks/twilio/inbound"');
  expect(text).toContain('a route failed');
  expect(text).toContain('sign_in_codes');
  for (const mark of MARKS) expect(text).not.toMatch(mark);
  for (const secret of secrets) expect(text).not.toContain(secret);
});

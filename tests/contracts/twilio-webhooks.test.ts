import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTwilioSignature } from '~/adapters/messaging/twilio-signature';
import { compose, type Composition } from '~/composition.server';
import { readConfig } from '~/config.server';
import { twilioWebhooks } from '~/http/twilio-webhooks.server';
import { newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { ACCOUNT, callWebhook } from '../support/twilio-server';

const PUBLIC_URL = 'https://waymark.example';
const SID = `SM${'0a'.repeat(16)}`;

describe("Twilio's webhooks", () => {
  let database: TestDatabase;
  let composition: Composition;
  let engine: TestEngine;
  let server: Server;
  let portal: { url: string; publicUrl: string };

  beforeAll(async () => {
    database = await newDatabase('sqlite');
    const env = {
      ...{ DATABASE_URL: database.url, PUBLIC_URL, DATA_KEY: '5a'.repeat(32), SMS_PROVIDER: 'twilio' },
      ...{ TWILIO_ACCOUNT_SID: ACCOUNT.accountSid, TWILIO_AUTH_TOKEN: ACCOUNT.authToken, TWILIO_FROM: '+441632960999' },
    };
    composition = compose(readConfig(env, 'test'), { name: 'test', log: pino({ level: 'silent' }) });
    server = createServer(express().use(twilioWebhooks(composition)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    portal = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, publicUrl: PUBLIC_URL };
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await composition.close();
    await database.drop();
  });
  beforeEach(async () => void (engine = await anEngine(database)));

  async function aSentMessage(mobile: string) {
    const { message } = await engine.due({ customerId: (await engine.customer({ mobile })).id });
    await engine.send();
    await database.db.write((q) => q.update(q.tables.messages).set({ providerId: null }));
    return message;
  }
  const rows = async (table: 'messageEvents' | 'replies') =>
    (await database.db.read((q) => q.select().from(q.tables[table]))).length;

  it('move the message that their address names', async () => {
    const { id } = await aSentMessage('+447700900201');
    const fields = { MessageSid: SID, MessageStatus: 'delivered', AccountSid: ACCOUNT.accountSid, To: '+447700900201' };
    const response = await callWebhook(portal, `/webhooks/twilio/status/${id}`, fields);
    expect(response.status).toBe(204);
    expect(await engine.row(id)).toMatchObject({ status: 'delivered', providerId: SID });
  });

  it.each([
    ['signed with another token', 'e'.repeat(32)],
    ['signed with nothing', ''],
  ])('are refused when %s, and leave no trace', async (_name, token) => {
    const { id } = await aSentMessage('+447700900202');
    const before = [await rows('messageEvents'), await rows('replies')];
    const status = { MessageSid: `SM${'0b'.repeat(16)}`, MessageStatus: 'delivered' };
    expect((await callWebhook(portal, `/webhooks/twilio/status/${id}`, status, token)).status).toBe(403);
    const inbound = { MessageSid: `SM${'0c'.repeat(16)}`, From: '+447700900202', Body: 'STOP' };
    expect((await callWebhook(portal, '/webhooks/twilio/inbound', inbound, token)).status).toBe(403);
    expect([await rows('messageEvents'), await rows('replies')]).toEqual(before);
    expect((await engine.row(id)).status).toBe('accepted');
  });

  it('are refused without a signature, with one for another address, or with a changed field', async () => {
    const path = '/webhooks/twilio/inbound';
    const fields = { MessageSid: SID, From: '+447700900203', Body: '1' };
    const form = { method: 'POST', body: new URLSearchParams(fields) };
    expect((await fetch(portal.url + path, form)).status).toBe(403);
    const elsewhere = { ...portal, publicUrl: 'https://elsewhere.example' };
    expect((await callWebhook(elsewhere, path, fields)).status).toBe(403);
    const twilio = await import('twilio');
    const signature = twilio.default.getExpectedTwilioSignature(ACCOUNT.authToken, PUBLIC_URL + path, fields);
    const changed = { ...form, body: new URLSearchParams({ ...fields, Body: '2' }) };
    const response = await fetch(portal.url + path, { ...changed, headers: { 'x-twilio-signature': signature } });
    expect(response.status).toBe(403);
    expect(await rows('replies')).toBe(0);
  });

  it('are nothing to wonder about when the message is unknown', async () => {
    const path = '/webhooks/twilio/status/0198f0aa-0000-7000-8000-000000000000';
    expect((await callWebhook(portal, path, { MessageSid: SID, MessageStatus: 'sent' })).status).toBe(204);
  });

  it.each([
    ['without an id', { MessageStatus: 'sent' }],
    ['with an id that is none', { MessageSid: 'SM1', MessageStatus: 'sent' }],
    ['without a status', { MessageSid: SID }],
  ])('are told when they are malformed: %s', async (_name, fields) => {
    const path = '/webhooks/twilio/status/0198f0aa-0000-7000-8000-000000000000';
    expect((await callWebhook(portal, path, fields as Record<string, string>)).status).toBe(400);
  });

  it('are refused when they are too large, and when they are not forms', async () => {
    const big = { MessageSid: SID, From: '+447700900204', Body: 'x'.repeat(70_000) };
    expect((await callWebhook(portal, '/webhooks/twilio/inbound', big)).status).toBe(413);
    const json = await fetch(`${portal.url}/webhooks/twilio/inbound`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"MessageSid":',
    });
    expect(json.status).toBe(403);
  });

  it('answer a reply with an empty script, so that Twilio says nothing by itself', async () => {
    await aSentMessage('+447700900205');
    const fields = { MessageSid: `SM${'0d'.repeat(16)}`, From: '+447700900205', Body: 'Iawn', NumMedia: '0' };
    const response = await callWebhook(portal, '/webhooks/twilio/inbound', fields);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/xml');
    expect(await response.text()).toBe('<Response/>');
    expect(await rows('replies')).toBe(1);
  });

  it('take a wrong number: nothing more goes to it but one sentence', async () => {
    await aSentMessage('+447700900206');
    const fields = { MessageSid: `SM${'0e'.repeat(16)}`, From: '+447700900206', Body: 'Sorry, wrong number!' };
    for (const attempt of [1, 2]) {
      expect([attempt, (await callWebhook(portal, '/webhooks/twilio/inbound', fields)).status]).toEqual([attempt, 200]);
    }
    const { points, answers } = await database.db.read(async (q) => ({
      points: await q.select().from(q.tables.contactPoints),
      answers: await q.select().from(q.tables.messages),
    }));
    const index = engine.deps.vault.index('+447700900206');
    expect(points.filter((point) => point.valueIndex === index).map(({ health }) => health)).toEqual(['dead']);
    expect(
      answers
        .filter((one) => one.purpose === 'reply' && one.recipientIndex === index)
        .map((one) => engine.deps.vault.open(one.body ?? '')),
    ).toEqual(["Sorry about that. We won't text this number again."]);
  });

  it('are never genuine where there is no token', () => {
    expect(createTwilioSignature('').isGenuine(PUBLIC_URL, 'anything', {})).toBe(false);
  });
});

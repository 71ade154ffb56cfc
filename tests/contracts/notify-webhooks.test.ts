import express from 'express';
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compose, type Composition } from '~/composition.server';
import { readConfig } from '~/config.server';
import { notifyWebhooks } from '~/http/notify-webhooks.server';
import { newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { fakeClock } from '../support/fake-clock';
import { callNotifyWebhook, inboundText, receiptOf } from '../support/notify-callbacks';
import { NOTIFY_KEY } from '../support/notify-token';
import { scriptedSender } from '../support/scripted-sender';

const TOKEN = 'told-to-notify-alone';
const NOBODY = {
  id: '740e5834-3a29-46b4-9a6f-16142fde533a',
  reference: '0198f0aa-0000-7000-8000-000000000000',
  to: '+447700900207',
  type: 'sms' as const,
  templateId: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
};

describe("GOV.UK Notify's webhooks", () => {
  let database: TestDatabase;
  let composition: Composition;
  let engine: TestEngine;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    database = await newDatabase('sqlite');
    const env = {
      ...{ DATABASE_URL: database.url, PUBLIC_URL: 'https://waymark.example', DATA_KEY: '5a'.repeat(32) },
      ...{ SMS_PROVIDER: 'notify', NOTIFY_API_KEY: NOTIFY_KEY, NOTIFY_CALLBACK_TOKEN: TOKEN },
    };
    composition = compose(readConfig(env, 'test'), {
      ...{ name: 'test', log: pino({ level: 'silent' }) },
      // The engine's own, or what it sent would be long past for the portal.
      clock: fakeClock(),
    });
    ({ server, url } = await listen(composition));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await composition.close();
    await database.drop();
  });
  beforeEach(async () => {
    const notify = { ...scriptedSender('sms'), provider: 'notify' as const };
    engine = await anEngine(database, { senders: [notify] });
  });

  async function listen(parts: Pick<Composition, 'services' | 'config' | 'log'>) {
    const listening = createServer(express().use(notifyWebhooks(parts)));
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    return { server: listening, url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}` };
  }
  /** A text that Notify has, and the receipt it would send. */
  async function aSentMessage(mobile: string) {
    const { message } = await engine.due({ customerId: (await engine.customer({ mobile })).id });
    await engine.send();
    const id = randomUUID();
    await database.db.write((q) => q.update(q.tables.messages).set({ providerId: null }));
    const sent = { id, reference: message.id, to: mobile, type: 'sms' as const, templateId: randomUUID() };
    return { id: message.id, providerId: id, receipt: (status: string) => receiptOf(sent, status) };
  }
  const statusOf = async (fields: unknown, token: string | null = TOKEN) =>
    (await callNotifyWebhook(url, fields, token)).status;
  const rows = async (table: 'messageEvents' | 'replies' | 'optOuts') =>
    (await database.db.read((q) => q.select().from(q.tables[table]))).length;

  it('move the message that their reference names', async () => {
    const { id, providerId, receipt } = await aSentMessage('+447700900201');
    expect(await statusOf(receipt('delivered'))).toBe(204);
    expect(await engine.row(id)).toMatchObject({ status: 'delivered', providerId, provider: 'notify' });
  });

  it.each([
    ['with another token', 'told-to-somebody-else'],
    ['with the beginning of it', TOKEN.slice(0, -1)],
    ['without one', null],
  ])('are refused %s, and leave no trace', async (_name, token) => {
    const { id, receipt } = await aSentMessage('+447700900202');
    const before = [await rows('messageEvents'), await rows('replies'), await rows('optOuts')];
    expect(await statusOf(receipt('delivered'), token)).toBe(403);
    const stop = inboundText({ id: randomUUID(), from: '447700900202', message: 'STOP' });
    expect(await statusOf(stop, token)).toBe(403);
    expect(await statusOf('{"id":', token)).toBe(403);
    expect([await rows('messageEvents'), await rows('replies'), await rows('optOuts')]).toEqual(before);
    expect((await engine.row(id)).status).toBe('accepted');
  });

  it('are refused where Notify is not in the settings, whatever token they bring', async () => {
    const config = readConfig({ DATABASE_URL: database.url }, 'test');
    const other = await listen({ ...composition, config });
    for (const token of [TOKEN, '', 'undefined', 'null'])
      expect((await callNotifyWebhook(other.url, {}, token)).status).toBe(403);
    await new Promise((resolve) => other.server.close(resolve));
  });

  it('change nothing when they come twice, ten times at once, or in the wrong order', async () => {
    const { id, receipt } = await aSentMessage('+447700900203');
    const answers = await Promise.all(Array.from({ length: 10 }, () => statusOf(receipt('delivered'))));
    expect(new Set(answers)).toEqual(new Set([204]));
    const after = await engine.events(id);
    expect(after.filter((status) => status === 'delivered')).toHaveLength(1);
    for (const late of ['sending', 'created', 'delivered', 'temporary-failure'])
      expect(await statusOf(receipt(late))).toBe(204);
    expect((await engine.row(id)).status).toBe('delivered');
  });

  it.each([
    ['permanent-failure', 'undelivered', 'person:permanent-failure'],
    ['temporary-failure', 'undelivered', 'undelivered:temporary-failure'],
    ['technical-failure', 'failed', 'later:technical-failure'],
  ])('that say %s are followed by another way to reach the person', async (word, status, reason) => {
    const { id, receipt } = await aSentMessage('+447700900204');
    expect(await statusOf(receipt(word))).toBe(204);
    expect(await statusOf(receipt(word))).toBe(204);
    const row = await engine.row(id);
    expect(row).toMatchObject({ status, reason, errorCode: word });
    expect(await engine.story(row.appointmentId!)).toHaveLength(2);
  });

  it('are nothing to wonder about when the message is not ours, or the word is a new one', async () => {
    const { id, receipt } = await aSentMessage('+447700900205');
    expect(await statusOf({ ...receipt('delivered'), reference: null })).toBe(204);
    expect(await statusOf({ ...receipt('delivered'), reference: 'a-batch-of-2026' })).toBe(204);
    expect(await statusOf({ ...receipt('handed-to-a-pigeon'), something_new: true })).toBe(204);
    expect((await engine.row(id)).status).toBe('accepted');
  });

  it('bring replies: kept once, and answered by what they mean', async () => {
    await aSentMessage('+447700900206');
    const stop = inboundText({ id: randomUUID(), from: '447700900206', message: 'Stop' });
    const before = [await rows('replies'), await rows('optOuts')];
    expect(await statusOf(stop)).toBe(204);
    expect(await statusOf(stop)).toBe(204);
    expect([await rows('replies'), await rows('optOuts')]).toEqual(before.map((count) => count + 1));
    const [optOut] = await database.db.read((q) => q.select().from(q.tables.optOuts));
    expect(optOut?.valueIndex).toBe(engine.deps.vault.index('+447700900206'));
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"id":'],
    ['a list', '[]'],
    ['an empty object', {}],
    ['an id that is none', { ...receiptOf({ ...NOBODY, id: 'one' }, 'delivered') }],
    ['no status', { ...receiptOf(NOBODY, 'delivered'), status: undefined }],
    ['a reference that is a number', { ...receiptOf(NOBODY, 'delivered'), reference: 7 }],
    ['a reference with a NUL', { ...receiptOf(NOBODY, 'delivered'), reference: 'a\u0000b' }],
    ['a text from nobody', { ...inboundText({ id: NOBODY.id, from: '', message: 'STOP' }) }],
    ['a text without words', { ...inboundText({ id: NOBODY.id, from: '447700900207', message: '' }), message: null }],
  ])('are told when they are malformed: %s', async (_name, fields) => {
    expect(await statusOf(fields)).toBe(400);
  });

  it('are refused when they are too large', async () => {
    expect(await statusOf(inboundText({ id: randomUUID(), from: '447700900208', message: 'x'.repeat(70_000) }))).toBe(
      413,
    );
  });

  it('are asked to come again when the database cannot be written', async () => {
    const broken = { receiveStatus: () => Promise.reject(new Error('disk full')) };
    const services = { ...composition.services, ...broken } as unknown as Composition['services'];
    const other = await listen({ ...composition, services });
    const response = await callNotifyWebhook(other.url, receiptOf(NOBODY, 'delivered'), TOKEN);
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('');
    await new Promise((resolve) => other.server.close(resolve));
  });
});

import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCalendarWriter } from '~/adapters/calendar';
import type { MessageSender, OutgoingMessage } from '~/adapters/messaging/sender';
import { createSmtp } from '~/adapters/messaging/smtp';
import { MINUTE } from '~/domain/clock';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server';

const ID = '0198f0aa-1111-7000-8000-000000000001';
const STARTS = Date.parse('2026-11-24T14:30:00Z');

describe('emails through SMTP', () => {
  let server: TestSmtpServer;
  let email: MessageSender;

  beforeEach(async () => {
    server = await startSmtpServer();
    email = createSmtp({ url: server.url, from: 'Waymark <no-reply@waymark.example>', deadlineMs: 600 });
  });
  afterEach(async () => {
    await email.close();
    await server.close();
  });

  function message(overrides: Partial<OutgoingMessage> = {}): OutgoingMessage {
    return {
      id: ID,
      recipient: 'sian@waymark.example',
      subject: 'You’re meeting Siôn tomorrow at 2:30pm',
      body: 'Hi Siân,\n\nYou’re meeting Siôn.\n\nhttps://waymark.example/a/7kD2',
      sendBy: STARTS,
      calendar: null,
      language: 'en',
      ...overrides,
    };
  }

  function calendar(cancelled = false) {
    return createCalendarWriter().write({
      ...{ uid: 'apt-1@waymark', sequence: 3, startsAt: STARTS, endsAt: STARTS + 30 * MINUTE, updatedAt: STARTS },
      ...{ title: 'Appointment', place: '1 High Street, Bangor', notes: 'https://waymark.example/a/7kD2', cancelled },
    });
  }

  it('arrive as they were written, with the attempt id in their Message-ID', async () => {
    const answer = await email.send(message());
    expect(answer).toEqual({ kind: 'accepted', providerId: `<${ID}@waymark.example>`, segments: null });
    const [got] = server.received;
    expect(got).toMatchObject({
      messageId: `<${ID}@waymark.example>`,
      subject: 'You’re meeting Siôn tomorrow at 2:30pm',
      from: { name: 'Waymark', address: 'no-reply@waymark.example' },
      to: [{ address: 'sian@waymark.example' }],
      attachments: [],
    });
    expect(got!.text!.trim()).toBe(message().body);
    expect(got!.headers).toContainEqual(expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }));
  });

  it('come back, if they must, to an address with the attempt id', async () => {
    await email.send(message());
    expect(server.envelopes[0]).toMatchObject({
      mailFrom: { address: `bounces+${ID}@waymark.example` },
      rcptTo: [{ address: 'sian@waymark.example', dsn: { notify: ['SUCCESS', 'FAILURE', 'DELAY'] } }],
      dsn: { ret: 'HDRS', envid: ID },
    });
  });

  it.each([
    [false, 'PUBLISH', 'CONFIRMED'],
    [true, 'CANCEL', 'CANCELLED'],
  ])('carry the calendar file, which reads back (cancelled: %s)', async (cancelled, method, status) => {
    await email.send(message({ calendar: calendar(cancelled) }));
    const [file] = server.received[0]!.attachments;
    expect(file).toMatchObject({ filename: 'appointment.ics', mimeType: 'text/calendar', method });
    const text = typeof file!.content === 'string' ? file!.content : new TextDecoder().decode(file!.content);
    const parsed = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const event = new ICAL.Event(parsed.getFirstSubcomponent('vevent')!);
    expect(parsed.getFirstPropertyValue('method')).toBe(method);
    expect(event.uid).toBe('apt-1@waymark');
    expect(event.sequence).toBe(3);
    expect(event.component.getFirstPropertyValue('status')).toBe(status);
    expect(event.startDate.toJSDate().getTime()).toBe(STARTS);
    expect(event.startDate.zone.tzid).toBe('UTC');
    expect(event.summary).toBe('Appointment');
  });

  it.each([
    ['a mailbox that is not there', 'rcpt', 550, '5.1.1 no such user', { kind: 'rejected', cause: 'person' }],
    ['a relay refused', 'rcpt', 554, '5.7.1 relay denied', { kind: 'rejected', cause: 'us' }],
    ['our sender refused', 'mail', 550, '5.1.8 bad sender', { kind: 'rejected', cause: 'us' }],
    ['our words refused', 'data', 554, '5.6.0 looks like spam', { kind: 'rejected', cause: 'us' }],
    ['a full mailbox', 'rcpt', 452, '4.2.2 full', { kind: 'try_later' }],
    ['greylisting', 'rcpt', 451, '4.7.1 later', { kind: 'try_later' }],
    ['a server that is busy after the message', 'data', 451, '4.3.0 later', { kind: 'try_later' }],
  ] as const)('say what they met: %s', async (_name, at, code, text, expected) => {
    server.fail({ at, code, text });
    expect(await email.send(message())).toMatchObject({ ...expected, code: String(code) });
    server.fail(null);
    expect(await email.send(message())).toMatchObject({ kind: 'accepted' });
  });

  it.each(['silence_after_data', 'reset_after_data'] as const)(
    'are unknown after %s, and are not sent a second time',
    async (at) => {
      server.fail({ at });
      expect(await email.send(message())).toMatchObject({ kind: 'unknown' });
      expect(server.received).toHaveLength(1);
    },
  );

  it('are tried later when nobody is listening', async () => {
    await server.close();
    expect(await email.send(message())).toMatchObject({ kind: 'try_later' });
  });

  it('cannot be asked about', async () => {
    expect(await email.reconcile(message(), STARTS)).toMatchObject({ kind: 'cannot_tell', ever: false });
  });
});

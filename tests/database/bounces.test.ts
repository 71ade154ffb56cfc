import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDeliveryReport } from '~/adapters/messaging/delivery-report';
import { createSmtp } from '~/adapters/messaging/smtp';
import { receiveBounce } from '~/services/receive-bounce.server';
import { bundledCommand } from '../support/bundled-command';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { deliveryMail } from '../support/delivery-mail';
import { anEngine, type TestEngine } from '../support/engine';
import { startSmtpServer, type TestSmtpServer } from '../support/smtp-server';

const OTHER = '0198f0aa-1111-7000-8000-000000000001';

describeOnBothDatabases('mails that come back', (dialect) => {
  let database: TestDatabase;
  let server: TestSmtpServer;
  let engine: TestEngine;
  let sent: { id: string; appointmentId: string; customerId: string; returnTo: string; messageId: string };

  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    server = await startSmtpServer();
    const smtp = createSmtp({ url: server.url, from: 'Waymark <no-reply@waymark.example>', deadlineMs: 2000 });
    engine.deps.senders = [smtp];
    const customerId = (await engine.customer({ email: 'aled@waymark.example' })).id;
    const { appointment, message } = await engine.due({ customerId });
    await engine.send();
    const { mailFrom } = server.envelopes[0]!;
    sent = {
      id: message.id,
      appointmentId: appointment.id,
      customerId,
      returnTo: (mailFrom as { address: string }).address,
      messageId: server.received[0]!.messageId!,
    };
  });
  afterEach(async () => {
    await Promise.all(engine.deps.senders.map((sender) => sender.close()));
    await server.close();
    await database.drop();
  });

  async function comesBack(mail: Partial<Parameters<typeof deliveryMail>[0]>) {
    const text = deliveryMail({ to: sent.returnTo, messageId: sent.messageId, ...mail });
    const report = await readDeliveryReport(Buffer.from(text));
    return receiveBounce(engine.deps)(report!);
  }
  const health = async () => {
    const { contactPoints } = engine.deps.db.tables;
    const [row] = await engine.deps.db.read((q) =>
      q.select().from(contactPoints).where(eq(contactPoints.customerId, sent.customerId)),
    );
    return row!.health;
  };

  it('because there is no such mailbox: the address is dead, and somebody phones', async () => {
    expect(await comesBack({})).toEqual({ ok: true, did: 'moved' });
    await engine.send();
    expect(await engine.row(sent.id)).toMatchObject({
      status: 'undelivered',
      reason: 'person:5.1.1',
      errorCode: '5.1.1',
    });
    expect(await health()).toBe('dead');
    expect(await engine.calls(sent.appointmentId)).toHaveLength(1);
    expect(await comesBack({})).toEqual({ ok: true, did: 'nothing_new' });
    await engine.send();
    expect(await engine.calls(sent.appointmentId)).toHaveLength(1);
  });

  it('because the mailbox is full: it did not arrive, and the address is not given up', async () => {
    await comesBack({ status: '5.2.2' });
    await engine.send();
    expect(await engine.row(sent.id)).toMatchObject({ status: 'undelivered', reason: 'undelivered:5.2.2' });
    expect(await health()).not.toBe('dead');
    expect(await engine.calls(sent.appointmentId)).toHaveLength(1);
  });

  it('because the server gave up trying', async () => {
    await comesBack({ status: '4.4.7' });
    expect(await engine.row(sent.id)).toMatchObject({ status: 'undelivered', reason: 'undelivered:4.4.7' });
  });

  it.each([
    ['delayed', '4.4.1'],
    ['relayed', '2.0.0'],
  ])('only %s: noted once, and nothing is done', async (action, status) => {
    expect(await comesBack({ action, status })).toEqual({ ok: true, did: 'noted' });
    expect(await comesBack({ action, status })).toEqual({ ok: true, did: 'nothing_new' });
    expect((await engine.row(sent.id)).status).toBe('accepted');
    expect(await engine.calls(sent.appointmentId)).toEqual([]);
  });

  it('to say that it was delivered', async () => {
    await comesBack({ action: 'delivered', status: '2.0.0' });
    expect((await engine.row(sent.id)).status).toBe('delivered');
    expect(await health()).toBe('working');
    expect(await comesBack({})).toEqual({ ok: true, did: 'nothing_new' });
    expect((await engine.row(sent.id)).status).toBe('delivered');
  });

  it('are known by the envelope’s id or the Message-ID where the address has been rewritten', async () => {
    const to = 'postmaster@waymark.example';
    expect(await comesBack({ to, action: 'delayed', status: '4.4.1' })).toMatchObject({ ok: true });
    expect(await comesBack({ to, envelopeId: sent.id, messageId: null })).toMatchObject({ ok: true, did: 'moved' });
  });

  it('forged, about another message, or about none of ours change nothing', async () => {
    const other = `bounces+${OTHER}@waymark.example`;
    for (const mail of [
      { to: other, messageId: null },
      { to: other },
      { messageId: `<${OTHER}@waymark.example>` },
      { messageId: `<${sent.id}@elsewhere.example>` },
      { envelopeId: OTHER },
      { to: 'postmaster@waymark.example', messageId: null },
    ])
      expect(await comesBack(mail)).toMatchObject({ ok: false });
    expect((await engine.row(sent.id)).status).toBe('accepted');
    expect(await engine.events(sent.id)).toEqual(['claimed', 'accepted']);
  });

  it('tell what became of an email whose answer was lost', async () => {
    server.fail({ at: 'reset_after_data' });
    const customerId = (await engine.customer({ email: 'sian@waymark.example' })).id;
    const { message } = await engine.due({ customerId });
    await engine.send();
    expect((await engine.row(message.id)).status).toBe('unknown');
    const messageId = `<${message.id}@waymark.example>`;
    await comesBack({ to: `bounces+${message.id}@waymark.example`, messageId, action: 'delivered', status: '2.0.0' });
    expect(await engine.row(message.id)).toMatchObject({ status: 'delivered', providerId: messageId });
  });

  it('are read by a command from the mail server’s pipe', async () => {
    const pipe = async (input: string | Buffer, ...args: string[]) => {
      const env = { ...process.env, NODE_ENV: 'test' as const, DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
      const command = [await bundledCommand('commands/reminders.ts'), 'bounce', ...args];
      const program = spawn(process.execPath, command, { env });
      let said = '';
      for (const stream of [program.stdout, program.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
      program.stdin.on('error', () => undefined);
      program.stdin.end(input);
      const [code] = (await once(program, 'close')) as [number];
      return { code, said };
    };
    const { returnTo: to, messageId } = sent;
    expect(await pipe('From: somebody\r\nSubject: Hello\r\n\r\nHello', '-')).toEqual({
      code: 2,
      said: 'This is not a delivery-status mail (RFC 3464). Nothing was done.\n',
    });
    expect(await pipe(Buffer.from([0, 255, 13, 10, 254]))).toMatchObject({ code: 2 });
    expect(await pipe('', '/nowhere/at/all')).toMatchObject({ code: 2, said: expect.stringContaining('ENOENT') });
    expect(await pipe('', 'one', 'two')).toMatchObject({ code: 2 });
    const forged = deliveryMail({ to: `bounces+${OTHER}@waymark.example` });
    expect(await pipe(forged)).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was changed') });
    expect(await pipe(deliveryMail({ to, messageId }))).toEqual({ code: 0, said: 'Taken in: failed 5.1.1.\n' });
    expect((await engine.row(sent.id)).status).toBe('undelivered');
  });
});

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { createOutbox } from '~/adapters/messaging/outbox';
import { takeCallFromOutbox } from '~/services/answer-from-outbox.server';
import { findInOutbox } from '~/services/list-outbox.server';
import { receiveStatus } from '~/services/receive-status.server';
import { sendDue } from '~/services/send-due.server';
import type { CallEnding } from '~/domain/messaging/call-ending';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';

describeOnBothDatabases('a voice call', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let voice: ReturnType<typeof scriptedSender>;
  let numbers = 500;

  beforeAll(async () => void (database = await newDatabase(dialect)));
  afterAll(() => database.drop());
  beforeEach(async () => {
    voice = scriptedSender('voice');
    engine = await anEngine(database, { senders: [voice] });
  });

  const aLandline = () => engine.customer({ landline: `+441632960${(numbers += 1)}` });
  async function called(more: Parameters<TestEngine['due']>[0] = {}) {
    const due = await engine.due({ customerId: (await aLandline()).id, ...more });
    await engine.send();
    return due;
  }
  /** The network's word for the latest call that was handed over. */
  async function rang(status: string, errorCode: string | null = null) {
    const { id } = voice.sent.at(-1)!;
    const news = { provider: 'twilio', messageId: id, providerId: `SM-${id}`, providerStatus: status, errorCode };
    return receiveStatus(engine.deps)(news);
  }
  const healthOf = async (customerId: string) => {
    const rows = await engine.deps.db.read((q) =>
      q.select().from(q.tables.contactPoints).where(eq(q.tables.contactPoints.customerId, customerId)),
    );
    return rows.map(({ health }) => health);
  };

  it.each(['busy', 'no-answer', 'completed'])(
    'that ends %s is made once more, an hour later, and then a person phones',
    async (end) => {
      const { appointment, customerId } = await called();
      await rang(end);
      await engine.send();
      expect(voice.sent).toHaveLength(1);
      engine.deps.clock.advance(HOUR);
      await engine.send();
      expect(voice.sent).toHaveLength(2);
      await rang(end);
      await engine.send();
      const reason = { busy: 'busy', 'no-answer': 'no_answer', completed: 'voicemail' }[end];
      expect(await engine.story(appointment.id)).toEqual([
        `voice undelivered not_reached:${reason}`,
        `voice undelivered not_reached:${reason}`,
        'call_list accepted all_failed',
      ]);
      expect(await engine.calls(appointment.id)).toEqual(['not_delivered']);
      // It rings there: the number is as good as it was.
      expect(await healthOf(customerId)).toEqual(['untried']);
    },
  );

  it('is not made again when too little time is left: a person phones at once', async () => {
    const { appointment } = await called({ sendBy: engine.deps.clock.now() + 70 * MINUTE });
    await rang('no-answer');
    await engine.send();
    expect(voice.sent).toHaveLength(1);
    expect(await engine.calls(appointment.id)).toEqual(['not_delivered']);
  });

  it('is not made again in the night, nor after it when the time is near', async () => {
    engine.deps.clock.set('2026-11-23T19:30:00Z');
    const { appointment } = await called({ sendBy: Date.parse('2026-11-24T08:10:00Z') });
    await rang('no-answer');
    for (const time of ['2026-11-23T20:30:00Z', '2026-11-24T07:59:00Z', '2026-11-24T08:00:00Z']) {
      engine.deps.clock.set(time);
      await engine.send();
    }
    expect(voice.sent).toHaveLength(1);
    expect(await engine.calls(appointment.id)).toEqual(['not_delivered']);
  });

  it('to a number that does not exist teaches us so, and a person phones', async () => {
    const { appointment, customerId } = await called();
    await rang('failed', 'sip_404');
    await engine.send();
    expect(await engine.calls(appointment.id)).toEqual(['not_delivered']);
    expect(await healthOf(customerId)).toEqual(['failing']);
  });

  it('moves only forward, whatever comes late or twice', async () => {
    const { message } = await called();
    for (const status of ['ringing', 'initiated', 'queued', 'ringing', 'no-answer', 'ringing', 'no-answer', 'failed'])
      await rang(status);
    expect(await engine.row(message.id)).toMatchObject({ status: 'undelivered', reason: 'not_reached:no_answer' });
    expect(await engine.story(message.appointmentId)).toHaveLength(2);
    expect(await rang('delivered')).toEqual({ ok: false, reason: 'unknown_status' });
  });

  it.each([true, false])('follows a text that failed, unless they said no to calls (%s)', async (refused) => {
    const mobile = `+447700900${(numbers += 1)}`;
    const customer = await engine.customer({ mobile });
    const { deps } = engine;
    const refusal = { channel: 'voice', valueIndex: deps.vault.index(mobile), since: 1, source: 'reply' } as const;
    if (refused) await deps.db.write((q) => q.insert(q.tables.optOuts).values({ ...refusal, id: deps.newId() }));
    const { message, appointment } = await engine.due({ customerId: customer.id });
    await engine.send();
    const news = { messageId: message.id, providerId: `SM-${message.id}`, errorCode: '30008' };
    await receiveStatus(deps)({ ...news, provider: 'twilio', providerStatus: 'undelivered' });
    await engine.send();
    expect(voice.sent).toHaveLength(refused ? 0 : 1);
    expect(await engine.calls(appointment.id)).toEqual(refused ? ['no_other_way'] : []);
  });
});

describeOnBothDatabases('a voice call in the outbox', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let numbers = 600;
  beforeAll(async () => void (database = await newDatabase(dialect)));
  afterAll(() => database.drop());
  beforeEach(async () => {
    engine = await anEngine(database);
    engine.deps.senders = [createOutbox('voice', 'test')];
  });

  async function taken(ending: CallEnding) {
    const customer = await engine.customer({ landline: `+441632960${(numbers += 1)}` });
    const { message, appointment } = await engine.due({ customerId: customer.id });
    await sendDue(engine.deps)('worker-1');
    const before = (await findInOutbox(engine.deps)(message.id))!.message;
    expect(before).toMatchObject({ mayTakeCall: true, mayReport: false, mayReply: false });
    expect(before.opening).toMatch(/^Hello\. This is a message for Aled\./);
    expect(await takeCallFromOutbox(engine.deps)({ messageId: message.id, ending })).toEqual({ ok: true });
    const after = (await findInOutbox(engine.deps)(message.id))!.message;
    return { appointment, before, after, story: await engine.story(appointment.id) };
  }

  it.each<[CallEnding, string]>([
    ['will_come', 'voice delivered landline_works'],
    ['call_me', 'voice delivered landline_works'],
    ['no_more_calls', 'voice undelivered person:opted_out'],
    ['not_them', 'voice undelivered person:wrong_number'],
    ['no_answer', 'voice undelivered not_reached:no_answer'],
    ['voicemail', 'voice undelivered not_reached:voicemail'],
  ])('comes to what the visitor chose: %s', async (ending, expected) => {
    const { after, story } = await taken(ending);
    expect(story[0]).toBe(expected);
    expect(after.mayTakeCall).toBe(false);
  });

  it('cannot be taken twice into two ends, nor by a message that is no call', async () => {
    const { appointment, after } = await taken('will_come');
    await takeCallFromOutbox(engine.deps)({ messageId: after.id, ending: 'no_answer' });
    expect(await engine.story(appointment.id)).toEqual(['voice delivered landline_works']);
    expect(await takeCallFromOutbox(engine.deps)({ messageId: 'no such', ending: 'no_answer' })).toMatchObject({
      ok: false,
    });
  });
});

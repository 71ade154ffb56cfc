import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, MINUTE } from '~/domain/clock';
import { claimDue } from '~/services/claim-due.server';
import { createPace } from '~/services/pace';
import { receiveReply } from '~/services/receive-reply.server';
import { sendClaimed } from '~/services/send-claimed.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { aContactPoint } from '../support/factories';

const NUMBER = '+447700900123';

describeOnBothDatabases('a text from a customer', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let count = 0;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
  });
  afterEach(() => database.drop());

  const reply = (body: string, from = NUMBER) =>
    receiveReply(engine.deps)({ providerId: `SM${(count += 1)}`, from, body });
  const replies = () => database.db.read((q) => q.select().from(q.tables.replies));
  const appointment = async (id: string) =>
    (await database.db.read((q) => q.select().from(q.tables.appointments).where(eq(q.tables.appointments.id, id))))[0]!;
  /** What the customer got since the reminder. */
  const answers = async () => {
    await engine.send();
    return engine.sms.sent.slice(1).map((message) => message.body);
  };

  it('"1" confirms the meeting that we wrote about, and says so', async () => {
    const customer = await engine.customer();
    const soon = await engine.due({ customerId: customer.id, notBefore: engine.deps.clock.now() + DAY });
    const later = await engine.due({
      customerId: customer.id,
      appointment: { startsAt: engine.deps.clock.now() + 5 * DAY },
    });
    await engine.send();
    expect(await reply('1')).toEqual({ meaning: 'confirm', isNew: true });
    expect((await appointment(later.appointment.id)).confirmedAt).toBe(engine.deps.clock.now());
    expect((await appointment(soon.appointment.id)).confirmedAt).toBeNull();
    expect(await answers()).toEqual([expect.stringContaining('Thanks Aled')]);
    expect(await replies()).toMatchObject([{ meaning: 'confirm', customerId: customer.id, handledBy: 'engine' }]);
  });

  it('"2" tells the adviser, keeps the time, and sends the link to pick another', async () => {
    const due = await engine.due();
    await engine.send();
    await reply('2');
    const after = await appointment(due.appointment.id);
    expect(after).toMatchObject({ status: 'booked', cannotComeAt: engine.deps.clock.now() });
    expect(await engine.calls(due.appointment.id)).toEqual(['cannot_come']);
    const link = `https://waymark.example/a/${engine.deps.vault.linkToken(due.appointment.id, 1)}`;
    expect(await answers()).toEqual([expect.stringContaining(link)]);
  });

  it('that comes twice is one', async () => {
    const due = await engine.due();
    await engine.send();
    const inbound = { providerId: 'SM-once', from: NUMBER, body: '2' };
    const twice = await Promise.all([receiveReply(engine.deps)(inbound), receiveReply(engine.deps)(inbound)]);
    await receiveReply(engine.deps)(inbound);
    expect(twice.filter((one) => one.isNew)).toHaveLength(1);
    expect(await replies()).toHaveLength(1);
    expect(await engine.calls(due.appointment.id)).toEqual(['cannot_come']);
    expect(await answers()).toHaveLength(1);
  });

  it('"STOP" is for the number and for texts: the next reminder finds another way', async () => {
    const { id } = await engine.customer({ mobile: NUMBER, email: 'aled@waymark.example' });
    await engine.due({ customerId: id });
    await engine.send();
    await reply('Stop');
    await engine.due({ customerId: id });
    await engine.send();
    expect(engine.sms.sent).toHaveLength(1);
    expect(engine.email.sent).toHaveLength(1);
    await reply('START');
    await engine.due({ customerId: id });
    await engine.send();
    expect(engine.sms.sent).toHaveLength(2);
  });

  it('"STOP" between claim and hand-over is heard', async () => {
    const { appointment: booked } = await engine.due();
    const { batch } = await claimDue(engine.deps)({ worker: 'w', limit: 10 });
    await reply('stop');
    await sendClaimed(engine.deps, undefined, createPace([]))(batch);
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect(await engine.story(booked.id)).toEqual(['sms failed person:opted_out', 'call_list accepted opted_out']);
  });

  it('"HELP" is answered with the phone number', async () => {
    await engine.due();
    await engine.send();
    await reply('help');
    expect(await answers()).toEqual([expect.stringContaining(engine.office.phone)]);
  });

  it('with anything else is kept for the adviser, and acknowledged once a day', async () => {
    await engine.due();
    await engine.send();
    await reply('yes but I will be ten minutes late');
    engine.deps.clock.advance(MINUTE);
    await reply('the bus');
    expect(await answers()).toHaveLength(1);
    engine.deps.clock.advance(DAY + MINUTE);
    await reply('sorry');
    expect(await answers()).toHaveLength(2);
    const kept = await replies();
    expect(kept.map((one) => [one.meaning, one.handledAt])).toEqual(Array(3).fill(['other', null]));
    expect(kept[0]!.body).not.toContain('late');
    expect(engine.deps.vault.open(kept[0]!.body)).toBe('yes but I will be ten minutes late');
  });

  it('from a number that two people share, or nobody has, is kept and gets nothing personal back', async () => {
    const due = await engine.due();
    const other = await engine.customer({});
    await aContactPoint(engine.deps, other.id, 'mobile', NUMBER);
    await reply('1');
    await reply('1', '+447700900999');
    expect((await appointment(due.appointment.id)).confirmedAt).toBeNull();
    expect(await replies()).toMatchObject([
      { meaning: 'other', customerId: null },
      { meaning: 'other', customerId: null },
    ]);
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
  });

  it('"1" without a meeting to come is for a person to read', async () => {
    await engine.due({ appointment: { startsAt: engine.deps.clock.now() - DAY } });
    expect(await reply('1')).toEqual({ meaning: 'other', isNew: true });
    expect(await replies()).toMatchObject([{ meaning: 'other', handledAt: null }]);
  });
});

import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, MINUTE } from '~/domain/clock';
import { claimDue } from '~/services/claim-due.server';
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
    await sendClaimed(engine.deps)(batch);
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect(await engine.story(booked.id)).toEqual(['sms failed person:opted_out', 'call_list accepted opted_out']);
  });

  it('"HELP" is answered with the phone number', async () => {
    await engine.due();
    await engine.send();
    await reply('help');
    expect(await answers()).toEqual([expect.stringContaining('01632 960100')]);
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

  const move = (id: string, version: number) =>
    database.db.write((q) =>
      q
        .update(q.tables.appointments)
        .set({
          version,
          startsAt: engine.deps.clock.now() + 2 * DAY,
          endsAt: engine.deps.clock.now() + 2 * DAY + MINUTE,
        })
        .where(eq(q.tables.appointments.id, id)),
    );

  it.each(['1', '2'])('a late "%s" to the old time says nothing of the new one, until that was told', async (said) => {
    const due = await engine.due();
    await engine.send();
    await move(due.appointment.id, 2);
    const changed = await engine.remind({ ...due.appointment, version: 2 }, { rule: 'changed' });
    expect(await reply(said)).toEqual({ meaning: 'other', isNew: true });
    expect(await appointment(due.appointment.id)).toMatchObject({ confirmedAt: null, cannotComeAt: null });

    await engine.send();
    expect((await engine.row(changed.id)).status).toBe('accepted');
    engine.deps.clock.advance(MINUTE);
    expect((await reply(said)).meaning).toBe(said === '1' ? 'confirm' : 'cannot_come');
    const now = engine.deps.clock.now();
    const expected = said === '1' ? { confirmedAt: now } : { cannotComeAt: now };
    expect(await appointment(due.appointment.id)).toMatchObject(expected);
  });

  it('"1" from a number that we never wrote to is for a person to read', async () => {
    const { customerId } = await engine.due();
    await engine.send();
    await aContactPoint(engine.deps, customerId, 'mobile', '+447700900124');
    expect((await reply('1', '+447700900124')).meaning).toBe('other');
  });

  const healths = async () =>
    (await database.db.read((q) => q.select().from(q.tables.contactPoints))).map((point) => point.health);
  const callEntries = () => database.db.read((q) => q.select().from(q.tables.callList));

  it('"wrong number" ends the number at once for all who have it; their advisers are told; nothing personal goes back', async () => {
    const { id } = await engine.customer({ mobile: NUMBER, email: 'aled@waymark.example' });
    const { appointment: first } = await engine.due({ customerId: id });
    await engine.send();
    const other = await engine.customer({ firstName: 'Megan' });
    await aContactPoint(engine.deps, other.id, 'mobile', NUMBER);
    expect((await reply('Sorry, you have the wrong number')).meaning).toBe('wrong_number');
    expect((await healths()).sort()).toEqual(['dead', 'dead', 'untried']);
    const entries = await callEntries();
    expect(entries.map((entry) => [entry.reason, entry.ownerId])).toEqual(
      Array(2).fill(['wrong_number', engine.adviser.id]),
    );
    expect(new Set(entries.map((entry) => entry.customerId))).toEqual(new Set([id, other.id]));
    expect(await answers()).toEqual(["Sorry about that. We won't text this number again."]);

    await engine.remind(first, { rule: 'three_days_before' });
    await engine.send();
    expect(engine.email.sent).toHaveLength(1);
    // Whatever the stranger writes next, it is kept for a person, and nothing goes back.
    for (const text of ['1', 'wrong number!', 'who is this', 'START', 'help']) await reply(text);
    await engine.send();
    expect(engine.sms.sent).toHaveLength(2);
    expect(await callEntries()).toHaveLength(2);
    expect((await healths()).sort()).toEqual(['dead', 'dead', 'untried']);
    expect((await replies()).map((one) => [one.meaning, one.handledAt])).toEqual([
      ...[
        ['wrong_number', null],
        ['other', null],
        ['wrong_number', null],
        ['other', null],
      ],
      ...[
        ['start', null],
        ['other', null],
      ],
    ]);
  });

  it('"not Aled", in Welsh, is that too; what was planned for the number is held back', async () => {
    await engine.due();
    await engine.send();
    await reply('What time?');
    expect(await reply('Nid Aled ydw i')).toEqual({ meaning: 'wrong_number', isNew: true });
    expect(await answers()).toEqual([expect.stringContaining("Mae'n ddrwg gennym")]);
    const held = await database.db.read((q) =>
      q.select().from(q.tables.messages).where(eq(q.tables.messages.status, 'suppressed')),
    );
    expect(held.map((row) => [row.purpose, row.reason])).toEqual([['reply', 'wrong_number']]);
    expect(await engine.events(held[0]!.id)).toEqual(['suppressed']);
  });

  it('"wrong number" from a number that nobody has changes nothing', async () => {
    await engine.due();
    await reply('wrong number', '+447700900999');
    expect(await healths()).toEqual(['untried']);
    expect(await callEntries()).toEqual([]);
    await engine.send();
    expect(engine.sms.sent).toHaveLength(1);
    expect(await replies()).toMatchObject([{ meaning: 'wrong_number', handledBy: 'engine', customerId: null }]);
  });

  it('for whose safety nothing is sent gets nothing back, whatever the text', async () => {
    const { id } = await engine.customer({ mobile: NUMBER, noMessages: true });
    await engine.due({ customerId: id });
    for (const text of ['help', 'is it on?', 'wrong number']) await reply(text);
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect((await callEntries()).filter((entry) => entry.cause.startsWith('wrong-number'))).toMatchObject([
      { reason: 'safety' },
    ]);
  });

  it.each([
    ['in the evening', '2026-11-24T18:00:00Z', 'en', "Thanks Aled. We're open Mon to Fri 9am to 5pm and will answer"],
    [
      'on a bank holiday, in Welsh',
      '2026-12-25T11:00:00Z',
      'cy',
      'Diolch Aled. Rydym ar agor Llun i Gwener 9yb tan 5yp',
    ],
    ['while the office is open', '2026-11-24T16:59:00Z', 'en', "Thanks Aled. We've passed this to Sioned"],
  ] as const)('that a person has to read %s is answered so', async (_, time, language, words) => {
    engine.deps.clock.set(time);
    const holiday = { division: 'england-and-wales', date: '2026-12-25', title: 'Christmas Day' } as const;
    await database.db.write((q) => q.insert(q.tables.bankHolidays).values(holiday));
    await engine.customer({ mobile: NUMBER, language });
    await reply('Can I bring my mum?');
    await engine.send();
    expect(engine.sms.sent.map(({ body }) => body)).toEqual([expect.stringContaining(words)]);
    await reply('And my dog?');
    await engine.send();
    expect(engine.sms.sent).toHaveLength(1);
    const other = await engine.customer({});
    await aContactPoint(engine.deps, other.id, 'mobile', NUMBER);
    engine.deps.clock.advance(2 * DAY);
    await reply('Hello?');
    await engine.send();
    expect(engine.sms.sent).toHaveLength(1);
  });

  it('"1" without a meeting to come is for a person to read', async () => {
    await engine.due({ appointment: { startsAt: engine.deps.clock.now() - DAY } });
    expect(await reply('1')).toEqual({ meaning: 'other', isNew: true });
    expect(await replies()).toMatchObject([{ meaning: 'other', handledAt: null }]);
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '~/domain/clock';
import { claimDue } from '~/services/claim-due.server';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { queueMessage } from '~/services/queue-message.server';
import { sendClaimed } from '~/services/send-claimed.server';
import { sendDue } from '~/services/send-due.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';
import { virtualTime } from '../support/virtual-time';

const PER_SECOND = 10;
/** One thing at a time, as virtual time needs it. */
const ONE_BY_ONE = { ...DEFAULT_ENGINE, concurrency: 1 };

describeOnBothDatabases('a provider that takes so many a second', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let at: number[];
  beforeEach(async () => {
    database = await newDatabase(dialect);
    at = [];
    const sms = scriptedSender('sms', {
      perSecond: PER_SECOND,
      answer: ({ id }) => {
        at.push(engine.deps.clock.now());
        return { kind: 'accepted', providerId: `SM-${id}`, segments: 1 };
      },
    });
    engine = await anEngine(database, { senders: [sms] });
  });
  afterEach(() => database.drop());

  async function many(count: number, sendBy?: (n: number) => number) {
    const made = [];
    for (let n = 0; n < count; n += 1) {
      const mobile = `+4477009${String(n).padStart(5, '0')}`;
      made.push(await engine.due({ customerId: (await engine.customer({ mobile })).id, sendBy: sendBy?.(n) }));
    }
    return made;
  }

  /** Workers that go on until nothing is left to send, as the timetable runs them. */
  async function work(workers: number, messages: number) {
    const { time, leave } = virtualTime(engine.deps.clock, workers);
    const round = sendDue(engine.deps, ONE_BY_ONE, time);
    const one = async (name: string) => {
      while (at.length < messages) if (!(await round(name))) await time.until(time.now() + SECOND);
      leave();
    };
    await Promise.all(Array.from({ length: workers }, (_, n) => one(`worker ${n}`)));
  }

  const mostInAWindow = () =>
    at
      .toSorted((a, b) => a - b)
      .reduce((most, from, first, all) => {
        const over = all.slice(first).map((to, more) => more + 1 - ((to - from) / SECOND) * PER_SECOND);
        return Math.max(most, ...over);
      }, 0);

  it.each([1, 2, 8])('gets no more from %i workers together, and nearly all of it is used', async (workers) => {
    const messages = 150;
    await many(messages);
    await work(workers, messages);
    expect(at).toHaveLength(messages);
    expect(mostInAWindow()).toBeLessThanOrEqual(PER_SECOND + 1);
    const seconds = (Math.max(...at) - Math.min(...at)) / SECOND;
    // The first second's worth goes at once.
    expect((messages - PER_SECOND) / seconds).toBeGreaterThanOrEqual(0.98 * PER_SECOND);
  });

  it('gives a claim no more than fits into the next seconds; the rest waits for its turn', async () => {
    await many(60);
    const claim = claimDue(engine.deps);
    const first = await claim({ worker: 'a', limit: 100 });
    const second = await claim({ worker: 'b', limit: 100 });
    expect(first.batch).toHaveLength(4 * PER_SECOND);
    expect(second.batch).toEqual([]);
  });

  it('gives eight workers that ask at the same moment no more than one', async () => {
    await many(120);
    const claim = claimDue(engine.deps);
    // The sender's state is there by then, so that it is its lock they meet at.
    const first = await claim({ worker: 'first', limit: 2 });
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const claims = await Promise.all(names.map((worker) => claim({ worker, limit: 12 })));
    expect([first, ...claims].flatMap(({ batch }) => batch)).toHaveLength(4 * PER_SECOND);
  });

  it('does not hold up another channel while its messages wait', async () => {
    await many(120);
    const { message } = await engine.due({
      customerId: (await engine.customer({ email: 'nia@waymark.example' })).id,
      sendBy: engine.deps.clock.now() + 30 * 24 * HOUR,
    });
    const claim = claimDue(engine.deps);
    const claimed: string[] = [];
    for (let round = 0; round < 4; round += 1)
      claimed.push(...(await claim({ worker: 'w', limit: 50 })).batch.map(({ id }) => id));
    expect(claimed).toContain(message.id);
    expect(claimed).toHaveLength(4 * PER_SECOND + 1);
  });

  it('is not flooded when the clock is put on, nor left idle when it is put back', async () => {
    await many(120);
    const claim = claimDue(engine.deps);
    const take = async () => (await claim({ worker: 'w', limit: 200 })).batch.length;
    expect(await take()).toBe(40);
    engine.deps.clock.advance(HOUR);
    expect(await take()).toBeLessThanOrEqual(40);
    engine.deps.clock.advance(-2 * HOUR);
    // Those reminders are not due yet by this clock; a new one is.
    await engine.due({ customerId: (await engine.customer({ mobile: '+447700900999' })).id });
    expect(await take()).toBe(0);
    engine.deps.clock.advance(7 * SECOND);
    expect(await take()).toBe(1);
  });

  it('is not flooded by a worker that stood still: what is late for its slot takes another', async () => {
    await many(40);
    const { time } = virtualTime(engine.deps.clock, 1);
    const { batch } = await claimDue(engine.deps, ONE_BY_ONE, time)({ worker: 'slow', limit: 40 });
    expect(batch).toHaveLength(40);
    await time.until(20 * SECOND);
    await sendClaimed(engine.deps, ONE_BY_ONE, time)(batch);
    expect(at).toHaveLength(40);
    expect(mostInAWindow()).toBeLessThanOrEqual(PER_SECOND + 1);
  });

  it('gets the most urgent first after an outage, nothing after its time, and people hear of those by telephone', async () => {
    const now = engine.deps.clock.now();
    const far = await many(20, (n) => now + 20 * HOUR + n);
    const changed = await engine.due({ customerId: (await engine.customer({ mobile: '+447700900901' })).id, rule: 'changed', sendBy: now + 90 * HOUR }); // prettier-ignore
    const nearly = await engine.due({ customerId: (await engine.customer({ mobile: '+447700900902' })).id, sendBy: now + 50 * MINUTE }); // prettier-ignore
    const over = await engine.due({ customerId: (await engine.customer({ mobile: '+447700900903' })).id, sendBy: now - 1 }); // prettier-ignore
    const code = await database.db.write((q) =>
      queueMessage(q, engine.deps, {
        ...{ purpose: 'sign_in_code', channel: 'sms', recipient: '+447700900904', subject: null, body: '042917' },
        ...{ customerId: null, language: 'en', sendBy: now + 10 * MINUTE, requestId: null },
      }),
    );
    await work(1, 23);
    const order = engine.sms.sent.map(({ id }) => id);
    expect(order.slice(0, 3)).toEqual([code, nearly.message.id, changed.message.id]);
    expect(order.slice(3)).toEqual(far.map(({ message }) => message.id));
    expect((await engine.row(over.message.id)).status).toBe('expired');
    expect(await engine.calls(over.appointment.id)).toEqual(['out_of_time']);
  });

  it('too slow for all: what it cannot take in time is not sent late, but put on the call list', async () => {
    const now = engine.deps.clock.now();
    const made = await many(60, () => now + 3 * SECOND);
    const { time, leave } = virtualTime(engine.deps.clock, 1);
    const round = sendDue(engine.deps, ONE_BY_ONE, time);
    for (let n = 0; n < 10; n += 1) if (!(await round('w'))) await time.until(time.now() + SECOND);
    leave();
    expect(Math.max(...at)).toBeLessThanOrEqual(now + 3 * SECOND);
    const calls = (await Promise.all(made.map(({ appointment }) => engine.calls(appointment.id)))).flat();
    expect(calls.length + at.length).toBe(60);
    expect(at.length).toBeGreaterThanOrEqual(39);
  });
});

import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '~/domain/clock';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { sendDue } from '~/services/send-due.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { fakeClock } from '../support/fake-clock';
import { fillLedger } from '../support/full-ledger';
import { scriptedSender } from '../support/scripted-sender';
import { virtualTime } from '../support/virtual-time';

const PER_SECOND = 10;
const OUTAGE = 6 * HOUR;
/** One thing at a time, as virtual time needs it. */
const ONE_BY_ONE = { ...DEFAULT_ENGINE, concurrency: 1 };

describeOnBothDatabases('a provider that is down for six hours', (dialect) => {
  let database: TestDatabase;
  beforeEach(async () => void (database = await newDatabase(dialect)));
  afterEach(() => database.drop());
  const count = dialect === 'sqlite' ? 3000 : 300;

  it(`and ${count} texts: the most urgent first, at its rate, none too late, and people phone the rest`, async () => {
    const clock = fakeClock('2026-11-23T10:00:00Z');
    const begin = clock.now();
    const back = begin + OUTAGE;
    await fillLedger(database, count, begin);
    // They become due all through the outage; their latest moments lie in it, soon after it, tonight and tomorrow.
    const windows = [
      (n: number) => begin + 2 * HOUR + n * SECOND,
      (n: number) => back + 35 * MINUTE + Math.floor((n / count) * 10 * MINUTE),
      (n: number) => back + 4 * HOUR + n * SECOND,
      (n: number) => back + 20 * HOUR + n * SECOND,
      (n: number) => back + 40 * HOUR + n * SECOND,
    ];
    await database.db.write(async (q) => {
      const { messages } = q.tables;
      const all = await q.select({ id: messages.id }).from(messages);
      for (const [n, { id }] of all.entries()) {
        const window = (n * 7) % windows.length;
        const notBefore = begin + (window === 0 ? n % 60 : Math.floor((n / count) * 300)) * MINUTE;
        await q.update(messages).set({ notBefore, sendBy: windows[window]!(n) }).where(eq(messages.id, id)); // prettier-ignore
      }
    });

    let inVain = 0;
    const taken: { id: string; at: number; sendBy: number }[] = [];
    const sms = scriptedSender('sms', {
      perSecond: PER_SECOND,
      answer: ({ id, sendBy }) => {
        const at = clock.now();
        if (at < back) {
          inVain += 1;
          return { kind: 'try_later', code: '20503', detail: '', retryAfterMs: null };
        }
        taken.push({ id, at, sendBy });
        return { kind: 'accepted', providerId: `SM-${id}`, segments: 1 };
      },
    });
    const deps = testDeps(database.db, { clock, senders: [sms] });
    const workers = 2;
    const { time, leave } = virtualTime(clock, workers);
    const open = async () => {
      const rows = await database.db.read((q) => q.select().from(q.tables.messages));
      return rows.filter(({ status }) => status === 'planned' || status === 'claimed').length;
    };
    const round = sendDue(deps, ONE_BY_ONE, time);
    let over = false;
    const worker = async (name: string) => {
      while (!over) {
        if (await round(name)) continue;
        // While it is down there is no hurry to find that out again.
        await time.until(time.now() + (clock.now() < back - MINUTE ? MINUTE : SECOND));
        if (clock.now() > back + 10 * MINUTE && (await open()) === 0) over = true;
        if (clock.now() > back + 4 * HOUR) over = true;
      }
      leave();
    };
    await Promise.all(Array.from({ length: workers }, (_, n) => worker(`worker ${n}`)));

    const rows = await database.db.read((q) => q.select().from(q.tables.messages));
    const calls = await database.db.read((q) => q.select().from(q.tables.callList));
    const late = taken.map(({ at }) => at - back).toSorted((a, b) => a - b);
    const share = (part: number) => (late[Math.floor(part * (late.length - 1))]! / SECOND).toFixed(1);
    const seconds = (Math.max(...taken.map(({ at }) => at)) - Math.min(...taken.map(({ at }) => at))) / SECOND;
    console.log(
      `${dialect}: ${count} texts, ${inVain} requests in vain; after it was back ${taken.length} went, p50 ${share(0.5)} s, ` +
        `p99 ${share(0.99)} s, at ${((taken.length - PER_SECOND) / seconds).toFixed(2)} of ${PER_SECOND} a second; ${calls.length} on the call list`,
    );

    // Nothing after its time, nothing twice, nobody forgotten.
    expect(taken.filter(({ at, sendBy }) => at > sendBy)).toEqual([]);
    const reminderOf = new Map(rows.map(({ id, reminderId }) => [id, reminderId]));
    const told = taken.map(({ id }) => reminderOf.get(id));
    expect(new Set(told).size).toBe(told.length);
    const phoned = calls.map(({ cause }) => cause.replace('reminder:', ''));
    expect(new Set([...told, ...phoned]).size).toBe(count);
    expect(told.length + phoned.length).toBe(count);
    expect(rows.filter(({ status }) => status === 'planned' || status === 'claimed')).toEqual([]);
    // Left alone but for trials, each by one message, which they do not use up.
    expect(inVain).toBeLessThan(80);
    expect(rows.filter(({ reason }) => reason?.startsWith('later:')).length).toBeLessThanOrEqual(5);
    // The rate is kept, and used.
    const perWindow = taken.map(({ at }, n) => taken.slice(n).filter((one) => one.at - at < SECOND).length);
    expect(Math.max(...perWindow)).toBeLessThanOrEqual(2 * PER_SECOND);
    expect((taken.length - PER_SECOND) / seconds).toBeGreaterThanOrEqual(0.95 * PER_SECOND);
    // What is over within the hour before what has until the evening, and that before tomorrow's.
    // One that was a trial in vain gives up its turn, for a second each time.
    const trials = new Set(
      rows.filter(({ reason }) => reason?.startsWith('down:')).map(({ reminderId }) => reminderId),
    );
    const inTurn = taken.filter(({ id }) => !trials.has(reminderOf.get(id) ?? null));
    const soon = inTurn.findLastIndex(({ sendBy }) => sendBy < back + HOUR);
    const evening = inTurn.findIndex(({ sendBy }) => sendBy >= back + HOUR);
    expect(soon).toBeLessThan(evening + 5 * PER_SECOND);
    const rest = inTurn.slice(soon + 1 + 5 * PER_SECOND).map(({ sendBy }) => sendBy);
    expect(rest.every((sendBy, n) => n === 0 || sendBy >= rest[n - 1]! - HOUR)).toBe(true);
  });
});

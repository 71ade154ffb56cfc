import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { claimDue } from '~/services/claim-due.server';
import { sendClaimed } from '~/services/send-claimed.server';
import { showWorkerLife } from '~/services/show-worker-life.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';

/** How the wall clock steps, once or away and back; when the meeting starts; both in ms from ten in the morning. */
const STEPS: { step: string; by: number[]; startsIn: number }[] = [
  { step: 'on by an hour', by: [HOUR], startsIn: 2 * HOUR },
  { step: 'on by an hour, past the latest moment', by: [HOUR], startsIn: 70 * MINUTE },
  { step: 'back by an hour', by: [-HOUR], startsIn: 50 * MINUTE },
  { step: 'on by a day', by: [DAY], startsIn: 26 * HOUR },
  { step: 'on by an hour and back', by: [HOUR, -HOUR], startsIn: 50 * MINUTE },
  { step: 'on by a day, past the meeting, and back', by: [DAY, -DAY], startsIn: 20 * HOUR },
];

/** Where a message is when the clock steps. */
const STAGES = [
  'planned',
  'claimed, not handed over',
  'in the hands of a worker that was killed',
  'being handed over',
  'unknown, and taken',
  'unknown, and not taken',
] as const;

describeOnBothDatabases('a clock that is put', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let answer: (id: string) => 'accepted' | 'unknown';
  /** What the provider has, and when by the clock it got it. */
  let taken: { id: string; at: number }[];

  beforeEach(async () => {
    database = await newDatabase(dialect);
    answer = () => 'accepted';
    taken = [];
    const sms = scriptedSender('sms', {
      answer: ({ id }) => {
        const at = engine.deps.clock.now();
        const said = answer(id);
        taken.push({ id, at });
        if (said === 'unknown') return { kind: 'unknown', detail: 'ECONNRESET' };
        return { kind: 'accepted', providerId: `SM-${id}`, segments: 1 };
      },
      reconcile: ({ id }) =>
        taken.some((one) => one.id === id)
          ? { kind: 'found', candidates: [{ providerId: `SM-${id}`, providerStatus: 'sent', errorCode: null }] }
          : { kind: 'not_found' },
    });
    engine = await anEngine(database, { senders: [sms] });
    engine.deps.clock.set('2026-11-23T10:00:00Z');
  });
  afterEach(() => database.drop());

  /** A worker's rounds, as often as the timetable has them at first, then now and then, until the meeting is over. */
  async function goOn(startsAt: number, signOfLife: () => Promise<void>, until = startsAt): Promise<void> {
    const { clock } = engine.deps;
    for (let round = 0; clock.now() <= until; round += 1) {
      await signOfLife();
      while (await engine.send('survivor'));
      await engine.reconcile('survivor');
      clock.advance(round < 8 ? MINUTE : Math.max(MINUTE, Math.round((startsAt - clock.now()) / 8)));
    }
  }

  async function reach(stage: (typeof STAGES)[number], step: () => void): Promise<void> {
    const { deps } = engine;
    let stepped = false;
    const once = () => {
      if (!stepped) step();
      stepped = true;
    };
    if (stage === 'planned') return step();
    if (stage === 'being handed over') {
      answer = () => {
        once();
        return 'accepted';
      };
      return void (await engine.send('first'));
    }
    if (stage === 'unknown, and taken' || stage === 'unknown, and not taken') {
      answer = () => 'unknown';
      await engine.send('first');
      if (stage === 'unknown, and not taken') taken = [];
      answer = () => 'accepted';
      return step();
    }
    const { batch } = await claimDue(deps)({ worker: 'first', limit: 10 });
    expect(batch).toHaveLength(1);
    step();
    if (stage === 'claimed, not handed over') await sendClaimed(deps)(batch);
  }

  const cases = STEPS.flatMap((step) => STAGES.map((stage) => ({ ...step, stage })));
  it.each(cases)('$step, with a message $stage: told once, or by a person, and never late', async (given) => {
    const { clock } = engine.deps;
    const startsAt = clock.now() + given.startsIn;
    const sendBy = startsAt - 15 * MINUTE;
    const { appointment } = await engine.due({ appointment: { startsAt }, sendBy });
    const signOfLife = () => showWorkerLife(engine.deps)({ id: 'survivor', startedAt: 0 });
    await signOfLife();
    const [first, back] = given.by;
    await reach(given.stage, () => clock.advance(first!));
    if (back !== undefined) {
      await goOn(startsAt, signOfLife, clock.now() + 3 * MINUTE);
      clock.advance(back);
    }
    await goOn(startsAt, signOfLife);
    const calls = await engine.calls(appointment.id);
    const story = (await engine.story(appointment.id)).join('; ');
    expect(taken.length, story).toBeLessThanOrEqual(1);
    for (const { at } of taken) expect(at).toBeLessThanOrEqual(sendBy);
    expect(taken.length + calls.length, story).toBeGreaterThanOrEqual(1);
    expect(calls.length).toBeLessThanOrEqual(1);
    expect(story).not.toMatch(/planned|claimed|unknown/);
  });
});

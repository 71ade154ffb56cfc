import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY } from '~/domain/clock';
import { answerOwnStep } from '~/services/answer-own-step.server';
import { remindOfSteps } from '~/services/remind-of-steps.server';
import { setStepReminders } from '~/services/set-step-reminders.server';
import { rewriteOwnStep, setOwnStepEnded } from '~/services/write-own-step.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';
import { aStep } from '../support/factories';

/** The clock stands at nine in the morning of Monday 23 November; the step is for Friday. */
describeOnBothDatabases('reminding of steps', (dialect) => {
  let database: TestDatabase;
  let engine: Awaited<ReturnType<typeof anEngine>>;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
  });
  afterEach(() => database.drop());

  const STEP = { action: 'Ring the college.', dueOn: '2026-11-27' };
  const customer = { mobile: '+447700900123', email: 'aled@mail.example' };
  async function agreed(fields: Parameters<typeof engine.customer>[0] = customer, step = {}) {
    const { id: customerId } = await engine.customer(fields);
    return { customerId, stepId: (await aStep(engine.deps, customerId, { ...STEP, ...step })).id };
  }
  const at = (time: string) => engine.deps.clock.set(time);
  const remind = () => remindOfSteps(engine.deps)();
  const written = () =>
    engine.deps.db.read((q) => q.select().from(q.tables.messages).orderBy(asc(q.tables.messages.createdAt)));
  const THE_DAY_BEFORE = '2026-11-26T10:00:00Z';

  it('is one text at ten the day before, once', async () => {
    await agreed();
    at('2026-11-26T09:59:00Z');
    expect(await remind()).toBe(0);
    at(THE_DAY_BEFORE);
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    await engine.send();
    expect(engine.sms.sent).toMatchObject([
      {
        recipient: '+447700900123',
        body: 'Hi Aled, a reminder of your step for tomorrow: Ring the college. Done, or need help? https://waymark.example/plan',
      },
    ]);
    at('2026-11-26T17:00:00Z');
    expect(await remind()).toBe(0);
    at('2026-11-27T10:00:00Z');
    expect(await remind()).toBe(0);
  });

  it('is one however many workers look at once', async () => {
    await agreed();
    at(THE_DAY_BEFORE);
    const rounds = await Promise.all(Array.from({ length: 6 }, remind));
    expect(rounds.reduce((sum, queued) => sum + queued, 0)).toBe(1);
    expect(await written()).toMatchObject([{ purpose: 'step', status: 'planned' }]);
  });

  it('is as many days before as somebody wishes, or not at all', async () => {
    const { customerId } = await agreed();
    await setStepReminders(engine.deps)({ customerId, on: true, daysBefore: 3 });
    at('2026-11-24T10:00:00Z');
    expect(await remind()).toBe(1);
    const other = await agreed({ mobile: '+447700900124' });
    await setStepReminders(engine.deps)({ customerId: other.customerId, on: false, daysBefore: 1 });
    at(THE_DAY_BEFORE);
    expect(await remind()).toBe(0);
  });

  it('is not of a step that is done, off the plan, somebody else’s, or agreed since', async () => {
    await agreed(customer, { doneAt: 1 });
    await agreed({ mobile: '+447700900124' }, { endedAt: 1 });
    await agreed({ mobile: '+447700900125' }, { owner: 'adviser' });
    at(THE_DAY_BEFORE);
    await agreed({ mobile: '+447700900126' });
    const moved = await agreed({ mobile: '+447700900127' }, { ownIdea: true, dueOn: '2026-12-24', createdAt: 1 });
    await rewriteOwnStep(engine.deps)({ ...moved, ...STEP });
    at('2026-11-26T12:00:00Z');
    expect(await remind()).toBe(0);
  });

  it('is taken back when the step is done, taken off or moved before it goes', async () => {
    const done = await agreed();
    const ended = await agreed({ mobile: '+447700900124' }, { ownIdea: true });
    const moved = await agreed({ mobile: '+447700900125' }, { ownIdea: true });
    at(THE_DAY_BEFORE);
    expect(await remind()).toBe(3);
    await answerOwnStep(engine.deps)({ ...done, answer: 'done', note: '' });
    await setOwnStepEnded(engine.deps)({ ...ended, ended: true });
    await rewriteOwnStep(engine.deps)({ ...moved, ...STEP, dueOn: '2026-12-24' });
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect((await written()).map(({ status, reason }) => `${status} ${reason}`)).toEqual(
      Array.from({ length: 3 }, () => 'superseded step_settled'),
    );
    const news = await engine.deps.db.read((q) => q.select().from(q.tables.messageEvents));
    expect(news.map(({ status }) => status)).toEqual(['superseded', 'superseded', 'superseded']);
    at('2026-12-23T10:00:00Z');
    expect(await remind()).toBe(1);
  });

  it('respects STOP, and safety, and tries again when there is a way', async () => {
    const { stepId, customerId } = await agreed({ mobile: '+447700900123' });
    await agreed({ mobile: '+447700900124', noMessages: true });
    const valueIndex = engine.deps.vault.index('+447700900123');
    await engine.deps.db.write(async (q) => {
      const since = engine.deps.clock.now() - DAY;
      await q.insert(q.tables.optOuts).values({ id: 'stop', channel: 'sms', valueIndex, since, source: 'reply' });
    });
    at(THE_DAY_BEFORE);
    expect(await remind()).toBe(0);
    expect(await written()).toEqual([]);
    await engine.deps.db.write(async (q) => {
      await q.update(q.tables.optOuts).set({ liftedAt: 1 }).where(eq(q.tables.optOuts.id, 'stop'));
    });
    expect(await remind()).toBe(1);
    expect(await written()).toMatchObject([{ customerId }]);
    expect(JSON.stringify(await written())).not.toContain(stepId);
  });

  it('names neither what it is nor where it is from to a discreet person, by text and by email', async () => {
    await agreed({ mobile: '+447700900123', discreet: true });
    await agreed({ email: 'nia@mail.example', discreet: true, language: 'cy', firstName: 'Nia' });
    at(THE_DAY_BEFORE);
    expect(await remind()).toBe(2);
    await engine.send();
    const said = [...engine.sms.sent, ...engine.email.sent];
    expect(said).toHaveLength(2);
    for (const { body, subject } of said)
      expect(`${subject} ${body}`).not.toMatch(/college|waymark|jobcentre|step|cam |cynllun|plan /i);
    expect(said[0]!.body).toBe('Hi Aled, a reminder of what you planned for tomorrow. Questions? Call 01632 960100');
    expect(said[1]!.subject).toBe('Neges gan Sioned');
  });
});

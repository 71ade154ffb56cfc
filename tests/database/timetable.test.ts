import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as breath } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listLatestRuns } from '@db/queries/timetable.server';
import { DAY, HOUR, MINUTE, SECOND } from '~/domain/clock';
import type { Deps } from '~/services/deps';
import { showWorkerLife } from '~/services/show-worker-life.server';
import { takeTurn } from '~/services/take-turn.server';
import { bundledCommand } from '../support/bundled-command';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { fakeClock, type FakeClock } from '../support/fake-clock';
import { openDatabase, type Db } from '@db/client.server';

describeOnBothDatabases('the timetable', (dialect) => {
  let database: TestDatabase;
  let others: Db[];
  let clock: FakeClock;
  /** Three workers, each with connections of its own. */
  let workers: { id: string; deps: Deps }[];

  beforeEach(async () => {
    database = await newDatabase(dialect);
    others = [openDatabase(database.url), openDatabase(database.url)];
    clock = fakeClock();
    workers = [database.db, ...others].map((db, index) => ({
      id: `worker ${index + 1}`,
      deps: testDeps(db, { clock }),
    }));
    await signs();
  });
  afterEach(async () => {
    await Promise.all(others.map((db) => db.close()));
    await database.drop();
  });

  const signs = () => Promise.all(workers.map(({ id, deps }) => showWorkerLife(deps)({ id, startedAt: clock.now() })));
  const runs = () => database.db.read(listLatestRuns);

  /** All workers look at a task at once. @returns which of them ran it. */
  async function lookAt(
    task: { name: string; every: number; run?: () => Promise<boolean> },
    looking = workers,
  ): Promise<string[]> {
    await signs();
    const ran = await Promise.all(
      looking.map(({ id, deps }) => takeTurn(deps, id)({ run: async () => false, ...task })),
    );
    return looking.filter((_worker, index) => ran[index]).map(({ id }) => id);
  }

  it('has each task done once in its time, by all workers together', async () => {
    let [minutely, daily] = [0, 0];
    // Twenty minutes in which every worker looks twice a minute.
    for (const end = clock.now() + 20 * MINUTE; clock.now() < end; clock.advance(30 * SECOND)) {
      minutely += (await lookAt({ name: 'minutely', every: MINUTE })).length;
      daily += (await lookAt({ name: 'daily', every: DAY })).length;
    }
    expect({ minutely, daily }).toEqual({ minutely: 20, daily: 1 });
  });

  it('never has a task run by two at once, and lets it take longer than its pause', async () => {
    let [now, most, count] = [0, 0, 0];
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const run = async () => {
      most = Math.max(most, (now += 1));
      count += 1;
      await finished;
      now -= 1;
      return false;
    };
    const slow = workers.map(({ id, deps }) => takeTurn(deps, id)({ name: 'slow', every: MINUTE, run }));
    while (count === 0) await breath();
    const begunBy = (await runs())[0]?.begunBy;
    const idle = workers.filter(({ id }) => id !== begunBy);
    await Promise.all(slow.filter((_looking, index) => workers[index]!.id !== begunBy));
    for (let minute = 0; minute < 5; minute += 1) {
      clock.advance(MINUTE);
      expect(await lookAt({ name: 'slow', every: MINUTE, run }, idle)).toEqual([]);
    }
    finish();
    await Promise.all(slow);
    expect({ most, count }).toEqual({ most: 1, count: 1 });
    expect(await lookAt({ name: 'slow', every: MINUTE })).toHaveLength(1);
  });

  it('catches up with what was missed while no worker ran, once', async () => {
    await lookAt({ name: 'daily', every: DAY });
    clock.advance(10 * DAY);
    expect(await lookAt({ name: 'daily', every: DAY })).toHaveLength(1);
    expect(await lookAt({ name: 'daily', every: DAY })).toEqual([]);
  });

  it('goes on within one pause of a clock that was put back, and does nothing twice because two clocks differ', async () => {
    await lookAt({ name: 'daily', every: DAY });
    await lookAt({ name: 'minutely', every: MINUTE });
    clock.advance(-2 * SECOND);
    expect(await lookAt({ name: 'minutely', every: MINUTE })).toEqual([]);
    clock.advance(-HOUR);
    expect(await lookAt({ name: 'minutely', every: MINUTE })).toHaveLength(1);
    expect(await lookAt({ name: 'daily', every: DAY })).toEqual([]);
    clock.advance(-30 * DAY);
    expect(await lookAt({ name: 'daily', every: DAY })).toHaveLength(1);
  });

  it('does a daily task that failed again after a minute, and says how often it failed', async () => {
    const [worker] = workers as [(typeof workers)[number]];
    const fails = () => Promise.reject(new Error('not today'));
    for (const failures of [1, 2]) {
      await expect(takeTurn(worker.deps, worker.id)({ name: 'daily', every: DAY, run: fails })).rejects.toThrow(
        'today',
      );
      expect(await runs()).toMatchObject([{ failures, doneAt: null, endedAt: clock.now() }]);
      expect(await lookAt({ name: 'daily', every: DAY })).toEqual([]);
      clock.advance(MINUTE);
    }
    expect(await lookAt({ name: 'daily', every: DAY })).toHaveLength(1);
    expect(await runs()).toMatchObject([{ failures: 0, doneAt: clock.now() }]);
  });

  it('is not held up by a worker that was killed in the middle', async () => {
    const killed = fork(await bundledCommand('tests/faults/turn-taker.ts'), {
      execArgv: [],
      env: { ...process.env, TURN: JSON.stringify({ url: database.url, now: clock.now(), name: 'daily' }) },
    });
    await once(killed, 'message');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    expect(await lookAt({ name: 'daily', every: DAY })).toEqual([]);
    clock.advance(MINUTE + SECOND);
    expect(await lookAt({ name: 'daily', every: DAY })).toHaveLength(1);
    expect(await runs()).toMatchObject([{ name: 'daily', failures: 0 }]);
  });

  it('leaves the record alone of what another has taken over meanwhile', async () => {
    const [first, second] = workers as [(typeof workers)[number], (typeof workers)[number]];
    let finish = (): void => undefined;
    const stuck = takeTurn(
      first.deps,
      first.id,
    )({
      ...{ name: 'daily', every: DAY },
      run: () => new Promise<boolean>((resolve) => (finish = () => resolve(false))),
    });
    while ((await runs()).length === 0) await breath();
    clock.advance(2 * MINUTE);
    expect(await takeTurn(second.deps, second.id)({ name: 'daily', every: DAY, run: async () => false })).toBe(true);
    const before = await runs();
    clock.advance(MINUTE);
    finish();
    await stuck;
    expect(await runs()).toEqual(before);
  });
});

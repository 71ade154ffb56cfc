import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallWish } from '~/domain/messaging/call-wish';
import { requestCall } from '~/services/request-call.server';
import { viewCallTimes } from '~/services/view-call-times.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aDiary, type TestDiary } from '../support/diary';

/** It is 10:00 on Tuesday 24 November 2026. */
describeOnBothDatabases('a call at a good time', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let diary: TestDiary;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    deps.clock.set('2026-11-24T10:00:00Z');
    diary = await aDiary(deps);
  });
  afterEach(() => database.drop());

  const ask = (wish: CallWish | null = null) =>
    requestCall(deps)({ customerId: diary.customer.id, wish, actor: { kind: 'customer', id: diary.customer.id } });
  const calls = () => deps.db.read((q) => q.select().from(q.tables.callList));
  const at = (text: string) => Date.parse(`${text}Z`);

  it('is due by the end of the time they chose, and not made before it', async () => {
    const wish = { date: '2026-11-25', part: 'afternoon' } as const;
    const dueAt = at('2026-11-25T17:00');
    expect(await ask(wish)).toEqual({ ok: true, dueAt, changed: true });
    expect(await ask(wish)).toEqual({ ok: true, dueAt, changed: false });
    // Without a time it stays as it is.
    expect(await ask()).toEqual({ ok: true, dueAt, changed: false });
    expect(await calls()).toMatchObject([{ reason: 'asked_for_call', dueAt, nextTryAt: at('2026-11-25T12:00') }]);
    expect(await viewCallTimes(deps)({ customerId: diary.customer.id })).toMatchObject({ callDueAt: dueAt });
  });

  it('moves a call that is open, and stays one call', async () => {
    expect(await ask()).toMatchObject({ dueAt: at('2026-11-24T11:00') });
    expect(await ask({ date: null, part: 'afternoon' })).toMatchObject({
      dueAt: at('2026-11-24T17:00'),
      changed: true,
    });
    expect(await calls()).toMatchObject([{ dueAt: at('2026-11-24T17:00'), nextTryAt: at('2026-11-24T12:00') }]);
  });

  it.each([
    ['on a Saturday', { date: '2026-11-28', part: 'any' }],
    ['further ahead than is offered', { date: '2026-12-09', part: 'any' }],
    ['in the past', { date: '2026-11-23', part: 'any' }],
    ['on no day', { date: 'tomorrow', part: 'any' }],
  ] as const)('is refused %s', async (_, wish) => {
    expect(await ask(wish)).toEqual({ ok: false, reason: 'not_then' });
    expect(await calls()).toEqual([]);
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY } from '~/domain/clock';
import { checkFairness } from '~/services/check-fairness.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewFairness } from '~/services/view-fairness.server';
import { assessed } from '../support/assessed';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anOffice } from '../support/factories';

/** It is 1 November 2026. */
describeOnBothDatabases('the monthly look at fairness', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let nerys: SignedInStaff;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    deps.clock.set('2026-11-01T06:00:00Z');
    const { id, officeId, firstName, lastName } = await aMemberOfStaff(deps, (await anOffice(deps)).id);
    nerys = { kind: 'staff', role: 'manager', id, officeId, firstName, lastName };
  });
  afterEach(() => database.drop());

  const person = (language: 'en' | 'cy') =>
    aCustomer(deps, { officeId: nerys.officeId, adviserId: nerys.id }, { language });
  const October = Date.parse('2026-10-12T10:00:00Z');

  it('is made once for the month before, and keeps nothing of small groups', async () => {
    for (let n = 0; n < 20; n += 1) {
      const { id } = await person(n < 10 ? 'cy' : 'en');
      // An older profile counts no more.
      if (n === 0) await assessed(deps, id, 'self_service', { finishedAt: October - 30 * DAY });
      const level = n < 10 ? 'assisted' : 'self_service';
      await assessed(deps, id, level, { finishedAt: October, decided: n < 5 ? 'self_service' : undefined });
      const told = { customerId: id, toldAt: October, toldBy: 'customer' as const };
      if (n < 3)
        await deps.db.write((q) => q.insert(q.tables.accessNeeds).values({ id: deps.newId(), ...told, need: 'bsl' }));
    }
    // Finished since; and one that is not finished.
    await assessed(deps, (await person('en')).id, 'assisted');
    await Promise.all([checkFairness(deps)(), checkFairness(deps)()]);
    expect(await checkFairness(deps)()).toBe(0);

    const { checks } = await viewFairness(deps)({ staff: nerys });
    expect(checks).toMatchObject([{ month: '2026-10', madeAt: deps.clock.now() }]);
    const [{ figures, standOut } = { figures: null, standOut: [] }] = checks;
    expect(figures!.everybody).toEqual({ people: 20, assisted: 50, overridden: 25, otherWay: 0 });
    expect(figures!.language.cy).toEqual({ people: 10, assisted: 100, overridden: 50, otherWay: 0 });
    expect(figures!.access).toEqual({ any: null, none: null });
    expect(figures!.need.bsl).toBeNull();
    expect(standOut).toEqual([
      ['language', 'en'],
      ['language', 'cy'],
    ]);

    deps.clock.set('2026-12-01T06:00:00Z');
    expect(await checkFairness(deps)()).toBe(1);
    expect((await viewFairness(deps)({ staff: nerys })).checks.map(({ month }) => month)).toEqual([
      '2026-11',
      '2026-10',
    ]);
  });
});

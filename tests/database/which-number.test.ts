import { afterEach, beforeEach, expect, it } from 'vitest';
import { updateContactPoint } from '@db/queries/contact-health.server';
import { listContactPoints } from '@db/queries/reach.server';
import { MINUTE } from '~/domain/clock';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aContactPoint, aCustomer, aMemberOfStaff, anOffice } from '../support/factories';

describeOnBothDatabases('the numbers of somebody who has several', (dialect) => {
  let database: TestDatabase;
  beforeEach(async () => void (database = await newDatabase(dialect)));
  afterEach(() => database.drop());

  it('come in the order in which they were told, wherever the database keeps them, so that the same one is used each time', async () => {
    const deps = testDeps(database.db);
    const officeId = (await anOffice(deps)).id;
    const adviserId = (await aMemberOfStaff(deps, officeId)).id;
    const { id: customerId } = await aCustomer(deps, { officeId, adviserId });
    const now = deps.clock.now();
    const told = [
      ['+447700900101', 'mobile'],
      ['+441632960102', 'landline'],
      ['+447700900103', 'mobile'],
      ['+447700900104', 'mobile'],
      ['+441632960105', 'landline'],
    ] as const;
    const ids = told.map(() => deps.newId());
    // Written down in another order than that in which they were told; two of them in the same moment.
    for (const at of [3, 0, 4, 2, 1]) {
      const [value, kind] = told[at]!;
      const createdAt = now + Math.min(at, 3) * MINUTE;
      await aContactPoint(deps, customerId, kind, value, { id: ids[at], createdAt });
    }
    // PostgreSQL puts a row that has changed at the end.
    for (const at of [0, 1]) await deps.db.write((q) => updateContactPoint(q, ids[at]!, { health: 'working' }));
    const found = await deps.db.read((q) => listContactPoints(q, [customerId]));
    expect(found.map(({ id }) => id)).toEqual(ids);
  });
});

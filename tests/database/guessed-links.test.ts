import { afterEach, beforeEach, expect, it } from 'vitest';
import { LIMITS, type LimitName } from '~/adapters/rate-limits';
import { viewHeldAppointment } from '~/services/view-held-appointment.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';

describeOnBothDatabases('guessing links', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let token: string;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    const office = await anOffice(deps);
    const adviser = await aMemberOfStaff(deps, office.id);
    const team = { officeId: office.id, adviserId: adviser.id };
    const customer = await aCustomer(deps, team);
    const appointment = await anAppointment(deps, { ...team, customerId: customer.id });
    token = deps.vault.linkToken(appointment.id, 1);
    const link = { tokenHash: deps.vault.hashSecret(token), appointmentId: appointment.id, appointmentVersion: 1 };
    await deps.db.write((q) => q.insert(q.tables.appointmentLinks).values({ ...link, createdAt: deps.clock.now() }));
  });
  afterEach(() => database.drop());

  const stateOf = async (guess: string, address = '192.0.2.7') =>
    (await viewHeldAppointment(deps)({ kind: 'link', token: guess, address })).state;

  it('is told to wait, and stands in nobody else’s way', async () => {
    for (let n = 0; n < LIMITS.wrong_links_per_address.points; n += 1)
      expect(await stateOf(`guess${n}`)).toBe('unknown');
    expect(await stateOf('one-more')).toBe('too_many');
    expect(await stateOf(token)).toBe('open');
    expect(await stateOf('mistyped', '192.0.2.8')).toBe('unknown');
  });

  it('from an address that has to wait uses up no link’s own visits', async () => {
    const counted: string[] = [];
    const use = async (name: LimitName) => {
      counted.push(name);
      return name === 'link_per_address' ? 60 : null;
    };
    deps.rateLimits = { use };
    expect(await stateOf(token)).toBe('too_many');
    expect(counted).toEqual(['link_per_address']);
  });
});

import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRateLimits, LIMITS } from '~/adapters/rate-limits';
import { createVault } from '~/adapters/vault';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { TEST_KEYS } from '../support/deps';

describeOnBothDatabases('rate limits', (dialect) => {
  let database: TestDatabase;
  const limits = () => createRateLimits(database.db, createVault(TEST_KEYS));
  beforeEach(async () => void (database = await newDatabase(dialect)));
  afterEach(() => database.drop());

  it('let the allowed number through and then say how long to wait', async () => {
    const { use } = limits();
    for (let n = 0; n < LIMITS.codes_per_contact.points; n += 1) expect(await use('codes_per_contact', 'a')).toBeNull();
    const wait = await use('codes_per_contact', 'a');
    expect(wait).toBeGreaterThan(LIMITS.codes_per_contact.duration - 60);
    expect(wait).toBeLessThanOrEqual(LIMITS.codes_per_contact.duration);
  });

  it('count each key and each limit by itself', async () => {
    const { use } = limits();
    for (let n = 0; n < 4; n += 1) await use('codes_per_contact', 'a');
    expect(await use('codes_per_contact', 'b')).toBeNull();
    expect(await use('codes_per_address', 'a')).toBeNull();
  });

  it('hold when many ask at the same time', async () => {
    const { use } = limits();
    const answers = await Promise.all(Array.from({ length: 20 }, () => use('codes_per_contact', 'a')));
    expect(answers.filter((wait) => wait === null)).toHaveLength(LIMITS.codes_per_contact.points);
  });

  if (dialect === 'sqlite') return;
  it('are counted together by every portal, under keys that tell nothing', async () => {
    const [one, other] = [limits(), limits()];
    for (let n = 0; n < 3; n += 1) await one.use('codes_per_contact', '192.0.2.7');
    expect(await other.use('codes_per_contact', '192.0.2.7')).not.toBeNull();
    const { rows } = await database.db.pool!.query('select key from rate_limits');
    expect(rows).toHaveLength(1);
    expect(rows[0].key).not.toContain('192.0.2.7');
  });
});

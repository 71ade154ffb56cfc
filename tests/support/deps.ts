import { pino } from 'pino';
import { v7 } from 'uuid';
import type { Db } from '@db/client.server';
import { createCalendarWriter } from '~/adapters/calendar';
import { createCsvFiles } from '~/adapters/csv/csv-files';
import { createLetterPress } from '~/adapters/letters/letter-press';
import { createOneTimePasswords } from '~/adapters/one-time-passwords';
import { createPasskeys } from '~/adapters/passkeys';
import { createPasswordHasher } from '~/adapters/passwords';
import { createPhoneNumbers } from '~/adapters/phone-numbers';
import { createRateLimits } from '~/adapters/rate-limits';
import { createVault } from '~/adapters/vault';
import { DEFAULT_POLICY } from '~/domain/reminder/policy';
import type { Deps } from '~/services/deps';
import { fakeClock, type FakeClock } from './fake-clock';

export const TEST_DATA_KEY = '5a'.repeat(32);
export const TEST_KEYS = { dataKey: TEST_DATA_KEY, sessionSecret: 'a secret for the sessions of tests' };

/** Real adapters over the given database, with a clock that the test moves. */
export function testDeps(db: Db, overrides: Partial<Deps> & { clock?: FakeClock } = {}): Deps & { clock: FakeClock } {
  return {
    db,
    newId: () => v7(),
    vault: createVault(TEST_KEYS),
    passwords: createPasswordHasher(),
    passkeys: createPasskeys('https://waymark.example'),
    oneTimePasswords: createOneTimePasswords(),
    phoneNumbers: createPhoneNumbers(),
    calendar: createCalendarWriter(),
    csv: createCsvFiles(),
    letterPress: createLetterPress(),
    rateLimits: createRateLimits(db, createVault(TEST_KEYS)),
    senders: [],
    policy: DEFAULT_POLICY,
    publicUrl: 'https://waymark.example',
    log: pino({ level: 'silent' }),
    clock: fakeClock(),
    ...overrides,
  };
}

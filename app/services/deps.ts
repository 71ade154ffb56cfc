import type { Db } from '@db/client.server';
import type { Logger } from 'pino';
import type { CalendarWriter } from '~/adapters/calendar';
import type { CsvFiles } from '~/adapters/csv/csv-files';
import type { LetterPress } from '~/adapters/letters/letter';
import type { MessageSender } from '~/adapters/messaging/sender';
import type { Passkeys } from '~/adapters/passkeys';
import type { PasswordHasher } from '~/adapters/passwords';
import type { PhoneNumbers } from '~/adapters/phone-numbers';
import type { OneTimePasswords } from '~/adapters/one-time-passwords';
import type { RateLimits } from '~/adapters/rate-limits';
import type { Vault } from '~/adapters/vault';
import type { Clock } from '~/domain/clock';
import type { ReminderPolicy } from '~/domain/reminder/policy';

/** Everything a use case may reach for. The composition makes one; tests make their own. */
export interface Deps {
  db: Db;
  clock: Clock;
  /** A new time-ordered, unguessable identifier (UUID version 7). */
  newId: () => string;
  vault: Vault;
  passwords: PasswordHasher;
  passkeys: Passkeys;
  oneTimePasswords: OneTimePasswords;
  phoneNumbers: PhoneNumbers;
  calendar: CalendarWriter;
  csv: CsvFiles;
  /** Sets letters for printing. */
  letterPress: LetterPress;
  rateLimits: RateLimits;
  /** The ways out that are configured; the first for a channel is the one in use. */
  senders: readonly MessageSender[];
  /** When and whether customers are reminded. */
  policy: ReminderPolicy;
  /** The address of the portal as customers see it, without a slash at the end. */
  publicUrl: string;
  log: Logger;
}

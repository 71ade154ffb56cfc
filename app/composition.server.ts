import { openDatabase, type Db } from '@db/client.server';
import { walBytes } from '@db/dialect/bound-wal';
import { codeOf, isOutage, isReadOnlyFailure, isWorthRepeating } from '@db/dialect/outages';
import { migrationState } from '@db/migrate.server';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import { createCalendarWriter } from '~/adapters/calendar';
import { createCsvFiles } from '~/adapters/csv/csv-files';
import { addLanguageFiles } from '~/adapters/language-files';
import { createLog } from '~/adapters/log';
import { createLetterPress } from '~/adapters/letters/letter-press';
import { createSenders } from '~/adapters/messaging/create-senders';
import { writeCallScript } from '~/adapters/messaging/twilio-call-script';
import { createTwilioSignature } from '~/adapters/messaging/twilio-signature';
import { createOneTimePasswords } from '~/adapters/one-time-passwords';
import { createPasskeys } from '~/adapters/passkeys';
import { createPasswordHasher } from '~/adapters/passwords';
import { createPhoneNumbers } from '~/adapters/phone-numbers';
import { createRateLimits } from '~/adapters/rate-limits';
import { createVault } from '~/adapters/vault';
import { CannotStart } from '~/cannot-start';
import type { Config } from '~/config.server';
import { MINUTE, type Clock } from '~/domain/clock';
import { DEFAULT_POLICY, DEMO_POLICY } from '~/domain/reminder/policy';
import type { Deps } from '~/services/deps';
import { DEFAULT_ENGINE, type EngineSettings } from '~/services/engine-settings';
import { createServices } from '~/services/services.server';
import { writeLetterPdf } from '~/services/write-letter.server';

/** How long a statement of PostgreSQL's may take where nobody waits for it. */
const UNHURRIED_MS = 10 * MINUTE;

const systemClock: Clock = { now: () => Date.now() };

/**
 * The only place that news things up: settings, database and adapters become the services that the
 * portal, the worker and the commands use.
 * @param options.patienceMs how long somebody else's lock, or a free connection, is waited for (ms); for whoever has a visitor waiting.
 * @param options.readsReplica whether the replica is read, if there is one, while the database does not answer: for those who
 * show what is there. Whoever acts on what they read must not act on what is older.
 * @param options.unhurried for a command that goes through all there is: its statements may take longer than a page's.
 */
export function compose(
  config: Config,
  options: {
    name: string;
    clock?: Clock;
    log?: Logger;
    engine?: EngineSettings;
    patienceMs?: number;
    readsReplica?: true;
    unhurried?: true;
  },
) {
  addLanguageFiles();
  const engine = options.engine ?? DEFAULT_ENGINE;
  const clock = options.clock ?? systemClock;
  const log = options.log ?? createLog({ name: options.name, level: config.logLevel });
  const db = open(config.databaseUrl, {
    poolSize: config.databasePool,
    lockPatienceMs: options.patienceMs,
    patienceMs: options.patienceMs,
    statementMs: options.unhurried && UNHURRIED_MS,
    replicaUrl: options.readsReplica ? config.databaseReplicaUrl : null,
    tell: (isReadOnly) =>
      isReadOnly
        ? log.error('ALERT: the database does not answer; pages are read from the replica, and nothing can be changed')
        : log.warn('the database answers again'),
  });
  const vault = createVault(config);
  const letterPress = createLetterPress();
  const deps: Deps = {
    db,
    clock,
    newId: () => v7(),
    vault,
    passwords: createPasswordHasher(),
    passkeys: createPasskeys(config.publicUrl),
    oneTimePasswords: createOneTimePasswords(),
    phoneNumbers: createPhoneNumbers(),
    calendar: createCalendarWriter(),
    csv: createCsvFiles(),
    letterPress,
    rateLimits: createRateLimits(db, vault),
    senders: createSenders(config, clock, engine.deadlineMs, writeLetterPdf({ db, clock, letterPress })),
    policy: config.mode === 'demo' ? DEMO_POLICY : DEFAULT_POLICY,
    publicUrl: config.publicUrl,
    log,
  };
  return {
    config,
    deps,
    db,
    log,
    engine,
    services: createServices(deps),
    /** True for a failure of the database as a whole, or for now: the same again will work later. */
    isOutage: (error: unknown) => isOutage(error) || isWorthRepeating(error),
    /** True for a failure that left nothing behind, because nothing can be written at present. */
    isReadOnlyFailure,
    /** Tells Twilio's webhooks from anybody else's. */
    twilioSignature: createTwilioSignature(config.sms.authToken),
    /** Tells Twilio what a voice call does next. */
    writeCallScript,
    /** Names of the migrations that this code expects and the database has not had. */
    pendingMigrations: async () => (await migrationState(db)).pending,
    /** The size of SQLite's write-ahead log (bytes); null on PostgreSQL. */
    walBytes: () => (db.sqlite ? walBytes(db.sqlite.name) : null),
    /**
     * For programs that are of no use without their tables; the portal starts without them, and says so at /readyz.
     * @throws CannotStart when the database cannot be used, or has not had every migration.
     */
    async requireTables() {
      const { pending } = await migrationState(db).catch(notUsable);
      if (pending.length > 0)
        throw new CannotStart('The database is not up to date. Run `npm run db -- migrate` first.');
    },
    async close() {
      await Promise.all(deps.senders.map((sender) => sender.close()));
      await db.close();
    },
  };
}

function open(url: string, options: Parameters<typeof openDatabase>[1]): Db {
  try {
    return openDatabase(url, options);
  } catch (error) {
    return notUsable(error);
  }
}

/** A database that is not there, or refuses, is for whoever runs it to put right; anything else is a fault of ours. */
function notUsable(error: unknown): never {
  const code = codeOf(error);
  if (code === null) throw error;
  throw new CannotStart(`The database cannot be used (${code}). DATABASE_URL says which one is meant.`, {
    cause: error,
  });
}

export type Composition = ReturnType<typeof compose>;

export { endAtFault, tellFault } from '~/adapters/log';

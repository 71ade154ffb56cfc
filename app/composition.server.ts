import { openDatabase, type Db } from '@db/client.server';
import { codeOf, isOutage, isWorthRepeating } from '@db/dialect/outages';
import { migrationState } from '@db/migrate.server';
import type { Logger } from 'pino';
import { createCalendarWriter } from '~/adapters/calendar';
import { createCsvFiles } from '~/adapters/csv/csv-files';
import { addLanguageFiles } from '~/adapters/language-files';
import { createLog } from '~/adapters/log';
import { createLetterPress } from '~/adapters/letters/letter-press';
import { createSenders } from '~/adapters/messaging/create-senders';
import { writeCallScript } from '~/adapters/messaging/twilio-call-script';
import { createTwilioSignature } from '~/adapters/messaging/twilio-signature';
import { createNewId } from '~/adapters/new-id';
import { createOneTimePasswords } from '~/adapters/one-time-passwords';
import { createPasskeys } from '~/adapters/passkeys';
import { createPasswordHasher } from '~/adapters/passwords';
import { createPhoneNumbers } from '~/adapters/phone-numbers';
import { createRateLimits } from '~/adapters/rate-limits';
import { createVault } from '~/adapters/vault';
import { CannotStart } from '~/cannot-start';
import type { Config } from '~/config.server';
import type { Clock } from '~/domain/clock';
import { DEFAULT_POLICY, DEMO_POLICY } from '~/domain/reminder/policy';
import type { Deps } from '~/services/deps';
import { DEFAULT_ENGINE, type EngineSettings } from '~/services/engine-settings';
import { createServices } from '~/services/services.server';
import { writeLetterPdf } from '~/services/write-letter.server';

const systemClock: Clock = { now: () => Date.now() };

/**
 * The only place that news things up: settings, database and adapters become the services that the
 * portal, the worker and the commands use.
 * @param options.patienceMs how long somebody else's lock is waited for (ms); for whoever has a visitor waiting.
 */
export function compose(
  config: Config,
  options: { name: string; clock?: Clock; log?: Logger; engine?: EngineSettings; patienceMs?: number },
) {
  addLanguageFiles();
  const engine = options.engine ?? DEFAULT_ENGINE;
  const clock = options.clock ?? systemClock;
  const log = options.log ?? createLog({ name: options.name, level: config.logLevel });
  const db = open(config.databaseUrl, options.patienceMs);
  const vault = createVault(config);
  const letterPress = createLetterPress();
  const deps: Deps = {
    db,
    clock,
    newId: createNewId(() => clock.now()),
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
    /** Tells Twilio's webhooks from anybody else's. */
    twilioSignature: createTwilioSignature(config.sms.authToken),
    /** Tells Twilio what a voice call does next. */
    writeCallScript,
    /** Names of the migrations that this code expects and the database has not had. */
    pendingMigrations: async () => (await migrationState(db)).pending,
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

function open(url: string, patienceMs: number | undefined): Db {
  try {
    return openDatabase(url, { lockPatienceMs: patienceMs });
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

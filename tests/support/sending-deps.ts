import { pino } from 'pino';
import { v7 } from 'uuid';
import type { Db } from '@db/client.server';
import { createCalendarWriter } from '~/adapters/calendar';
import { createTwilioSms } from '~/adapters/messaging/twilio-sms';
import { createVault } from '~/adapters/vault';
import type { Clock } from '~/domain/clock';
import { DEFAULT_POLICY } from '~/domain/reminder/policy';
import type { Deps } from '~/services/deps';
import type { EngineSettings } from '~/services/engine-settings';
import { ACCOUNT } from './twilio-account';

/** What a worker is told by whoever starts it. */
export interface WorkerLife {
  databaseUrl: string;
  twilioUrl: string;
  /** A file that says what the time is (ms). */
  clockFile: string;
  /** The moment at which it is struck, and which time of that moment; null when it works on to the end. */
  point: string | null;
  occurrence: number;
  signal: 'SIGKILL' | 'SIGSTOP';
  /** Whether it looks at times that have come free before it sends, and not at what is unknown. */
  offers: boolean;
  engine: EngineSettings;
}

export const KEYS = { dataKey: '5a'.repeat(32), sessionSecret: 'a secret for the sessions of tests' };

/**
 * The real parts that sending texts needs, and no others: a process that lives for a tenth of a second must not spend a
 * second on loading the rest. Whatever else is reached for is missed at once.
 */
export function sendingDeps(life: Pick<WorkerLife, 'twilioUrl' | 'engine'>, db: Db, clock: Clock): Deps {
  const sms = createTwilioSms(
    {
      ...ACCOUNT,
      baseUrl: life.twilioUrl,
      messagingServiceSid: null,
      from: '+441632960999',
      perSecond: 1000,
      publicUrl: 'https://waymark.example',
      deadlineMs: life.engine.deadlineMs,
    },
    clock,
  );
  const parts: Partial<Deps> = {
    db,
    clock,
    newId: () => v7(),
    vault: createVault(KEYS),
    calendar: createCalendarWriter(),
    senders: [sms],
    policy: DEFAULT_POLICY,
    publicUrl: 'https://waymark.example',
    log: pino({ level: 'silent' }),
  };
  return parts as Deps;
}

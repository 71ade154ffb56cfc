import { setTimeout as pause } from 'node:timers/promises';
import type { Composition } from '~/composition.server';
import { forgetOldMessages as forget } from '~/services/forget-old-messages.server';

/** Between two batches whoever sends, or has a page to show, comes first (ms). */
const REST_MS = 100;

/** Throws away messages that ended long ago, a few at a time, until there are none. */
export const forgetOldMessages = ({ deps, config, log }: Composition): (() => Promise<boolean>) => {
  const batch = forget(deps, config.messagesKeptMonths);
  let forgotten = 0;
  return async () => {
    const { count, more } = await batch();
    forgotten += count;
    if (more) await pause(REST_MS);
    else if (forgotten > 0) {
      log.info({ forgotten, months: config.messagesKeptMonths }, 'old messages were forgotten');
      forgotten = 0;
    }
    return more;
  };
};

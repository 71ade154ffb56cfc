import { setImmediate as turnOver } from 'node:timers/promises';
import type { Db } from '@db/client.server';
import type { MessageSender } from '~/adapters/messaging/sender';
import type { Deps } from '~/services/deps';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { sendDue } from '~/services/send-due.server';

/** Small batches, so that the workers take turns and a killed one leaves something behind. */
const ENGINE = { ...DEFAULT_ENGINE, batch: 8, concurrency: 4 };

/**
 * A worker that may be killed: from then on nothing that it begins comes to anything. What the provider has taken it has,
 * and what was not recorded by then never is.
 */
export function mortalWorker(deps: Deps, name: string, sender: MessageSender) {
  let dead = false;
  let handOversLeft = Infinity;
  let onDeath: () => void = () => undefined;
  const death = new Promise<void>((resolve) => (onDeath = resolve));
  const never = new Promise<never>(() => undefined);
  const alive = <T>(begin: () => Promise<T>) => (dead ? never : begin());
  const db: Db = {
    ...deps.db,
    read: (fn) => alive(() => deps.db.read(fn)),
    write: (fn) => alive(() => deps.db.write(fn)),
  };
  const senders: MessageSender[] = [
    {
      ...sender,
      async send(message) {
        if (dead) return never;
        const answer = await sender.send(message);
        handOversLeft -= 1;
        if (handOversLeft > 0) return answer;
        dead = true;
        onDeath();
        return never;
      },
    },
  ];
  const own = { ...deps, db, senders };
  const send = sendDue(own, ENGINE);
  const ask = reconcileUnknown(own, ENGINE);

  return {
    name,
    /** It dies after so many more hand-overs, or, for none, the next time that it looks at the database. */
    kill(handOvers: number): void {
      if (handOvers === 0) dead = true;
      handOversLeft = handOvers;
      if (dead) onDeath();
    },
    isDead: () => dead,
    async work(): Promise<void> {
      const round = async () => {
        await ask(name);
        await send(name);
        // What was begun in this round is over before the next begins.
        await turnOver();
      };
      await Promise.race([round(), death]);
    },
  };
}

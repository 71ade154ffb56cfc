import { setImmediate as nextTurn } from 'node:timers/promises';

/** How things are done together. */
export interface Togetherness {
  /** At most so many at once. */
  most: number;
  /** True for an error after which trying them one by one would only fail as often: the database as a whole does not work. */
  isHopeless(error: unknown): boolean;
  /** How long to wait for more before they are done; until all that is ready has come along, unless told otherwise. */
  gather?(): Promise<unknown>;
}

/**
 * Does for several at once what was asked for at the same time, so that many share one query or one commit: whoever asks
 * while some are being done is among the next. None is answered from what was known before it asked. When it fails for
 * several each half is done by itself, and so on, so that one's fault is not the others'.
 * @param work answers all of them, in their order.
 */
export function together<T, R>(
  work: (items: readonly T[]) => Promise<readonly R[]>,
  { most, isHopeless, gather = nextTurn }: Togetherness,
): (item: T) => Promise<R> {
  const waiting: { item: T; resolve: (result: R) => void; reject: (error: unknown) => void }[] = [];
  let busy = false;

  async function doAll(): Promise<void> {
    while (waiting.length > 0) {
      // Answers that came in with this one, over other connections, come along.
      await gather();
      await doSome(waiting.splice(0, most));
    }
    busy = false;
  }

  async function doSome(some: typeof waiting): Promise<void> {
    try {
      const results = await work(some.map(({ item }) => item));
      for (const [n, { resolve }] of some.entries()) resolve(results[n]!);
    } catch (error) {
      if (some.length === 1 || isHopeless(error)) for (const { reject } of some) reject(error);
      else {
        const half = some.length >> 1;
        await doSome(some.slice(0, half));
        await doSome(some.slice(half));
      }
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      void doAll();
    });
}

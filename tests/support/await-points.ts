import { AsyncLocalStorage } from 'node:async_hooks';
import diagnostics from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import pg from 'pg';
import type { Db } from '@db/client.server';
import type { MessageSender } from '~/adapters/messaging/sender';
import type { SteadyTime } from '~/services/steady-time';

/** Told at every moment at which a program can be killed so that it makes a difference; a moment has the same name each time. */
export type Hit = (point: string) => void;

/**
 * Watches the awaits of a program from outside: before each transaction and after every statement of it and of every read,
 * named after the place in the code that asked for it (its line in the bundle), the waits for a slot, the hand-over and the
 * question, and each step of their HTTP requests. After one statement and before the next is the same await.
 */
export function watchAwaits(hit: Hit) {
  const place = new AsyncLocalStorage<string>();
  const at = (what: string) => hit(`${place.getStore() ?? 'outside'}|${what}`);
  watchRequests(at);
  watchPostgres(at);
  return {
    db(db: Db): Db {
      if (db.sqlite) watchSqlite(db.sqlite, at);
      const placed =
        (run: <T>(fn: Parameters<Db['read']>[0]) => Promise<T>) =>
        <T>(fn: Parameters<Db['read']>[0]) =>
          place.run(callSite(), () => run<T>(fn));
      return { ...db, read: placed(db.read as never) as Db['read'], write: placed(db.write as never) as Db['write'] };
    },
    sender(sender: MessageSender): MessageSender {
      return {
        ...sender,
        send: (message) => place.run('send', () => around('the hand-over', () => sender.send(message), at)),
        reconcile: (...question) =>
          place.run('ask', () => around('the question', () => sender.reconcile(...question), at)),
      };
    },
    time(time: SteadyTime): SteadyTime {
      return {
        now: () => time.now(),
        until: (instant) => place.run('slot', () => around('the wait for a slot', () => time.until(instant), at)),
      };
    },
  };
}

async function around<T>(what: string, work: () => Promise<T>, at: Hit): Promise<T> {
  const result = await work();
  at(`after ${what}`);
  return result;
}

/** Where the caller of the watched function stands. */
function callSite(): string {
  return /:(\d+):\d+\)?$/.exec(new Error().stack?.split('\n')[3] ?? '')?.[1] ?? '?';
}

/** SQLite's driver is synchronous: what is before and after a statement is what is between two awaits. */
function watchSqlite(connection: NonNullable<Db['sqlite']>, at: Hit): void {
  const statements = Object.getPrototypeOf(connection.prepare('select 1')) as Record<string, Work>;
  for (const method of ['run', 'all', 'get']) {
    const plain = statements[method]!;
    statements[method] = function (this: { source: string }, ...values: unknown[]) {
      return surround(shapeOf(this.source), () => plain.apply(this, values), at);
    };
  }
  const connections = Object.getPrototypeOf(connection) as Record<string, Work>;
  const plain = connections.exec!;
  connections.exec = function (this: unknown, text: string) {
    return surround(text, () => plain.call(this, text), at);
  } as Work;
}

type Work = (...values: unknown[]) => unknown;

function surround(what: string, work: () => unknown, at: Hit): unknown {
  if (what.startsWith('PRAGMA')) return work();
  if (what.startsWith('BEGIN')) at(`before ${what}`);
  const result = work();
  at(`after ${what}`);
  return result;
}

/** With a server there is a third moment: the statement is on its way, and whether it is done nobody here will know. */
function watchPostgres(at: Hit): void {
  const clients = pg.Client.prototype as unknown as { query: Work };
  const plain = clients.query;
  clients.query = function (this: unknown, query: unknown, ...rest: unknown[]) {
    const text = typeof query === 'string' ? query : (query as { text?: string }).text;
    if (text === undefined) return plain.call(this, query, ...rest);
    const what = shapeOf(text);
    if (what === 'BEGIN') at('before BEGIN');
    const result = plain.call(this, query, ...rest);
    setImmediate(() => at(`during ${what}`));
    if (result instanceof Promise) return result.then((value: unknown) => (at(`after ${what}`), value));
    return result;
  };
}

function watchRequests(at: Hit): void {
  diagnostics.subscribe('http.client.request.start', (message) => {
    const { request } = message as { request: ClientRequest };
    at(`${request.method} is ready`);
    request.once('finish', () => at(`${request.method} is written`));
    request.once('response', (response: IncomingMessage) => {
      at(`${request.method} is being answered`);
      response.once('end', () => at(`${request.method} is answered`));
    });
  });
}

/** The statement without its values and how many they are, so that it is the same for every message. */
function shapeOf(text: string): string {
  return text
    .replace(/\$\d+/g, '?')
    .replace(/ values .*/s, '')
    .replace(/(\?, )+\?/g, '?');
}

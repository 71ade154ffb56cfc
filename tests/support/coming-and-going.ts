import { Worker } from 'node:worker_threads';

/** Reads in transactions that follow one another without end, each for a few milliseconds. */
const READER = `
  const { workerData, parentPort } = require('node:worker_threads');
  const Database = require('better-sqlite3');
  const connection = new Database(workerData.path, { readonly: true });
  const clock = new Int32Array(new SharedArrayBuffer(4));
  let going = true;
  parentPort.on('message', () => { going = false; });
  const round = () => {
    if (!going) { connection.close(); return process.exit(0); }
    connection.exec('BEGIN');
    connection.prepare('select count(*) from sqlite_master').get();
    Atomics.wait(clock, 0, 0, workerData.holdMs);
    connection.exec('COMMIT');
    setImmediate(round);
  };
  parentPort.postMessage('reading');
  round();
`;

/**
 * Threads that read a SQLite database in turn, so that hardly ever none of them does.
 * @param holdMs how long each transaction stays open (ms). @returns what ends them.
 */
export async function comingAndGoing(path: string, readers: number, holdMs: number): Promise<() => Promise<void>> {
  const threads = Array.from(
    { length: readers },
    () => new Worker(READER, { eval: true, workerData: { path, holdMs } }),
  );
  await Promise.all(threads.map((thread) => new Promise((resolve) => thread.once('message', resolve))));
  return async () => {
    const ended = threads.map((thread) => new Promise((resolve) => thread.once('exit', resolve)));
    for (const thread of threads) thread.postMessage('end');
    await Promise.all(ended);
  };
}

import { Worker } from 'node:worker_threads';

/** Commits one row to each of two tables, again and again; a lock that it meets is an error at once. */
const WRITER = `
  const { workerData, parentPort } = require('node:worker_threads');
  const Database = require('better-sqlite3');
  const connection = new Database(workerData.path);
  connection.pragma('busy_timeout = 0');
  connection.pragma('synchronous = FULL');
  const [left, right] = ['left', 'right'].map((name) => connection.prepare('insert into written_' + name + ' (words) values (?)'));
  const both = connection.transaction((words) => { left.run(words); right.run(words); });
  let going = true;
  let commits = 0;
  const refusals = [];
  parentPort.on('message', () => { going = false; });
  const round = () => {
    if (!going) { connection.close(); return parentPort.postMessage({ commits, refusals }); }
    for (let n = 0; n < 5; n += 1) {
      try { both.immediate('x'.repeat(400)); commits += 1; } catch (error) { refusals.push(error.message); }
    }
    if (commits === 5) parentPort.postMessage('writing');
    setImmediate(round);
  };
  round();
`;

/**
 * A thread that writes to a SQLite database without pause, until it is stopped.
 * @returns what stops it, and tells how often it has committed, and every time that it could not.
 */
export async function busyWriter(path: string): Promise<() => Promise<{ commits: number; refusals: string[] }>> {
  const thread = new Worker(WRITER, { eval: true, workerData: { path } });
  await new Promise((resolve) => thread.once('message', resolve));
  return async () => {
    const told = new Promise<{ commits: number; refusals: string[] }>((resolve) => thread.once('message', resolve));
    thread.postMessage('stop');
    const { commits, refusals } = await told;
    await thread.terminate();
    return { commits, refusals };
  };
}

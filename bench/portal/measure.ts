import { median } from '../figure';
import { load, percentile, type Asking, type LoadResult } from './load';
import type { ServerProcess } from './server-process';

const AT_ONCE = 8;

/** One thing that is measured: a server under a load. */
export interface Run {
  server: ServerProcess;
  asking: Asking;
  results: (LoadResult & { processorMs: number })[];
  asked: number;
}

export const newRun = (server: ServerProcess, asking: Asking): Run => ({ server, asking, results: [], asked: 0 });

/** Asks so many times, and notes how it went. */
export async function measure(run: Run, requests: number): Promise<void> {
  const idle = run.server.processorMs();
  const result = await load(run.server.port, run.asking, { requests, atOnce: AT_ONCE, from: run.asked });
  run.asked += requests;
  // What is less than the kernel counts is taken for half of that.
  const used = Math.max(run.server.processorMs() - idle, 5);
  run.results.push({ ...result, processorMs: used / requests });
}

/** Requests a second. */
export const rateOf = ({ results }: Run) => median(results.map(({ seconds, times }) => times.length / seconds));
/** Processor time of a request (ms). */
export const processorOf = ({ results }: Run) => median(results.map(({ processorMs }) => processorMs));
export const bytesOf = ({ results }: Run) => median(results.map(({ bytes }) => bytes));
/** Within what time `share` of the answers came (ms). */
export const timeOf = ({ results }: Run, share: number) => median(results.map(({ times }) => percentile(times, share)));

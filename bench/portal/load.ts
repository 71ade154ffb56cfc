import { Agent, request } from 'node:http';

/** One request of a load, byte for byte. */
export interface Asked {
  method?: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** What a good answer is; 200 unless told otherwise. */
  status?: number;
}

/** A page under load: the n-th request for it. */
export type Asking = (n: number) => Asked;

export interface LoadResult {
  /** Of the whole load, in wall-clock time. */
  seconds: number;
  /** Of each answer (ms). */
  times: number[];
  /** On the wire for one answer, in the middle: its body as it was sent. */
  bytes: number;
}

/** What a browser of today says. */
const BROWSER = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'en-GB,en;q=0.9,cy;q=0.8',
  'sec-fetch-site': 'same-origin',
  'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36',
};

/**
 * Asks a server on the loopback address so many times, a few at once over connections that are kept, as a browser does.
 * @throws at the first answer that is not as expected: a fast refusal is no page.
 */
export async function load(
  port: number,
  asking: Asking,
  { requests, atOnce, from = 0 }: { requests: number; atOnce: number; from?: number },
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  const sizes: number[] = [];
  let next = from;
  const began = performance.now();
  const visitor = async () => {
    while (next < from + requests) {
      const asked = asking(next++);
      const start = performance.now();
      const { bytes } = await ask(port, asked, agent);
      times.push(performance.now() - start);
      sizes.push(bytes.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, visitor));
  } finally {
    agent.destroy();
  }
  return { seconds: (performance.now() - began) / 1000, times, bytes: sizes.toSorted((a, b) => a - b)[sizes.length >> 1]! }; // prettier-ignore
}

/** One answer, as it came over the wire. */
export function ask(port: number, asked: Asked, agent?: Agent): Promise<{ bytes: Buffer; encoding: string }> {
  const { method = 'GET', path, headers, body, status = 200 } = asked;
  const form = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) }; // prettier-ignore
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, agent, headers: { ...BROWSER, ...form, ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks);
          if (answer.statusCode === status)
            return resolve({ bytes, encoding: answer.headers['content-encoding'] ?? 'identity' });
          reject(new Error(`${method} ${path.replace(/\/a\/.*/, '/a/…')} was answered with ${answer.statusCode}`));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The value below which `share` of them are, such as 0.99. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Services } from '~/services/services.server';
import { routeOf } from './request-log.server';
import { sendingGauges } from './sending-metrics.server';

/**
 * Counts what the portal answers, and reads how the sending of messages and the database stand when it is asked.
 * @param walBytes the size of SQLite's write-ahead log; null for a database that has none.
 */
export function createMetrics(services: Pick<Services, 'viewSending'>, walBytes: () => number | null) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answered = new Counter({
    name: 'waymark_http_requests_total',
    help: 'Requests answered.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'waymark_http_request_seconds',
    help: 'Time to answer.',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const setSending = sendingGauges(registry);
  if (walBytes() !== null)
    new Gauge({
      name: 'waymark_sqlite_wal_bytes',
      help: 'Size of the write-ahead log beside the SQLite database.',
      registers,
      collect() {
        this.set(walBytes() ?? 0);
      },
    });

  const count: RequestHandler = (request, response, next) => {
    const stop = seconds.startTimer();
    response.once('finish', () => {
      // An address that leads nowhere is one label, however many are tried.
      const labels = { method: request.method, route: routeOf(request, response) };
      answered.inc({ ...labels, status: response.statusCode });
      stop(labels);
    });
    next();
  };

  async function page(): Promise<{ type: string; text: string }> {
    setSending(await services.viewSending());
    return { type: registry.contentType, text: await registry.metrics() };
  }
  return { count, page };
}

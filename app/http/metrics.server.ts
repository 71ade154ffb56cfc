import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Composition } from '~/composition.server';
import { databaseGauges } from './database-metrics.server';
import { routeOf } from './request-log.server';
import { sendingGauges } from './sending-metrics.server';

/** Counts what the portal answers, and reads how the sending of messages and the database stand when it is asked. */
export function createMetrics({ services, log, ...parts }: Pick<Composition, 'services' | 'log' | 'db' | 'walBytes'>) {
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
  const sending = new Registry();
  const setSending = sendingGauges(sending);
  const setDatabase = databaseGauges(registry, parts);

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
    setDatabase();
    const own = await registry.metrics();
    try {
      setSending(await services.viewSending());
      return { type: registry.contentType, text: `${own}\n${await sending.metrics()}` };
    } catch (error) {
      // How many wait for a connection is wanted most when none is to be had; of the messages nothing is known then.
      log.warn({ err: error }, 'metrics without those of messages: the database does not answer');
      return { type: registry.contentType, text: own };
    }
  }
  return { count, page };
}

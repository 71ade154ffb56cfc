import express, { Router, type RequestHandler } from 'express';
import * as v from 'valibot';
import type { Composition } from '~/composition.server';
import { notifyErrorCode } from '~/domain/messaging/notify-codes';
import { bringsToken } from './bearer-token.server';
import { webhookFault } from './webhook-fault.server';

const uuid = v.pipe(v.string(), v.uuid());
/** A message that somebody sends from Notify's own pages has no reference. */
const RECEIPT = v.object({
  id: uuid,
  reference: v.nullable(v.pipe(v.string(), v.regex(/^[\x20-\x7e]{0,255}$/))),
  status: v.pipe(v.string(), v.regex(/^[a-z-]{1,30}$/)),
  notification_type: v.picklist(['sms', 'email', 'letter']),
});
const INBOUND = v.object({
  id: uuid,
  source_number: v.pipe(v.string(), v.regex(/^\+?[A-Za-z0-9 ]{1,20}$/)),
  message: v.pipe(v.string(), v.maxLength(5000)),
});

/**
 * GOV.UK Notify's receipts and customers' replies, at one address. They bring the token that Notify was told, so that a forged one
 * changes nothing (403); no page of another site can bring it, so they are mounted before the same-origin rule. A malformed one is
 * 400; when the database cannot be written, 503, and Notify comes again.
 * Source: https://docs.notifications.service.gov.uk/rest-api.html, "Callbacks".
 */
export function notifyWebhooks(composition: Pick<Composition, 'services' | 'config' | 'log'>): Router {
  const { services, config, log } = composition;
  const token = config.notify?.callbackToken ?? '';
  const router = Router();

  const genuine: RequestHandler = (request, response, next) => {
    if (token !== '' && bringsToken(request, token)) return next();
    log.warn({ path: request.path }, 'a webhook without the right token was refused');
    response.status(403).end();
  };

  router.post('/webhooks/notify', genuine, express.json({ limit: '64kb' }), (request, response, next) => {
    const done = take(request.body);
    if (!done) return void response.status(400).end();
    done.then(() => response.status(204).end()).catch(next);
  });
  router.all('/webhooks/notify', (_request, response) => void response.status(403).end());
  router.use('/webhooks/notify', webhookFault(log));

  /** @returns null for what is neither a receipt nor a text. */
  function take(body: unknown): Promise<unknown> | null {
    const receipt = v.safeParse(RECEIPT, body);
    if (receipt.success) return takeReceipt(receipt.output);
    const inbound = v.safeParse(INBOUND, body);
    if (!inbound.success) return null;
    const { id, source_number: from, message } = inbound.output;
    return services.receiveReply({ providerId: id, from: asE164(from), body: message });
  }

  async function takeReceipt({ id, reference, status }: v.InferOutput<typeof RECEIPT>): Promise<void> {
    if (!reference) return;
    const news = { providerId: id, providerStatus: status, errorCode: notifyErrorCode(status) };
    await services.receiveStatus({ provider: 'notify', messageId: reference, ...news });
  }
  return router;
}

/** Notify writes numbers in full, without the plus: 447700900123. */
function asE164(number: string): string {
  return /^\d{10,15}$/.test(number) ? `+${number}` : number;
}

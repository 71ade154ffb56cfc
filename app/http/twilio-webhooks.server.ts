import express, { Router, type ErrorRequestHandler, type Request, type RequestHandler } from 'express';
import * as v from 'valibot';
import type { Composition } from '~/composition.server';

const STATUS = v.object({
  MessageSid: v.pipe(v.string(), v.regex(/^(SM|MM)[0-9a-fA-F]{32}$/)),
  MessageStatus: v.pipe(v.string(), v.regex(/^[a-z-]{1,30}$/)),
  ErrorCode: v.optional(v.pipe(v.string(), v.regex(/^\d{0,6}$/)), ''),
});
const INBOUND = v.object({
  MessageSid: v.pipe(v.string(), v.regex(/^(SM|MM)[0-9a-fA-F]{32}$/)),
  From: v.pipe(v.string(), v.regex(/^\+?[A-Za-z0-9 ]{1,20}$/)),
  Body: v.optional(v.pipe(v.string(), v.maxLength(2000)), ''),
});

/**
 * Twilio's receipts and customers' replies. Signed, so that a forged one changes nothing (403), and the one exemption
 * from the same-origin rule, so mounted before it. A malformed one is 400; when the database cannot be written, 503.
 */
export function twilioWebhooks(
  composition: Pick<Composition, 'services' | 'config' | 'twilioSignature' | 'log'>,
): Router {
  const { services, config, twilioSignature, log } = composition;
  const router = Router();

  const genuine: RequestHandler = (request, response, next) => {
    const url = config.publicUrl + request.originalUrl;
    if (twilioSignature.isGenuine(url, request.get('x-twilio-signature'), fieldsOf(request))) return next();
    log.warn({ path: request.baseUrl }, 'a webhook without a good signature was refused');
    response.status(403).end();
  };
  const fail: ErrorRequestHandler = (error: { status?: number }, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status && error.status >= 400 && error.status < 500 ? error.status : 503;
    if (status === 503) log.error({ err: error }, 'a webhook could not be taken');
    response.status(status).end();
  };

  router.use('/webhooks/twilio', express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 200 }), genuine);

  router.post('/webhooks/twilio/status/:messageId', (request, response, next) => {
    const news = v.safeParse(STATUS, fieldsOf(request));
    if (!news.success) return void response.status(400).end();
    const { MessageSid, MessageStatus, ErrorCode } = news.output;
    services
      .receiveStatus({
        provider: 'twilio',
        messageId: request.params.messageId,
        providerId: MessageSid,
        providerStatus: MessageStatus,
        errorCode: ErrorCode === '' || ErrorCode === '0' ? null : ErrorCode,
      })
      .then(() => response.status(204).end())
      .catch(next);
  });

  router.post('/webhooks/twilio/inbound', (request, response, next) => {
    const reply = v.safeParse(INBOUND, fieldsOf(request));
    if (!reply.success) return void response.status(400).end();
    const { MessageSid, From, Body } = reply.output;
    services
      .receiveReply({ providerId: MessageSid, from: From, body: Body })
      .then(() => response.type('text/xml').send('<Response/>'))
      .catch(next);
  });

  router.use('/webhooks/twilio', fail);
  return router;
}

/** The form's fields; one that was sent twice is not something that Twilio does, and is left out. */
function fieldsOf(request: Request): Record<string, string> {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}

import express, { Router, type RequestHandler } from 'express';
import * as v from 'valibot';
import type { Composition } from '~/composition.server';
import { fieldsOf } from './form-fields.server';
import { voiceWebhook } from './twilio-voice-webhook.server';
import { webhookFault } from './webhook-fault.server';

const STATUS = v.object({
  MessageSid: v.pipe(v.string(), v.regex(/^(SM|MM)[0-9a-fA-F]{32}$/)),
  MessageStatus: v.pipe(v.string(), v.regex(/^[a-z-]{1,30}$/)),
  ErrorCode: v.optional(v.pipe(v.string(), v.regex(/^\d{0,6}$/)), ''),
});
/** A call's; the network's own answer (SIP) says why one failed where Twilio does not. */
const CALL_STATUS = v.object({
  CallSid: v.pipe(v.string(), v.regex(/^CA[0-9a-fA-F]{32}$/)),
  CallStatus: v.pipe(v.string(), v.regex(/^[a-z-]{1,30}$/)),
  ErrorCode: v.optional(v.pipe(v.string(), v.regex(/^\d{0,6}$/)), ''),
  SipResponseCode: v.optional(v.pipe(v.string(), v.regex(/^\d{0,3}$/)), ''),
});
const INBOUND = v.object({
  MessageSid: v.pipe(v.string(), v.regex(/^(SM|MM)[0-9a-fA-F]{32}$/)),
  From: v.pipe(v.string(), v.regex(/^\+?[A-Za-z0-9 ]{1,20}$/)),
  Body: v.optional(v.pipe(v.string(), v.maxLength(2000)), ''),
});

/**
 * Twilio's receipts, customers' replies, and calls that wait for words. Signed, so that a forged one changes nothing (403), and the one exemption
 * from the same-origin rule, so mounted before it. A malformed one is 400; when the database cannot be written, 503.
 */
export function twilioWebhooks(
  composition: Pick<Composition, 'services' | 'config' | 'twilioSignature' | 'writeCallScript' | 'log'>,
): Router {
  const { services, config, twilioSignature, log } = composition;
  const router = Router();

  const genuine: RequestHandler = (request, response, next) => {
    const url = config.publicUrl + request.originalUrl;
    if (twilioSignature.isGenuine(url, request.get('x-twilio-signature'), fieldsOf(request))) return next();
    log.warn({ path: request.baseUrl }, 'a webhook without a good signature was refused');
    response.status(403).end();
  };

  router.use('/webhooks/twilio', express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 200 }), genuine);

  router.post('/webhooks/twilio/status/:messageId', (request, response, next) => {
    const news = newsIn(fieldsOf(request));
    if (!news) return void response.status(400).end();
    services
      .receiveStatus({ provider: 'twilio', messageId: request.params.messageId, ...news })
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

  router.post('/webhooks/twilio/voice/:messageId', voiceWebhook(composition));

  router.use('/webhooks/twilio', webhookFault(log));
  return router;
}

/** The news in a receipt for a text or a call; null when it is neither. */
function newsIn(fields: Record<string, string>) {
  const code = (text: string) => (text === '' || text === '0' ? null : text);
  const call = v.safeParse(CALL_STATUS, fields);
  if (call.success) {
    const { CallSid, CallStatus, ErrorCode, SipResponseCode } = call.output;
    const sip = CallStatus === 'failed' && SipResponseCode !== '' ? `sip_${SipResponseCode}` : null;
    return { providerId: CallSid, providerStatus: CallStatus, errorCode: code(ErrorCode) ?? sip };
  }
  const text = v.safeParse(STATUS, fields);
  if (!text.success) return null;
  const { MessageSid, MessageStatus, ErrorCode } = text.output;
  return { providerId: MessageSid, providerStatus: MessageStatus, errorCode: code(ErrorCode) };
}

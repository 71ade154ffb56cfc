import type { RequestHandler } from 'express';
import * as v from 'valibot';
import type { Composition } from '~/composition.server';
import { CALL_STEPS, type CallTurn } from '~/domain/messaging/call-turn';
import { fieldsOf } from './form-fields.server';

const CALL = v.object({
  CallSid: v.pipe(v.string(), v.regex(/^CA[0-9a-fA-F]{32}$/)),
  Digits: v.optional(v.pipe(v.string(), v.regex(/^[0-9*#]?$/)), ''),
});
const PLACE = v.object({
  step: v.optional(v.picklist(CALL_STEPS), 'hello'),
  again: v.optional(v.literal('1')),
});

/**
 * What a voice call says next, in Twilio's language. Where the call is stands in the address, which the signature covers;
 * behind the router's check of that signature.
 */
export function voiceWebhook(
  composition: Pick<Composition, 'services' | 'config' | 'writeCallScript'>,
): RequestHandler<{ messageId: string }> {
  const { services, config, writeCallScript } = composition;
  return (request, response, next) => {
    const call = v.safeParse(CALL, fieldsOf(request));
    const place = v.safeParse(PLACE, request.query);
    if (!call.success || !place.success) return void response.status(400).end();
    const { messageId } = request.params;
    const { step, again } = place.output;
    services
      .answerCall({
        provider: 'twilio',
        messageId,
        providerId: call.output.CallSid,
        step,
        again: again === '1',
        key: call.output.Digits,
      })
      .then((turn) => {
        const address = `${config.publicUrl}/webhooks/twilio/voice/${encodeURIComponent(messageId)}${placeOf(turn)}`;
        response.type('text/xml').send(writeCallScript(turn, address));
      })
      .catch(next);
  };
}

function placeOf(turn: CallTurn | null): string {
  if (!turn?.listen) return '';
  return `?step=${turn.listen.step}${turn.listen.again ? '&again=1' : ''}`;
}

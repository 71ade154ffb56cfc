import { Ajv, type ValidateFunction } from 'ajv';

/**
 * What GOV.UK Notify documents of its API, as schemas: requests, and the notification it gives back. Written down from
 * https://docs.notifications.service.gov.uk/rest-api.html; nothing beyond it is let through in either direction.
 */
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  formats: { uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
});
const uuid = { type: 'string', format: 'uuid' };
const text = { type: 'string', minLength: 1 };
const maybe = { type: ['string', 'null'] };
const personalisation = { type: 'object', additionalProperties: { type: 'string' } };
const only = (properties: object, required: string[]) =>
  ajv.compile({ type: 'object', properties, required, additionalProperties: false });

export const NOTIFY_REQUESTS: Record<string, ValidateFunction> = {
  sms: only({ phone_number: text, template_id: uuid, personalisation, reference: text, sms_sender_id: uuid }, [
    'phone_number',
    'template_id',
  ]),
  email: only({ email_address: text, template_id: uuid, personalisation, reference: text, email_reply_to_id: uuid }, [
    'email_address',
    'template_id',
  ]),
  letter: only(
    { reference: text, content: { type: 'string', minLength: 8 }, postage: { enum: ['first', 'second', 'economy'] } },
    ['reference', 'content'],
  ),
};

/** The query of `GET /v2/notifications`. */
export const validateList = only(
  { template_type: { enum: ['sms', 'email', 'letter'] }, status: text, reference: text, older_than: uuid },
  [],
);

export const validateNotification = only(
  {
    id: uuid,
    reference: maybe,
    email_address: maybe,
    phone_number: maybe,
    ...Object.fromEntries(['1', '2', '3', '4', '5', '6'].map((line) => [`line_${line}`, maybe])),
    postcode: maybe,
    postage: maybe,
    type: { enum: ['sms', 'email', 'letter'] },
    status: text,
    template: { type: 'object', required: ['id', 'version', 'uri'] },
    body: { type: 'string' },
    subject: maybe,
    created_at: text,
    created_by_name: maybe,
    sent_at: maybe,
    completed_at: maybe,
    scheduled_for: maybe,
    one_click_unsubscribe: maybe,
    is_cost_data_ready: { type: 'boolean' },
    cost_in_pounds: { type: ['number', 'null'] },
    cost_details: { type: 'object' },
  },
  ['id', 'reference', 'type', 'status', 'template', 'body', 'created_at', 'is_cost_data_ready'],
);

/** A refused field, as Notify words it: "phone_number is a required property". */
export function wordsOf(validate: ValidateFunction): { error: 'ValidationError'; message: string }[] {
  return (validate.errors ?? []).map(({ keyword, instancePath, params, message }) => {
    if (keyword === 'required') return invalid(`${params.missingProperty} is a required property`);
    if (keyword === 'additionalProperties')
      return invalid(`Additional properties are not allowed (${params.additionalProperty} was unexpected)`);
    return invalid(`${instancePath.slice(1)} ${message}`);
  });
}

export function invalid(message: string) {
  return { error: 'ValidationError' as const, message };
}

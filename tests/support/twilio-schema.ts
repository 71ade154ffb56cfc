import { Ajv, type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface OpenApi {
  paths: Record<string, { post: { requestBody: { content: Record<string, { schema: object }> } } }>;
  components: { schemas: Record<string, object> };
}

// A part of Twilio's own file (its `source` says which): the package that has it brings 140 others, which nobody here uses.
const api = JSON.parse(readFileSync(join(process.cwd(), 'tests/support/twilio-api.json'), 'utf8')) as OpenApi;
// The description's formats are hints for people; form fields are all text.
const ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: true, allErrors: true });

const create = api.paths['/2010-04-01/Accounts/{AccountSid}/Messages.json']!.post.requestBody.content;
const message = api.components.schemas['api.v2010.account.message'] as { properties: Record<string, object> };

/** The fields of `POST Messages.json`: Twilio's own description, tightened with what its prose says. */
export const validateCreate: ValidateFunction = ajv.compile({
  allOf: [
    create['application/x-www-form-urlencoded']!.schema,
    {
      required: ['To', 'Body'],
      anyOf: [{ required: ['From'] }, { required: ['MessagingServiceSid'] }],
      properties: {
        To: { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' },
        Body: { type: 'string', minLength: 1, maxLength: 1600 },
        StatusCallback: { type: 'string', pattern: '^https?://' },
        ValidityPeriod: { type: 'integer', minimum: 1, maximum: 36000 },
      },
      propertyNames: {
        enum: Object.keys((create['application/x-www-form-urlencoded']!.schema as typeof message).properties),
      },
    },
  ],
  components: api.components,
});

/** A message as Twilio gives it back; every field there, none besides. */
export const validateMessage: ValidateFunction = ajv.compile({
  ...message,
  required: Object.keys(message.properties),
  additionalProperties: false,
  components: api.components,
});

const createCall = api.paths['/2010-04-01/Accounts/{AccountSid}/Calls.json']!.post.requestBody.content[
  'application/x-www-form-urlencoded'
]!.schema as typeof message;
const call = api.components.schemas['api.v2010.account.call'] as typeof message;

/** The fields of `POST Calls.json`: Twilio's own description, tightened with what its prose says. */
export const validateCallCreate: ValidateFunction = ajv.compile({
  allOf: [
    createCall,
    {
      required: ['To', 'From', 'Url', 'StatusCallback'],
      properties: {
        To: { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' },
        From: { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' },
        Url: { type: 'string', pattern: '^https?://' },
        StatusCallback: { type: 'string', pattern: '^https?://' },
        StatusCallbackEvent: { type: 'array', items: { enum: ['initiated', 'ringing', 'answered', 'completed'] } },
        Timeout: { type: 'integer', minimum: 5, maximum: 600 },
        TimeLimit: { type: 'integer', minimum: 1, maximum: 14400 },
      },
      propertyNames: { enum: Object.keys(createCall.properties) },
    },
  ],
  components: api.components,
});

/** A call as Twilio gives it back; every field there, none besides. */
export const validateCall: ValidateFunction = ajv.compile({
  ...call,
  required: Object.keys(call.properties),
  additionalProperties: false,
  components: api.components,
});

/** Twilio's error body. */
export const validateError: ValidateFunction = ajv.compile({
  type: 'object',
  required: ['code', 'message', 'more_info', 'status'],
  additionalProperties: false,
  properties: {
    code: { type: 'integer' },
    message: { type: 'string' },
    more_info: { type: 'string' },
    status: { type: 'integer' },
  },
});

/** What a validator found wrong, in a line. */
export function mistakesOf(validate: ValidateFunction): string {
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`).join('; ');
}

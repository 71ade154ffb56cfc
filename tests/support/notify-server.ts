import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { invalid, NOTIFY_REQUESTS, validateList, validateNotification, wordsOf } from './notify-schema';
import { refusalOfToken } from './notify-token';

/** How the server may misbehave. `…_before`: nothing was taken; `…_after`: the message was taken all the same. */
export type NotifyFault =
  | { kind: 'error'; status: number; error: string; message: string; retryAfter?: string }
  | { kind: 'page'; status: number; location?: string }
  | { kind: 'reset_before' }
  | { kind: 'reset_after' }
  | { kind: 'hang_after' }
  | { kind: 'trickle_after' }
  | { kind: 'cut_after' }
  | { kind: 'no_id_after' };

export interface NotifyNotification {
  id: string;
  type: 'sms' | 'email' | 'letter';
  reference: string | null;
  to: string | null;
  subject: string | null;
  body: string;
  status: string;
  templateId: string;
  createdAt: number;
  cost: { pounds: number; fragments: number } | null;
}

interface Template {
  id: string;
  name: string;
  type: 'sms' | 'email' | 'letter';
  subject: string | null;
  body: string;
}

/** A small, stateful GOV.UK Notify on the loopback address, strict about what its documentation says. */
export async function startNotifyServer(options: { now?: () => number; answerAfter?: () => number } = {}) {
  const now = options.now ?? (() => Date.now());
  const notifications: NotifyNotification[] = [];
  /** Every well-formed request to send something, whatever became of it. */
  const requests: { type: string; fields: Record<string, unknown> }[] = [];
  /** Every request that arrived, as "GET /v2/templates". */
  const calls: string[] = [];
  /** What does not fit Notify's documentation; a test expects none. */
  const mistakes: string[] = [];
  const templates: Template[] = [
    { id: randomUUID(), name: 'Waymark letter draft', type: 'letter', subject: 'x', body: '((body))' },
    { id: randomUUID(), name: 'Waymark text', type: 'sms', subject: null, body: '((body))' },
    { id: randomUUID(), name: 'Waymark email', type: 'email', subject: '((subject))', body: '((body))' },
  ];
  let faults: NotifyFault[] = [];
  let always: NotifyFault | null = null;
  let readFault: NotifyFault | null = null;

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      mistakes.push(String(error));
      response.destroy();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://notify.example');
    calls.push(`${request.method} ${url.pathname}`);
    const content = await bodyOf(request);
    const stranger = refusalOfToken(request.headers.authorization);
    if (stranger) return refuse(response, stranger.status, [{ error: 'AuthError', message: stranger.message }]);
    const type = /^\/v2\/notifications\/(sms|email|letter)$/.exec(url.pathname)?.[1] as NotifyNotification['type'];
    if (request.method === 'POST' && type) {
      if (request.headers['content-type'] !== 'application/json') mistakes.push('not sent as JSON');
      return send(type, JSON.parse(content) as Record<string, string>, response);
    }
    if (request.method !== 'GET') return refuse(response, 405, [{ error: 'MethodNotAllowed', message: 'No.' }]);
    if (readFault) return misbehave(readFault, response);
    if (url.pathname === '/v2/templates') return listTemplates(url.searchParams, response);
    if (url.pathname === '/v2/notifications') return list(url.searchParams, response);
    const id = /^\/v2\/notifications\/([^/]+)$/.exec(url.pathname)?.[1];
    const found = notifications.find((one) => one.id === id);
    if (!found) return refuse(response, 404, [{ error: 'NoResultFound', message: 'No result found' }]);
    answer(response, 200, shown(found));
  }

  async function send(type: NotifyNotification['type'], fields: Record<string, unknown>, response: ServerResponse) {
    const validate = NOTIFY_REQUESTS[type]!;
    if (!validate(fields)) {
      mistakes.push(`POST ${type}: ${JSON.stringify(wordsOf(validate))}`);
      return refuse(response, 400, wordsOf(validate));
    }
    const fault = faults.shift() ?? always;
    if (fault?.kind === 'reset_before') return void response.destroy();
    requests.push({ type, fields });
    if (fault?.kind === 'error' || fault?.kind === 'page') return misbehave(fault, response);
    const problem = type === 'letter' ? problemOfLetter(fields) : problemOf(type, fields);
    if (problem) return refuse(response, 400, [problem]);
    const values = (fields.personalisation ?? {}) as Record<string, string>;
    const template = templates.find((one) => one.id === fields.template_id);
    const fill = (frame: string) => frame.replaceAll(/\(\((\w+)\)\)/g, (_all, word: string) => values[word] ?? '');
    const notification: NotifyNotification = {
      id: randomUUID(),
      type,
      reference: (fields.reference as string | undefined) ?? null,
      to: (fields.phone_number ?? fields.email_address ?? null) as string | null,
      subject: template?.subject ? fill(template.subject) : null,
      body: template ? fill(template.body) : '',
      status: type === 'letter' ? 'pending-virus-check' : 'created',
      templateId: template?.id ?? randomUUID(),
      createdAt: now(),
      cost: null,
    };
    notifications.push(notification);
    if (fault) return misbehave(fault, response);
    if (options.answerAfter) await pause(options.answerAfter());
    answer(response, 201, accepted(notification, (fields.postage as string | undefined) ?? 'second'));
  }

  function problemOf(type: 'sms' | 'email', fields: Record<string, unknown>) {
    const template = templates.find((one) => one.id === fields.template_id);
    if (!template) return { error: 'BadRequestError', message: 'Template not found' };
    if (template.type !== type)
      return {
        error: 'BadRequestError',
        message: `${template.type} template is not suitable for ${type} notification`,
      };
    const wanted = [...`${template.subject ?? ''} ${template.body}`.matchAll(/\(\((\w+)\)\)/g)].map((hit) => hit[1]!);
    const missing = wanted.filter((word) => !(word in ((fields.personalisation ?? {}) as object)));
    if (missing.length > 0)
      return { error: 'BadRequestError', message: `Missing personalisation: ${missing.join(', ')}` };
    if (type === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(fields.email_address as string))
      return invalid('email_address Not a valid email address');
    if (type === 'sms' && !/^\+?\d{10,15}$/.test(fields.phone_number as string))
      return invalid('phone_number Not enough digits');
    return null;
  }

  function problemOfLetter(fields: Record<string, unknown>) {
    const pdf = Buffer.from(fields.content as string, 'base64');
    if (pdf.subarray(0, 5).toString() === '%PDF-') return null;
    return { error: 'BadRequestError', message: 'Letter content is not a valid PDF' };
  }

  function listTemplates(query: URLSearchParams, response: ServerResponse) {
    const type = query.get('type');
    const listed = templates.filter((one) => type === null || one.type === type);
    const at = new Date(0).toISOString();
    const more = { created_at: at, updated_at: null, created_by: 'someone@example.com', version: 1, postage: null };
    answer(response, 200, { templates: listed.map((one) => ({ ...one, ...more, letter_contact_block: null })) });
  }

  function list(query: URLSearchParams, response: ServerResponse) {
    const filter = Object.fromEntries(query);
    if (!validateList(filter)) {
      mistakes.push(`GET notifications: ${JSON.stringify(wordsOf(validateList))}`);
      return refuse(response, 400, wordsOf(validateList));
    }
    const found = notifications
      .filter((one) => !filter.template_type || one.type === filter.template_type)
      .filter((one) => !filter.reference || one.reference === filter.reference)
      .toReversed()
      .slice(0, 250);
    const current = `http://notify.example/v2/notifications?${query}`;
    answer(response, 200, { notifications: found.map(shown), links: { current } });
  }

  function misbehave(fault: NotifyFault, response: ServerResponse) {
    if (fault.kind === 'error') {
      if (fault.retryAfter) response.setHeader('retry-after', fault.retryAfter);
      return refuse(response, fault.status, [{ error: fault.error, message: fault.message }]);
    }
    if (fault.kind === 'page') {
      if (fault.location) response.setHeader('location', fault.location);
      return void response.writeHead(fault.status).end('<html>Bad gateway</html>');
    }
    if (fault.kind === 'hang_after') return;
    if (fault.kind === 'trickle_after') return trickle(response);
    if (fault.kind === 'no_id_after') return answer(response, 201, { reference: null });
    if (fault.kind === 'cut_after') {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '400' });
      return void response.write('{"id":"', () => response.destroy());
    }
    response.destroy();
  }

  function answer(response: ServerResponse, status: number, body: object) {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  function refuse(response: ServerResponse, status: number, errors: { error: string; message: string }[]) {
    answer(response, status, { status_code: status, errors });
  }

  function shown(one: NotifyNotification) {
    const full = {
      id: one.id,
      reference: one.reference,
      email_address: one.type === 'email' ? one.to : null,
      phone_number: one.type === 'sms' ? one.to : null,
      type: one.type,
      status: one.status,
      template: { id: one.templateId, version: 1, uri: `http://notify.example/v2/template/${one.templateId}` },
      body: one.body,
      subject: one.subject,
      created_at: new Date(one.createdAt).toISOString(),
      sent_at: null,
      completed_at: null,
      is_cost_data_ready: one.cost !== null,
      cost_in_pounds: one.cost?.pounds ?? null,
      cost_details: one.cost && one.type === 'sms' ? { billable_sms_fragments: one.cost.fragments } : {},
    };
    if (!validateNotification(full))
      mistakes.push(`an answer of this server: ${JSON.stringify(wordsOf(validateNotification))}`);
    return full;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    notifications,
    requests,
    calls,
    mistakes,
    templates,
    /** The next requests to send fail like this, one after the other. */
    fail: (...next: NotifyFault[]) => void (faults = [...faults, ...next]),
    failAlways: (fault: NotifyFault | null) => void (always = fault),
    failReads: (fault: NotifyFault | null) => void (readFault = fault),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type NotifyServer = Awaited<ReturnType<typeof startNotifyServer>>;

function accepted(one: NotifyNotification, postage: string) {
  if (one.type === 'letter') return { id: one.id, reference: one.reference, postage };
  const from =
    one.type === 'sms' ? { from_number: 'WAYMARK' } : { from_email: 'waymark@notify.example', subject: one.subject };
  return {
    id: one.id,
    reference: one.reference,
    content: { body: one.body, ...from },
    uri: `http://notify.example/v2/notifications/${one.id}`,
    template: { id: one.templateId, version: 1, uri: `http://notify.example/v2/template/${one.templateId}` },
  };
}

/** An answer whose body never ends, a byte at a time: silence-based timeouts never see it. */
async function trickle(response: ServerResponse) {
  response.writeHead(201, { 'content-type': 'application/json' });
  while (!response.destroyed) {
    response.write(' ');
    await pause(20);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

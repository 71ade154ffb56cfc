import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import twilio from 'twilio';
import { ACCOUNT } from './twilio-account';
import { twilioCalls } from './twilio-calls';
import { mistakesOf, validateCreate, validateError, validateMessage } from './twilio-schema';

export { ACCOUNT } from './twilio-account';

/** How the server may misbehave. `…_before`: nothing was taken; `…_after`: the message was taken all the same. */
export type Fault =
  | { kind: 'error'; status: number; code: number; retryAfter?: string }
  | { kind: 'page'; status: number }
  | { kind: 'reset_before' }
  | { kind: 'reset_after' }
  | { kind: 'hang_after' }
  | { kind: 'trickle_after' }
  | { kind: 'cut_after' };

export interface TwilioMessage {
  sid: string;
  to: string;
  from: string | null;
  messagingServiceSid: string | null;
  body: string;
  status: string;
  errorCode: number | null;
  statusCallback: string | null;
  createdAt: number;
  /** "-0.04000" in pounds, once it is worked out. */
  price?: string;
}

/** A small, stateful Twilio on the loopback address: creates, lists and fetches messages, and signs callbacks. */
export async function startTwilioServer(
  options: { port?: number; now?: () => number; answerAfter?: () => number } = {},
) {
  const now = options.now ?? (() => Date.now());
  const messages: TwilioMessage[] = [];
  /** The fields of every well-formed request to create a message, whatever became of it. */
  const requests: Record<string, string>[] = [];
  /** What does not fit Twilio's description; a test expects none. */
  const mistakes: string[] = [];
  /** Ids of the messages that were asked about, one for each time. */
  const asked: string[] = [];
  const voice = twilioCalls(ACCOUNT.accountSid, now, mistakes);
  let faults: Fault[] = [];
  let always: Fault | null = null;
  let listFault: Fault | null = null;
  let fetchFault = false;
  let listedAfter = 0;

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      mistakes.push(String(error));
      response.destroy();
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://twilio.example');
    const base = `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages`;
    const body = await bodyOf(request);
    const fields = Object.fromEntries(new URLSearchParams(body));
    const expected = `Basic ${Buffer.from(`${ACCOUNT.accountSid}:${ACCOUNT.authToken}`).toString('base64')}`;
    if (request.headers.authorization !== expected) return refuse(response, 401, 20003);
    if (url.pathname.startsWith(voice.base)) return call(request, url, body, response);
    if (url.pathname === `${base}.json` && request.method === 'POST') return create(fields, response);
    if (url.pathname === `${base}.json` && request.method === 'GET') return list(url.searchParams, response);
    const sid = new RegExp(`^${base}/(SM[0-9a-f]{32})\\.json$`).exec(url.pathname)?.[1];
    if (sid) asked.push(sid);
    if (sid && fetchFault) return refuse(response, 503, 20503);
    const found = messages.find((message) => message.sid === sid);
    return found ? answer(response, 200, shown(found), validateMessage) : refuse(response, 404, 20404);
  }

  async function create(fields: Record<string, string>, response: ServerResponse) {
    if (!validateCreate({ ...fields })) {
      mistakes.push(`POST Messages: ${mistakesOf(validateCreate)}`);
      return refuse(response, 400, 21604);
    }
    const fault = faults.shift() ?? always;
    if (fault?.kind === 'reset_before') return void response.destroy();
    requests.push(fields);
    if (fault?.kind === 'error') return refuse(response, fault.status, fault.code, fault.retryAfter);
    if (fault?.kind === 'page') return void response.writeHead(fault.status).end('<html>Bad gateway</html>');
    const message: TwilioMessage = {
      sid: `SM${randomBytes(16).toString('hex')}`,
      to: fields.To!,
      from: fields.From ?? null,
      messagingServiceSid: fields.MessagingServiceSid ?? null,
      body: fields.Body!,
      status: fields.MessagingServiceSid ? 'accepted' : 'queued',
      errorCode: null,
      statusCallback: fields.StatusCallback ?? null,
      createdAt: now(),
    };
    messages.push(message);
    if (fault?.kind === 'reset_after') return void response.destroy();
    if (fault?.kind === 'hang_after') return;
    if (fault?.kind === 'trickle_after') return trickle(response);
    if (fault?.kind === 'cut_after') return cut(response);
    if (options.answerAfter) await pause(options.answerAfter());
    answer(response, 201, shown(message), validateMessage);
  }

  async function call(request: IncomingMessage, url: URL, body: string, response: ServerResponse) {
    if (request.method === 'POST') {
      const fields = voice.check(body);
      if (!fields) return refuse(response, 400, 21200);
      const fault = faults.shift() ?? always;
      if (fault?.kind === 'reset_before') return void response.destroy();
      voice.requests.push(fields);
      if (fault?.kind === 'error') return refuse(response, fault.status, fault.code, fault.retryAfter);
      if (fault?.kind === 'page') return void response.writeHead(fault.status).end('<html>Bad gateway</html>');
      const made = voice.make(fields);
      if (fault?.kind === 'reset_after') return void response.destroy();
      if (fault?.kind === 'hang_after') return;
      if (fault?.kind === 'trickle_after') return trickle(response);
      if (fault?.kind === 'cut_after') return cut(response);
      return answer(response, 201, made);
    }
    if (url.pathname === `${voice.base}.json`) {
      if (listFault?.kind === 'error') return refuse(response, listFault.status, listFault.code);
      return listFault ? void response.destroy() : answer(response, 200, voice.list(url.searchParams));
    }
    const found = voice.find(url.pathname);
    return found ? answer(response, 200, found) : refuse(response, 404, 20404);
  }

  function list(query: URLSearchParams, response: ServerResponse) {
    if (listFault?.kind === 'error') return refuse(response, listFault.status, listFault.code);
    if (listFault) return void response.destroy();
    const size = Number(query.get('PageSize') ?? 50);
    const page = Number(query.get('Page') ?? 0);
    // A filter by date sent leaves out what has not been sent yet, as Twilio's does.
    const sentAfter = query.get('DateSent>') ?? query.get('DateSent>=');
    const found = messages
      .filter((message) => !query.get('To') || message.to === query.get('To'))
      .filter((message) => message.createdAt + listedAfter <= now())
      .filter((message) => !sentAfter || (isSent(message) && message.createdAt >= Date.parse(sentAfter)))
      .toReversed();
    const shownPage = found.slice(page * size, (page + 1) * size);
    const more = found.length > (page + 1) * size;
    const next = new URLSearchParams(query);
    next.set('Page', String(page + 1));
    const uri = `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages.json`;
    answer(response, 200, {
      messages: shownPage.map(shown),
      page,
      page_size: size,
      start: page * size,
      end: page * size + shownPage.length,
      uri,
      first_page_uri: uri,
      next_page_uri: more ? `${uri}?${next}` : null,
      previous_page_uri: null,
    });
  }

  function answer(response: ServerResponse, status: number, body: object, validate?: typeof validateMessage) {
    if (validate && !validate(body)) mistakes.push(`an answer of this server: ${mistakesOf(validate)}`);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  function refuse(response: ServerResponse, status: number, code: number, retryAfter?: string) {
    if (retryAfter) response.setHeader('retry-after', retryAfter);
    const body = { code, message: 'No.', more_info: `https://www.twilio.com/docs/errors/${code}`, status };
    answer(response, status, body, validateError);
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    messages,
    requests,
    asked,
    calls: voice.calls,
    callRequests: voice.requests,
    mistakes,
    /** The next requests to create a message fail like this, one after the other. */
    fail: (...next: Fault[]) => void (faults = [...faults, ...next]),
    failAlways: (fault: Fault | null) => void (always = fault),
    failFetches: (fail: boolean) => void (fetchFault = fail),
    failLists: (fault: Fault | null) => void (listFault = fault),
    /** Messages appear in the list only so long after they were taken (ms). */
    listLate: (after: number) => void (listedAfter = after),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function shown(message: TwilioMessage) {
    const created = new Date(message.createdAt).toUTCString().replace('GMT', '+0000');
    const uri = `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages/${message.sid}`;
    return {
      account_sid: ACCOUNT.accountSid,
      api_version: '2010-04-01',
      body: message.body,
      date_created: created,
      date_sent: isSent(message) ? created : null,
      date_updated: created,
      direction: 'outbound-api',
      error_code: message.errorCode,
      error_message: null,
      from: message.from,
      messaging_service_sid: message.messagingServiceSid,
      num_media: '0',
      num_segments: message.messagingServiceSid ? '0' : '1',
      price: message.price ?? null,
      price_unit: message.price ? 'GBP' : null,
      sid: message.sid,
      status: message.status,
      subresource_uris: { media: `${uri}/Media.json` },
      to: message.to,
      uri: `${uri}.json`,
    };
  }
}

export type TwilioServer = Awaited<ReturnType<typeof startTwilioServer>>;

/**
 * Calls a webhook as Twilio does, signed over the public address, whichever address the portal really has.
 * @param signWith another token makes a forgery.
 */
export async function callWebhook(
  portal: { publicUrl: string; url: string },
  path: string,
  params: Record<string, string>,
  signWith = ACCOUNT.authToken,
): Promise<Response> {
  const signature = twilio.getExpectedTwilioSignature(signWith, portal.publicUrl + path, params);
  return fetch(portal.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(params),
  });
}

function isSent(message: TwilioMessage): boolean {
  return ['sending', 'sent', 'delivered', 'undelivered'].includes(message.status);
}

/** An answer whose body never ends, a byte at a time: silence-based timeouts never see it. */
async function trickle(response: ServerResponse) {
  response.writeHead(201, { 'content-type': 'application/json' });
  while (!response.destroyed) {
    response.write(' ');
    await pause(20);
  }
}

/** An answer that says all is well, and breaks off in its body. */
function cut(response: ServerResponse) {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': '400' });
  response.write('{"sid":"', () => response.destroy());
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

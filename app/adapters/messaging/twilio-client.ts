import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient';
import type Response from 'twilio/lib/http/response';
import { retryAfterOf } from './retry-after';

/** The provider answered, and the answer is no. */
export class TwilioRefusal extends Error {
  constructor(
    readonly status: number,
    /** Twilio's own code, or null when the body did not say (a gateway's page, say). */
    readonly code: string | null,
    readonly retryAfterMs: number | null,
  ) {
    super(`HTTP ${status}${code ? `, code ${code}` : ''}`);
    this.name = 'TwilioRefusal';
  }
}

/**
 * The SDK's own client, sent to a chosen base address, with a deadline for the whole exchange. The SDK's `timeout` is
 * only about silence, so a body that trickles in would outlast it.
 */
class TwilioRequestClient extends twilio.RequestClient {
  readonly #baseUrl: string;

  constructor(options: { baseUrl: string; deadlineMs: number }) {
    super({ timeout: options.deadlineMs, autoRetry: false, maxSockets: 50 });
    this.#baseUrl = options.baseUrl;
    this.axios.interceptors.request.use((config) =>
      Object.assign(config, { signal: AbortSignal.timeout(options.deadlineMs) }),
    );
  }

  /** @throws TwilioRefusal for every answer that is not a success; network faults as axios has them. */
  override async request<TData>(request: RequestClient.RequestOptions<TData>): Promise<Response<TData>> {
    const { pathname, search } = new URL(request.uri);
    const response = await super.request<TData>({ ...request, uri: `${this.#baseUrl}${pathname}${search}` });
    if (response.statusCode >= 200 && response.statusCode < 300) return response;
    const body: unknown = response.body;
    const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : null;
    throw new TwilioRefusal(response.statusCode, code, retryAfterOf(response.headers as Record<string, unknown>));
  }
}

export interface TwilioAccount {
  accountSid: string;
  authToken: string;
  /** Twilio's address, a gateway's or a test server's, without a slash at the end. */
  baseUrl: string;
}

/** The Twilio SDK for an account. */
export function createTwilioClient(account: TwilioAccount, deadlineMs: number) {
  const httpClient = new TwilioRequestClient({ baseUrl: account.baseUrl, deadlineMs });
  return twilio(account.accountSid, account.authToken, { httpClient });
}

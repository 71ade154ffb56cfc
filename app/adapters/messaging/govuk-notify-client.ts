import { NotifyClient } from 'notifications-node-client';

export interface NotifyAccount {
  /** The key's name, the service's id and the secret, as Notify shows them once: `name-uuid-uuid`. */
  apiKey: string;
  /** Notify's address, a gateway's or a test server's, without a slash at the end. */
  baseUrl: string;
}

/** Far more than any of Notify's answers; a letter goes out, none comes back. */
const LARGEST_ANSWER = 8 * 1024 * 1024;

/**
 * Notify's client for one exchange, which may take several requests, with one deadline for all of them: a time-out of
 * axios is only about silence, so a body that trickles in would outlast it. Nothing is tried again, and a redirect is
 * not followed: it would take the key and the person's number elsewhere.
 */
export function openExchange(account: NotifyAccount, deadlineMs: number): NotifyClient {
  const client = new NotifyClient(account.baseUrl, account.apiKey);
  // The client brings its own axios; asking it for an instance keeps that one the only one.
  const { restClient } = (client as unknown as { apiClient: { restClient: AxiosMaker } }).apiClient;
  client.setClient(
    restClient.create({
      signal: AbortSignal.timeout(deadlineMs),
      maxRedirects: 0,
      maxContentLength: LARGEST_ANSWER,
      // A letter's file goes out as text, a third larger.
      maxBodyLength: LARGEST_ANSWER,
    }),
  );
  return client;
}

type AxiosInstance = Parameters<NotifyClient['setClient']>[0];
interface AxiosMaker {
  create(defaults: object): AxiosInstance;
}

import type { Logger } from 'pino';
import type { Language } from '~/domain/language';
import type { Mode } from '~/config.server';
import type { Services } from '~/services/services.server';

/** What the server hands to every route. */
export interface WaymarkContext {
  services: Services;
  /** Already carries the request's id. */
  log: Logger;
  /** Follows the request through the log and into the worker. */
  requestId: string;
  /** The address pattern of the route that answers, "/clubs/:ref/going". */
  pattern: string;
  /** For the one inline style or script a page may have. */
  nonce: string;
  /** The visitor's network address, for rate limits only; never logged, and stored as a keyed hash. */
  address: string;
  /** The language chosen on this device (`?lang=` or its cookie), if one was. */
  chosenLanguage: Language | null;
  /** What was typed into the page's form when the language was switched, or more time was wanted; else null. */
  typed: URLSearchParams | null;
  /** A form came in that could not be saved: its page is shown again, with what was typed. */
  notSaved: boolean;
  /** On a shared computer: what its forms say of whose session they are in; null everywhere else. */
  kiosk: { mark: string | null } | null;
  mode: Mode;
  publicUrl: string;
  /** True when something is sent to the outbox, so that the outbox can be shown. */
  outbox: boolean;
  /** The page as it was rendered, whole, for whoever sends it; null before that, and where there is none. */
  page: string | null;
  /** Told of everything that breaks in a route, so that a database out of order is answered as such. */
  noteFailure(error: unknown): void;
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends WaymarkContext {}
}

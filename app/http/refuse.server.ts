import type { Response } from 'express';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { refusalWords, type Refusal } from '~/i18n/refusals';
import { callLine, plainPage } from './plain-page.server';

const STATUS: Record<Refusal, number> = {
  bad_request: 400,
  another_site: 403,
  not_found: 404,
  method: 405,
  too_long: 413,
  too_many_fields: 413,
  wrong_type: 415,
  long_address: 414,
  busy: 429,
  unavailable: 503,
  read_only: 503,
  failed: 500,
};

/** After how many seconds to come again: a machine that is out of order for a moment is not made busier. */
export const COME_AGAIN = '30';

/**
 * Answers with a plain page in the visitor's language, from the server itself: for what never reaches a
 * route, and for what broke on the way. It has the number to call if a page has shown it before.
 */
export function refuse(response: Response, refusal: Refusal): void {
  // Logs and metrics know the route by then, unless it never came to that.
  response.locals.route ??= '(refused)';
  if (STATUS[refusal] === 503) response.set('Retry-After', COME_AGAIN);
  const language: Language = response.locals.chosenLanguage ?? 'en';
  const { heading, text } = refusalWords.in(language)[refusal];
  const lastKnownPhone = response.locals.lastKnownPhone as (() => string) | undefined;
  const call = callLine(frameWords.in(language).orCall, lastKnownPhone?.() ?? '');
  const main = `<h1>${heading}</h1>\n<p>${text}</p>\n${call}`;
  response
    .status(STATUS[refusal])
    .type('html')
    .send(plainPage({ language, title: heading, main, nonce: response.locals.nonce }));
}

/** The refusal that fits an error status when nobody said more. */
export function refusalFor(status: number): Refusal {
  if (status === 403 || status === 404) return 'not_found';
  const known = Object.entries(STATUS).find(([, value]) => value === status);
  if (known) return known[0] as Refusal;
  return status < 500 ? 'bad_request' : 'failed';
}

import type { Response } from 'express';
import type { Language } from '~/domain/language';
import { refusalWords, type Refusal } from '~/i18n/refusals';

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
  failed: 500,
};

/** After how many seconds to come again: a machine that is out of order for a moment is not made busier. */
const COME_AGAIN = '30';

/**
 * Answers with a plain page in the visitor's language, from the server itself: for what never reaches a
 * route, and for what broke on the way. It needs no database, no build and no style sheet.
 */
export function refuse(response: Response, refusal: Refusal): void {
  // Logs and metrics know the route by then, unless it never came to that.
  response.locals.route ??= '(refused)';
  if (refusal === 'unavailable') response.set('Retry-After', COME_AGAIN);
  const language: Language = response.locals.chosenLanguage ?? 'en';
  response
    .status(STATUS[refusal])
    .type('html')
    .send(plainPage(language, refusal, response.locals.nonce));
}

/** The refusal that fits an error status when nobody said more. */
export function refusalFor(status: number): Refusal {
  if (status === 403 || status === 404) return 'not_found';
  const known = Object.entries(STATUS).find(([, value]) => value === status);
  if (known) return known[0] as Refusal;
  return status < 500 ? 'bad_request' : 'failed';
}

function plainPage(language: Language, refusal: Refusal, nonce: string): string {
  const { heading, text } = refusalWords.in(language)[refusal];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading} – Waymark</title>
<style nonce="${nonce}">body{font:1.1875rem/1.4 system-ui,sans-serif;margin:2rem auto;max-width:40rem;padding:0 1rem}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
}

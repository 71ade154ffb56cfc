import type { RequestHandler } from 'express';
import { setTimeout as pause } from 'node:timers/promises';
import type { Composition } from '~/composition.server';
import { SECOND } from '~/domain/clock';
import { LANGUAGES, type Language } from '~/domain/language';
import { closedWords } from '~/i18n/closed';
import { formatOnDate, formatTime } from '~/i18n/format';
import { callLine, plainPage } from './plain-page.server';

/** Wall-clock times for everybody; offices with a zone of their own are not asked while the database may be away. */
const ZONE = 'Europe/London';
const PATIENCE_MS = SECOND;

/**
 * While the service is closed (`CLOSED_UNTIL`), the answer to every page and every form: in each language, with the
 * number to call. What watches the service, providers' callbacks and the worker are not pages, and go on.
 */
export function closed({ config, deps, services, log }: Composition): RequestHandler {
  const { closedUntil } = config;
  if (closedUntil === null) return (_request, _response, next) => next();

  /** The number is in the database, which may be what is being worked on: then the last one known has to do. */
  const phone = async () => {
    const found = services.findEnquiryPhone(null).catch((error: unknown) => {
      log.warn({ err: error }, 'closed, and the number to call could not be read');
      return null;
    });
    return (await Promise.race([found, pause(PATIENCE_MS, null, { ref: false })])) ?? services.lastKnownPhone();
  };

  return (_request, response, next) => {
    const left = closedUntil - deps.clock.now();
    if (left <= 0) return next();
    response.locals.route ??= '(closed)';
    phone().then((number) => {
      const chosen: Language = response.locals.chosenLanguage ?? 'en';
      const languages = [chosen, ...LANGUAGES.filter((language) => language !== chosen)];
      const main = languages.map((language, index) => words(language, closedUntil, number, index === 0));
      const page = { language: chosen, title: closedWords.in(chosen).heading, main: main.join('\n') };
      response
        .status(503)
        .set('Retry-After', `${Math.ceil(left / 1000)}`)
        .type('html')
        .send(plainPage({ ...page, nonce: response.locals.nonce }));
    }, next);
  };
}

function words(language: Language, until: number, phone: string, first: boolean): string {
  const said = closedWords.in(language);
  const heading = first ? 'h1' : 'h2';
  return `<div lang="${language}">
<${heading}>${said.heading}</${heading}>
<p>${said.until(formatOnDate(until, ZONE, language), formatTime(until, ZONE, language))}</p>
<p>${said.meanwhile}</p>
${callLine(said.call, phone)}
</div>`;
}

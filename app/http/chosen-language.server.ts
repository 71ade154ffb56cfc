import type { RequestHandler, Response } from 'express';
import { isLanguage, type Language } from '~/domain/language';

/** The language chosen on this device: `?lang=cy` now, or the cookie it left before. */
export function chosenLanguage(publicUrl: string): RequestHandler {
  return (request, response, next) => {
    const asked = request.query.lang;
    const kept = /(?:^|;\s*)lang=([\w-]+)(?:;|$)/.exec(request.get('cookie') ?? '')?.[1];
    response.locals.chosenLanguage = isLanguage(kept) ? kept : null;
    if (isLanguage(asked) && asked !== kept) keepLanguage(response, publicUrl, asked);
    if (isLanguage(asked)) response.locals.chosenLanguage = asked;
    next();
  };
}

/** Remembers on this device, for a year, which language was chosen. */
export function keepLanguage(response: Response, publicUrl: string, language: Language): void {
  const secure = publicUrl.startsWith('https:');
  response.cookie('lang', language, { httpOnly: true, sameSite: 'lax', secure, maxAge: 31_536_000_000 });
}

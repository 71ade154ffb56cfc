import type { RequestHandler } from 'express';
import { isLanguage, type Language } from '~/domain/language';

/** The language chosen on this device: `?lang=cy` now, or the cookie it left before. */
export function chosenLanguage(publicUrl: string): RequestHandler {
  const secure = publicUrl.startsWith('https:');
  return (request, response, next) => {
    const asked = request.query.lang;
    const kept = /(?:^|;\s*)lang=(en|cy)(?:;|$)/.exec(request.get('cookie') ?? '')?.[1];
    const chosen = isLanguage(asked) ? asked : kept;
    response.locals.chosenLanguage = (chosen ?? null) as Language | null;
    if (isLanguage(asked) && asked !== kept) {
      response.cookie('lang', asked, { httpOnly: true, sameSite: 'lax', secure, maxAge: 31_536_000_000 });
    }
    next();
  };
}

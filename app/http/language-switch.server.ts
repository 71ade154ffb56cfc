import type { RequestHandler } from 'express';
import { isLanguage } from '~/domain/language';
import { keepLanguage } from './chosen-language.server';

/** The button of the language switch on pages with a form (with-typed.server.ts). */
export const SWITCH_FIELD = 'language-switch';

/**
 * A form that was sent by the language switch is not an answer: the page is asked for again (GET, so that no action
 * runs), in the other language, with what had been typed. See docs/decisions/0021-the-language-switch-sends-the-form.md.
 */
export function languageSwitch(publicUrl: string): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'POST') return next();
    const fields = new URLSearchParams((response.locals.form as Buffer).toString('utf8'));
    const language = fields.get(SWITCH_FIELD);
    if (!isLanguage(language)) return next();
    keepLanguage(response, publicUrl, language);
    response.locals.chosenLanguage = language;
    response.locals.typed = fields;
    request.method = 'GET';
    next();
  };
}

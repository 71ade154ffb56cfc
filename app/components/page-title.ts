import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';

/** For a route's `meta`: "Home – Waymark". The server adds "Error: " when the answers had mistakes; `wrong` does when the address had. */
export function pageTitle(page: string, language: Language, wrong = false) {
  const words = frameWords.in(language);
  return [{ title: `${wrong ? words.errorInTitle : ''}${words.title(page)}` }];
}

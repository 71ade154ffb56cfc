import type { ContactHint } from '~/domain/contact/hint-of';
import type { Language } from '~/domain/language';
import { ownContactsWords } from '~/i18n/pages/own-contacts';

/** A number or address so that its owner knows it and nobody else can use it: "number that ends in 123". */
export function hintWords(hint: ContactHint, language: Language): string {
  const { hints } = ownContactsWords.in(language);
  switch (hint.kind) {
    case 'number':
      return hints.number(hint.ending);
    case 'email':
      return hints.email(hint.beginning);
    case 'home':
      return hints.home;
  }
}

/** With a capital letter, for the start of a line. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

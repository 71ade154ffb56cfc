import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { appointmentWords } from '~/i18n/pages/appointment';

/** Catalogue keys of the reasons why a link opens nothing. */
const WORDS = {
  unknown: 'unknown',
  ended: 'ended',
  moved: 'moved',
  cancelled: 'cancelled',
  too_many: 'tooMany',
} as const;
export type GoneState = keyof typeof WORDS;

/** A link that opens nothing (any more): why, and the number to call. No details: whoever has it may see this. */
export function LinkGone({ state, language, phone }: { state: GoneState; language: Language; phone: string }) {
  const words = appointmentWords.in(language);
  return (
    <>
      <h1 className="govuk-heading-l">{words.gone[WORDS[state]].title}</h1>
      <p className="govuk-body">{words.gone[WORDS[state]].text}</p>
      {phone && (
        <p className="govuk-body">
          {words.goneCall} <PhoneLink phone={phone} />
        </p>
      )}
    </>
  );
}

/** The title of a page behind a link. */
export function goneTitle(state: GoneState, language: Language): string {
  return appointmentWords.in(language).gone[WORDS[state]].title;
}

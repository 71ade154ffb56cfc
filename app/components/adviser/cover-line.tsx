import { InsetText } from '~/components/design-system/text-blocks';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { adviserWords } from '~/i18n/pages/adviser';

interface Props {
  /** First name of the adviser who is away. */
  adviser: string;
  /** Who stands in, and the last day: a date of the office. */
  cover: { standIn: { firstName: string }; untilOn: string };
  zone: string;
  language: Language;
}

/** "Rhys is standing in until Friday 4 December, then Sioned again." */
export function coverSentence({ adviser, cover, zone, language }: Props): string {
  const until = formatDate(cover.untilOn, zone, language);
  return adviserWords.in(language).standingIn(cover.standIn.firstName, until, adviser);
}

/** Who stands in today, and that nothing else changes. `phone` is the stand-in's own number, if there is one. */
export function CoverLine({ phone, ...props }: Props & { phone: string | null }) {
  const words = adviserWords.in(props.language);
  return (
    <InsetText classes="wm-answered">
      <p className="govuk-body">
        <strong>{coverSentence(props)}</strong>
      </p>
      {phone !== null && (
        <p className="govuk-body">
          {words.standInCall(props.cover.standIn.firstName)}: <PhoneLink phone={phone} />
        </p>
      )}
      <p className="govuk-body">{words.bookedStay}</p>
    </InsetText>
  );
}

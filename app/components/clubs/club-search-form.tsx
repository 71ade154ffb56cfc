import { errorBeside } from '~/components/question-page';
import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { Input } from '~/components/design-system/input';
import { CLUB_FEATURES, FEATURE_FIELDS, type ClubFeature } from '~/domain/club/nearest-clubs';
import type { Language } from '~/domain/language';
import { clubsWords } from '~/i18n/pages/clubs';

interface Props {
  typed: string;
  needed: readonly ClubFeature[];
  error?: string;
  language: Language;
}

/** Where to look and what is needed; it changes nothing, so what was asked stays in the address. */
export function ClubSearchForm({ typed, needed, error, language }: Props) {
  const words = clubsWords.in(language);
  return (
    <form method="get" action="/clubs" noValidate>
      <Input
        name="near"
        label={{ text: words.question, classes: 'govuk-label--s' }}
        hint={words.hint}
        error={errorBeside(error, language)}
        classes="govuk-input--width-10"
        defaultValue={typed}
        autoComplete="postal-code"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Checkboxes
        name="needs"
        fieldset={{ legend: { text: words.needs, classes: 'govuk-fieldset__legend--s' } }}
        classes="govuk-checkboxes--small"
        items={CLUB_FEATURES.map((feature) => ({
          name: FEATURE_FIELDS[feature],
          value: 'yes',
          text: words.features[feature],
          checked: needed.includes(feature),
        }))}
      />
      <Button>{words.submit}</Button>
    </form>
  );
}

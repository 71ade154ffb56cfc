import { Button } from '~/components/design-system/button';
import { Fieldset } from '~/components/design-system/fieldset';
import { Input } from '~/components/design-system/input';
import { Radios } from '~/components/design-system/radios';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { CHANNELS, type Channel } from '~/domain/messaging/channel';
import { detailsWords } from '~/i18n/pages/details';
import type { OwnContact } from '~/services/own-contacts.server';

export interface PreferenceValues {
  channel: string;
  quietFrom: string;
  quietTo: string;
  discreet: string;
}
export type PreferenceErrors = Partial<Record<keyof PreferenceValues, string>>;

const NEEDS: Record<Channel, readonly OwnContact['kind'][]> = {
  sms: ['mobile'],
  email: ['email'],
  voice: ['mobile', 'landline'],
  call_list: ['mobile', 'landline'],
  letter: ['post'],
};

/** The channel somebody likes best, when to leave them alone, and whether others read along. */
export function PreferencesForm(props: {
  language: Language;
  values: PreferenceValues;
  errors: PreferenceErrors;
  contacts: readonly OwnContact[];
}) {
  const { language, values, errors, contacts } = props;
  const words = detailsWords.in(language).preferences;
  const has = (channel: Channel) => contacts.some(({ kind }) => NEEDS[channel].includes(kind));
  const time = (field: 'quietFrom' | 'quietTo', text: string) => (
    <Input
      name={field}
      label={{ text }}
      error={errorBeside(errors[field], language)}
      classes="govuk-input--width-5"
      defaultValue={values[field]}
      autoComplete="off"
      spellCheck={false}
    />
  );
  return (
    <form method="post" action="/details/contact-preferences" noValidate>
      <Radios
        name="channel"
        value={values.channel}
        fieldset={{ legend: { text: words.channel, classes: 'govuk-fieldset__legend--m' } }}
        hint={words.channelHint}
        error={errorBeside(errors.channel, language)}
        items={[
          { value: 'none', text: words.channels.none },
          ...CHANNELS.map((channel) => ({
            ...{ value: channel, text: words.channels[channel] },
            hint: has(channel) ? undefined : words.missing[channel],
          })),
        ]}
      />
      <div className="govuk-form-group">
        <Fieldset legend={{ text: words.quiet, classes: 'govuk-fieldset__legend--m' }} describedBy="quiet-hint">
          <div className="govuk-hint" id="quiet-hint">
            {words.quietHint}
          </div>
          {time('quietFrom', words.from)}
          {time('quietTo', words.to)}
        </Fieldset>
      </div>
      <Radios
        name="discreet"
        value={values.discreet}
        fieldset={{ legend: { text: words.discreet, classes: 'govuk-fieldset__legend--m' } }}
        hint={words.discreetHint}
        error={errorBeside(errors.discreet, language)}
        items={[
          { value: 'yes', text: words.yes },
          { value: 'no', text: words.no },
        ]}
      />
      <Button>{words.save}</Button>
    </form>
  );
}

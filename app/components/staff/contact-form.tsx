import { Select } from '~/components/design-system/select';
import { Button } from '~/components/design-system/button';
import { Label } from '~/components/design-system/form-parts';
import { Input } from '~/components/design-system/input';
import { errorBeside } from '~/components/question-page';
import type { ContactField, ContactProblems, ContactValues } from '~/domain/journey/contact-form';
import { CONTACT_CHANNELS, CONTACT_DIRECTIONS, CONTACT_SERVICES } from '~/domain/journey/contact-record';
import type { Language } from '~/domain/language';
import { contactsWords } from '~/i18n/pages/staff-contacts';

interface Props {
  action: string;
  formKey: string;
  values: ContactValues;
  problems: ContactProblems;
  /** Only what was at the desk, and no note. */
  deskOnly: boolean;
  today: string;
  language: Language;
}

/** One line: how, who began, what about, whether we helped, for how long, and a short note. */
export function ContactForm({ action, formKey, values, problems, deskOnly, today, language }: Props) {
  const words = contactsWords.in(language);
  const errorAt = (field: ContactField) => {
    const problem = problems[field];
    return errorBeside(problem ? words.problems[problem] : undefined, language);
  };
  const select = (field: 'channel' | 'direction' | 'service', items: readonly { value: string; text: string }[]) => (
    <Select
      name={field}
      label={words.fields[field]}
      items={[{ value: '', text: words.choose }, ...items]}
      defaultValue={values[field]}
      error={errorAt(field)}
    />
  );
  return (
    <section aria-labelledby="add">
      <h2 className="govuk-heading-m" id="add">
        {deskOnly ? words.addDesk : words.add}
      </h2>
      <form method="post" action={action} noValidate className="wm-contact-form">
        <input type="hidden" name="key" value={formKey} />
        {!deskOnly && (
          <>
            {select(
              'channel',
              CONTACT_CHANNELS.map((value) => ({ value, text: words.ways[value] })),
            )}
            {select(
              'direction',
              CONTACT_DIRECTIONS.map((value) => ({ value, text: words.directions[value] })),
            )}
          </>
        )}
        {select(
          'service',
          CONTACT_SERVICES.map((value) => ({ value, text: words.services[value] })),
        )}
        <Input
          name="minutes"
          label={{ text: words.fields.minutes }}
          inputMode="numeric"
          error={errorAt('minutes')}
          defaultValue={values.minutes}
          classes="govuk-input--width-3"
        />
        <Input
          name="on"
          type="date"
          label={{ text: words.fields.on }}
          error={errorAt('on')}
          defaultValue={values.on || today}
          classes="govuk-input--width-10"
        />
        <div className="govuk-form-group wm-contact-form__tick">
          <div className="govuk-checkboxes govuk-checkboxes--small">
            <div className="govuk-checkboxes__item">
              <input
                className="govuk-checkboxes__input"
                id="helped"
                name="helped"
                type="checkbox"
                value="yes"
                defaultChecked={values.helped === 'yes'}
              />
              <Label htmlFor="helped" classes="govuk-checkboxes__label">
                {words.fields.helped}
              </Label>
            </div>
          </div>
        </div>
        {!deskOnly && (
          <div className="wm-contact-form__note">
            <Input
              name="note"
              label={{ text: words.fields.note }}
              hint={words.noteHint}
              error={errorAt('note')}
              defaultValue={values.note}
              spellCheck
            />
          </div>
        )}
        <Button>{words.submit}</Button>
      </form>
    </section>
  );
}

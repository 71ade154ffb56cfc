import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { Textarea } from '~/components/design-system/textarea';
import { PhoneLink } from '~/components/phone-link';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { ownContactsWords } from '~/i18n/pages/own-contacts';
import type { ContactThing } from '~/services/own-contacts.server';
import type { TypedContact } from '~/services/read-new-contact.server';
import { FormPage } from './form-page';

export type ContactProblem = keyof ReturnType<typeof ownContactsWords.in>['form']['errors'];

/** A new number, email or address, in the place of another or as one more. */
export function ContactForm(props: {
  language: Language;
  action: string;
  thing: ContactThing;
  /** The one that is replaced, whole; null when this is one more. */
  replaces: string | null;
  phone: string;
  values?: TypedContact;
  problem?: ContactProblem;
}) {
  const { language, action, thing, replaces, phone, values, problem } = props;
  const words = ownContactsWords.in(language).form;
  const text = problem && words.errors[problem];
  const field = thing === 'post' ? (problem === 'post_postcode' ? 'postcode' : 'address') : thing;
  const errorAt = (name: string) => errorBeside(field === name ? text : undefined, language);
  const question = { text: words.questions[thing], classes: 'govuk-label--l', isPageHeading: true };
  const common = { spellCheck: false, autoCapitalize: 'none' };
  return (
    <FormPage language={language} back="/details" problems={{ [field]: text }}>
      <form method="post" action={action} noValidate>
        {thing === 'phone' && (
          <Input
            {...{ name: 'phone', label: question, hint: words.phoneHint, error: errorAt('phone'), ...common }}
            {...{ defaultValue: values?.phone, type: 'tel', inputMode: 'tel', autoComplete: 'tel' }}
          />
        )}
        {thing === 'email' && (
          <Input
            {...{ name: 'email', label: question, hint: words.emailHint, error: errorAt('email'), ...common }}
            {...{ defaultValue: values?.email, type: 'email', inputMode: 'email', autoComplete: 'email' }}
          />
        )}
        {thing === 'post' && (
          <>
            <Textarea
              {...{ name: 'address', label: question, hint: words.postHint, error: errorAt('address'), rows: 4 }}
              {...{ defaultValue: values?.address, autoComplete: 'street-address', spellCheck: false }}
            />
            <Input
              {...{ name: 'postcode', label: { text: words.postcode }, error: errorAt('postcode'), spellCheck: false }}
              {...{ defaultValue: values?.postcode, autoComplete: 'postal-code', classes: 'govuk-input--width-10' }}
            />
          </>
        )}
        {replaces !== null && <p className="govuk-body">{words.takesPlaceOf(replaces.replaceAll('\n', ', '))}</p>}
        <p className="govuk-body">
          {words.notice} <PhoneLink phone={phone} />
        </p>
        <Button>{words.submit[thing]}</Button>
      </form>
    </FormPage>
  );
}

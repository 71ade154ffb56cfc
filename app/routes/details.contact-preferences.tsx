import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { FormPage } from '~/components/details/form-page';
import { MessageSwitches } from '~/components/details/message-switches';
import { PreferencesForm } from '~/components/details/preferences-form';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { readPreferences } from '~/http/details-forms.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { detailsWords } from '~/i18n/pages/details';
import { frameWords } from '~/i18n/pages/frame';

export const loader = allowCustomer(async ({ person, context, language, url }) => {
  const view = await context.services.viewDetails({ customerId: person.id });
  const { preferredChannel, quiet, discreet, contacts } = view;
  const values = {
    ...{ channel: preferredChannel ?? 'none', discreet: discreet ? 'yes' : 'no' },
    ...{ quietFrom: quiet?.from ?? '', quietTo: quiet?.to ?? '' },
  };
  return json({ language, values, contacts, switched: url.searchParams.get('done') === 'switched' });
});

export const action = allowCustomer(async ({ person, request, context }) => {
  const read = readPreferences(await readAnswers(request));
  const { values } = read;
  const wrong = (problems: Extract<typeof read, { ok: false }>['problems']) =>
    json({ values, problems, errors: problems }, { status: 422 });
  if (!read.ok) return wrong(read.problems);
  const saved = await context.services.saveContactPreferences({ customerId: person.id, ...read.preferences });
  return saved.ok ? redirectWithin('/details?done=preferences') : wrong({ quietFrom: saved.reason });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(detailsWords.in(data.language).preferences.title, data.language) : [];

/** How somebody wants to hear from us, when not, and what goes to each number and address. */
export default function DetailsContactPreferences() {
  const { language, values, contacts, switched } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = detailsWords.in(language).preferences;
  const { channel, quietFrom, quietTo, discreet } = answer?.problems ?? {};
  const errors = {
    channel: channel && words.errors[channel],
    quietFrom: quietFrom && words.errors[quietFrom],
    quietTo: quietTo && words.errors[quietTo],
    discreet: discreet && words.errors[discreet],
  };
  return (
    <FormPage language={language} back="/details" problems={errors}>
      {switched && !answer && (
        <NotificationBanner type="success" title={frameWords.in(language).done}>
          {words.switched}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <PreferencesForm language={language} values={answer?.values ?? values} errors={errors} contacts={contacts} />
      <MessageSwitches contacts={contacts} language={language} />
    </FormPage>
  );
}

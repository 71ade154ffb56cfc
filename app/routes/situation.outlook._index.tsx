import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { pageTitle } from '~/components/page-title';
import { OutlookForm } from '~/components/situation/outlook-form';
import { allowCustomer } from '~/http/allow.server';
import { outlookValues, saveOutlookForm } from '~/http/outlook-form.server';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { outlookWords } from '~/i18n/pages/outlook';

export const loader = allowCustomer(async ({ person, language, url, context }) => {
  const { told, zone } = await context.services.viewOutlook({ customerId: person.id });
  const done = (['saved', 'withdrawn'] as const).find((one) => one === url.searchParams.get('done')) ?? null;
  const stands = told && { by: told.toldBy, at: told.toldAt };
  return json({ language, zone, values: outlookValues(told), stands, done });
});

export const action = allowCustomer(saveOutlookForm);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(outlookWords.in(data.language).title, data.language) : [];

/** How somebody feels about work, as they choose to tell it. */
export default function Outlook() {
  const { language, zone, values, stands, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = outlookWords.in(language);
  const frame = frameWords.in(language);
  const { confidence, note } = answer?.errors ?? {};
  const errors = { confidence: confidence && words.errors[confidence], note: note && words.errors[note] };
  const wrong = (['confidence', 'note'] as const).flatMap((field) => {
    const text = errors[field];
    return text ? [{ text, href: `#${field}` }] : [];
  });
  const day = stands ? formatDate(stands.at, zone, language) : '';
  return (
    <>
      <BackLink href="/situation">{frame.back}</BackLink>
      {wrong.length > 0 && <ErrorSummary title={frame.problem} errors={wrong} />}
      {done && !answer && (
        <NotificationBanner type="success" title={frame.done}>
          {words.done[done]}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">
        {words.lead} {words.safe}
      </p>
      {stands && <p className="govuk-body">{stands.by === 'staff' ? words.toldStaff(day) : words.told(day)}</p>}
      <OutlookForm values={answer?.values ?? values} errors={errors} language={language} />
      {stands && (
        <section className="wm-section">
          <h2 className="govuk-heading-s wm-section__heading">{words.withdraw.heading}</h2>
          <p className="govuk-body">{words.withdraw.text}</p>
          <form method="post" action="/situation/outlook/withdrawal">
            <Button classes="govuk-button--secondary">{words.withdraw.submit}</Button>
          </form>
        </section>
      )}
    </>
  );
}

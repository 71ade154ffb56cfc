import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { pageTitle } from '~/components/page-title';
import { SituationForm } from '~/components/situation/situation-form';
import { allowCustomer } from '~/http/allow.server';
import { saveSituation } from '~/http/situation-form.server';
import { frameWords } from '~/i18n/pages/frame';
import { outlookWords } from '~/i18n/pages/outlook';
import { situationWords } from '~/i18n/pages/situation';

export const loader = allowCustomer(async ({ person, language, url, context }) => {
  const told = await context.services.viewSituation({ customerId: person.id });
  return json({ language, told, withdrawn: url.searchParams.get('done') === 'withdrawn' });
});

export const action = allowCustomer(saveSituation);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(situationWords.in(data.language).title, data.language) : [];

/** What stands in the way, as somebody chooses to tell it. */
export default function Situation() {
  const { language, told, withdrawn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = situationWords.in(language);
  const frame = frameWords.in(language);
  const { barrier, note } = answer?.errors ?? {};
  const errors = { barrier: barrier && words.errors[barrier], note: note && words.errors[note] };
  const wrong = (['barrier', 'note'] as const).flatMap((field) => {
    const text = errors[field];
    return text ? [{ text, href: `#${field}` }] : [];
  });
  return (
    <>
      <BackLink href="/">{frame.back}</BackLink>
      {wrong.length > 0 && <ErrorSummary title={frame.problem} errors={wrong} />}
      {withdrawn && !answer && (
        <NotificationBanner type="success" title={frame.done}>
          {words.done.withdrawn}
        </NotificationBanner>
      )}
      <SituationForm values={answer?.values ?? told} errors={errors} language={language} />
      {told.kinds.length > 0 ? (
        <section className="wm-section">
          <h2 className="govuk-heading-s wm-section__heading">{words.withdraw.heading}</h2>
          <p className="govuk-body">{words.withdraw.text}</p>
          <form method="post" action="/situation/withdrawal">
            <Button classes="govuk-button--secondary">{words.withdraw.submit}</Button>
          </form>
        </section>
      ) : (
        <p className="govuk-body">
          <a className="govuk-link" href="/situation/help">
            {words.look}
          </a>
        </p>
      )}
      <ul className="govuk-list">
        <li>
          <a className="govuk-link" href="/situation/outlook">
            {outlookWords.in(language).link}
          </a>
        </li>
        <li>
          <a className="govuk-link" href="/near-me">
            {outlookWords.in(language).nearMe}
          </a>
        </li>
      </ul>
    </>
  );
}

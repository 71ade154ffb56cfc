import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CodeForm, wrongCodeWords, type WrongCode } from '~/components/details/code-form';
import { Button } from '~/components/design-system/button';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { FormPage } from '~/components/details/form-page';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { changeKey, openChange, readCode } from '~/http/contact-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { frameWords } from '~/i18n/pages/frame';
import { ownContactsWords } from '~/i18n/pages/own-contacts';

export const loader = allowCustomer(async (visit) => {
  const change = await openChange(visit);
  if (change.state === 'confirmed') throw redirectWithin('/details?done=changed');
  return json({ language: visit.language, change, again: visit.url.searchParams.get('done') === 'again' });
});

export const action = allowCustomer(async (visit) => {
  const { typed, code } = await readCode(visit.request);
  const wrong = (reason: WrongCode['reason'], triesLeft = 0, status = 422) =>
    json({ errors: { code: reason }, wrong: { reason, triesLeft, typed } }, { status });
  await openChange(visit);
  if (code === null) return wrong('malformed');
  const confirmed = await visit.context.services.confirmContactChange({ ...changeKey(visit), code });
  if (confirmed.ok) return redirectWithin(`/details?done=${confirmed.shared ? 'shared' : 'changed'}`);
  if (confirmed.reason === 'not_found') throw notFound();
  if (confirmed.reason === 'wrong') return wrong('wrong', confirmed.triesLeft);
  return wrong(confirmed.reason, 0, confirmed.reason === 'too_many' ? 429 : 422);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(ownContactsWords.in(data.language).code.title, data.language) : [];

/** The code that came to the new number or address. */
export default function DetailsContactChange() {
  const { language, change, again } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = ownContactsWords.in(language).code;
  const page = `/details/contact-changes/${change.id}`;
  const problem = answer && wrongCodeWords(answer.wrong, language);
  return (
    <FormPage language={language} back="/details" problems={{ code: problem }}>
      {again && !answer && (
        <NotificationBanner type="success" title={frameWords.in(language).done}>
          {words.sentAgain}
        </NotificationBanner>
      )}
      <CodeForm language={language} action={page} sent={words.sent(change.value)} wrong={answer?.wrong} />
      <div className="wm-choices">
        <form method="post" action={`${page}/code`}>
          <Button classes="govuk-button--secondary">{words.again}</Button>
        </form>
        <form method="post" action={`${page}/cancellation`}>
          <Button classes="govuk-button--secondary">{words.cancel}</Button>
        </form>
      </div>
    </FormPage>
  );
}

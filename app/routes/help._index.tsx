import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { OwnHelpsPage } from '~/components/details/own-helps-page';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { frameWords } from '~/i18n/pages/frame';
import { helpWords } from '~/i18n/pages/help';

export const loader = allowCustomer(async ({ person, context, language, url }) => {
  const view = await context.services.viewOwnHelps({ customerId: person.id });
  return json({ language, view, stopped: url.searchParams.get('done') === 'stopped' });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(helpWords.in(data.language).own.title, data.language) : [];

/** When somebody at the office used a customer's pages for them, and what they did. */
export default function OwnHelps() {
  const { language, view, stopped } = useLoaderData<typeof loader>();
  return (
    <>
      {stopped && (
        <NotificationBanner type="success" title={frameWords.in(language).done}>
          {helpWords.in(language).stopped}
        </NotificationBanner>
      )}
      <OwnHelpsPage view={view} language={language} />
    </>
  );
}

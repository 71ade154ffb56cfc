import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AboutPage } from '~/components/about/about-page';
import { SummaryList } from '~/components/design-system/summary-list';
import { pageTitle } from '~/components/page-title';
import { PhoneLink } from '~/components/phone-link';
import { allowAnyone } from '~/http/allow.server';
import { formatTime } from '~/i18n/format';
import { aboutWords } from '~/i18n/pages/about';

export const loader = allowAnyone(async ({ language, person, context }) => {
  const offices = await context.services.listOffices();
  const own = person?.officeId;
  // Who is signed in finds their own office first.
  return json({ language, offices: offices.sort((a, b) => Number(b.id === own) - Number(a.id === own)) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(aboutWords.in(data.language).contact.title, data.language) : [];

/** Every office: whom to call, when, and where it is. */
export default function Contact() {
  const { language, offices } = useLoaderData<typeof loader>();
  const words = aboutWords.in(language).contact;
  const time = (at: string) => formatTime(at, 'UTC', language);
  return (
    <AboutPage words={words}>
      {offices.length === 0 && <p className="govuk-body">{words.none}</p>}
      {offices.map(({ id, name, phone, address, opensAt, closesAt }) => (
        <section key={id} aria-labelledby={`office-${id}`}>
          <h2 className="govuk-heading-m" id={`office-${id}`}>
            {name}
          </h2>
          <SummaryList
            rows={[
              ...(phone ? [{ key: words.phone, value: <PhoneLink phone={phone} /> }] : []),
              { key: words.open, value: words.hours(time(opensAt), time(closesAt)) },
              ...(address ? [{ key: words.address, value: address }] : []),
            ]}
          />
        </section>
      ))}
    </AboutPage>
  );
}

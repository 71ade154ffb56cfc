import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { callWords } from '~/components/appointment/call-me';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { Adviser, BeingOnline, Later, NearestClub, NextStep } from '~/components/home/home-sections';
import { NextAppointment } from '~/components/home/next-appointment';
import { pageTitle } from '~/components/page-title';
import { PhoneLink } from '~/components/phone-link';
import { allowCustomer } from '~/http/allow.server';
import { frameWords } from '~/i18n/pages/frame';
import { homeWords } from '~/i18n/pages/home';

export const loader = allowCustomer(async ({ person, context, language, url }) => {
  const home = await context.services.viewHome({ customerId: person.id });
  // A step is of the plan, and a message is the adviser's: a champion who helps sees neither.
  const shown = person.help?.by.role === 'champion' ? { ...home, step: null, unread: 0 } : home;
  return json({ ...shown, language, asked: url.searchParams.get('done') === 'call' });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(homeWords.in(data.language).title, data.language) : [];

/** What is next, and how to get help. */
export default function Home() {
  const home = useLoaderData<typeof loader>();
  const { language, next, later, step, club, zone, today, adviserFirstName } = home;
  const words = homeWords.in(language);
  return (
    <>
      {home.asked && home.callDueAt !== null && (
        <NotificationBanner type="success" title={frameWords.in(language).done}>
          {callWords(home.callDueAt, home.now, zone, language)}
        </NotificationBanner>
      )}
      {next ? (
        <NextAppointment appointment={next} today={today} language={language} />
      ) : (
        <>
          <h1 className="govuk-heading-l">{words.none.heading}</h1>
          <p className="govuk-body">
            {words.none.before} <PhoneLink phone={home.phone} /> {words.none.after}
          </p>
        </>
      )}
      {step && <NextStep step={step} zone={zone} today={today} language={language} />}
      {club && <NearestClub club={club} zone={zone} language={language} />}
      <Adviser
        adviser={adviserFirstName}
        cover={home.cover}
        unread={home.unread}
        phone={home.phone}
        callDueAt={home.callDueAt}
        now={home.now}
        zone={zone}
        language={language}
      />
      <Later appointments={later} today={today} language={language} />
      {home.online && <BeingOnline prompt={home.online} language={language} />}
    </>
  );
}

import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { formatLongDate } from '~/i18n/format';
import { homeWords } from '~/i18n/pages/home';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';
import type { OwnAppointments } from '~/services/view-own-appointments.server';
import { headline } from './shown-appointment';

interface Props {
  view: OwnAppointments;
  language: Language;
}

/** All of one's appointments: those to come, then those that were. */
export function OwnList({ view, language }: Props) {
  const words = ownAppointmentsWords.in(language).list;
  const { none } = homeWords.in(language);
  return (
    <>
      <h1 className="govuk-heading-l">{words.title}</h1>
      {view.page === 1 && (
        <section className="wm-section">
          <h2 className="govuk-heading-m">{words.coming}</h2>
          {view.coming.length === 0 && (
            <p className="govuk-body">
              {none.heading}. {none.before} <PhoneLink phone={view.phone} /> {none.after}
            </p>
          )}
          <ul className="govuk-list wm-told">
            {view.coming.map((one) => (
              <li key={one.id}>
                <a className="govuk-link" href={`/appointments/${one.id}`}>
                  {headline(one, view.today, language)}
                </a>
                {one.place && (
                  <>
                    <br />
                    <span className="wm-quiet">{one.place}</span>
                  </>
                )}
              </li>
            ))}
          </ul>
          <p className="govuk-body wm-screen">
            <a className="govuk-link" href="/calendar">
              {words.calendar}
            </a>
          </p>
        </section>
      )}
      <Past view={view} language={language} />
    </>
  );
}

function Past({ view, language }: Props) {
  const { list: words, states } = ownAppointmentsWords.in(language);
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-m">{words.past}</h2>
      {view.past.length === 0 && <p className="govuk-body">{words.noPast}</p>}
      <ul className="govuk-list wm-told">
        {view.past.map((one) => (
          <li key={one.id}>
            <a className="govuk-link" href={`/appointments/${one.id}`}>
              {words.with(one.adviserFirstName, formatLongDate(one.startsAt, one.zone, language))}
            </a>
            <br />
            <span className="wm-quiet">{states[one.state]}</span>
          </li>
        ))}
      </ul>
      {view.page > 1 && <Turn to={view.page - 1}>{words.newer}</Turn>}
      {view.hasOlder && <Turn to={view.page + 1}>{words.older}</Turn>}
    </section>
  );
}

function Turn({ to, children }: { to: number; children: string }) {
  return (
    <p className="govuk-body wm-screen">
      <a className="govuk-link" href={to === 1 ? '/appointments' : `/appointments?page=${to}`}>
        {children}
      </a>
    </p>
  );
}

import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { seriesWords } from '~/i18n/pages/staff-series';
import type { SeriesView } from '~/services/manage-series.server';
import { StaffDoneBanner, type Notice } from './done-banner';
import { StaffBar } from './staff-bar';
import { StateTag } from './state-tag';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: SeriesView;
  seriesId: string;
  me: { firstName: string; lastName: string };
  notice: Notice | null;
  /** Starts that could not be had when it was booked (ms). */
  missed: readonly number[];
}

/** The appointments of a series, and the way to call off what is to come. */
export function OneSeriesPage({ language, view, seriesId, me, notice, missed }: Props) {
  const { customer, zone, now, appointments, left } = view;
  const wording = wordingFor(language, { zone, now });
  const words = seriesWords.in(language);
  const when = (at: number) => wording.words.at(formatDate(at, zone, language), wording.time(at));
  const booking = `/staff/customers/${customer.id}/booking`;
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href={booking}>{words.back}</BackLink>
      {notice && (
        <StaffDoneBanner
          notice={notice}
          wording={wording}
          back={`/staff/customers/${customer.id}/series/${seriesId}`}
        />
      )}
      <h1 className="govuk-heading-l">{words.one(wording.name(customer))}</h1>
      {missed.length > 0 && (
        <section aria-labelledby="missed" className="wm-record__part">
          <h2 className="govuk-heading-m" id="missed">
            {words.missed}
          </h2>
          <ul className="govuk-list govuk-list--bullet">
            {missed.map((at) => (
              <li key={at}>{when(at)}</li>
            ))}
          </ul>
          <p className="govuk-body">
            <a className="govuk-link" href={booking}>
              {words.bookAnother}
            </a>
          </p>
        </section>
      )}
      <ul className="govuk-list wm-record__list">
        {appointments.map((one) => (
          <li key={one.id}>
            <a className="govuk-link" href={`/staff/appointments/${one.id}`}>
              {when(one.startsAt)}
            </a>{' '}
            {words.with(wording.name(one.adviser))} <StateTag state={one.state} wording={wording} />
          </li>
        ))}
      </ul>
      {left === 0 ? (
        <p className="govuk-body">{words.nothingLeft}</p>
      ) : (
        <form method="post" action={`/staff/series/${seriesId}/cancellation`}>
          <p className="govuk-body">{words.cancelHint(left)}</p>
          <Button classes="govuk-button--secondary">{words.cancel}</Button>
        </form>
      )}
    </div>
  );
}

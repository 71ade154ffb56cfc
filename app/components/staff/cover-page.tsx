import { capitalised } from '~/components/appointment/shown-appointment';
import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { Tag } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { recordWords } from '~/i18n/pages/record';
import type { CoverRow, OfficeCovers } from '~/services/manage-covers.server';
import { dayPath } from './day-choice';
import { StaffDoneBanner, type Notice } from './done-banner';
import { StaffBar } from './staff-bar';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  view: OfficeCovers;
  notice: Notice | null;
  me: { firstName: string; lastName: string };
}

/** Who stands in for whom, now and to come, and what was. */
export function CoverPage({ language, view, notice, me }: Props) {
  const { zone } = view.office;
  const wording = wordingFor(language, { zone, now: view.now });
  const words = recordWords.in(language).cover;
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/day">{recordWords.in(language).back}</BackLink>
      {notice && <StaffDoneBanner notice={notice} wording={wording} back="/staff/cover" />}
      <span className="govuk-caption-l">{view.office.name}</span>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">
        {words.intro} {words.notMoved}
      </p>
      {view.advisers.length > 0 && <Button href="/staff/cover/new">{words.set}</Button>}
      {view.covers.length === 0 && <p className="govuk-body">{words.none}</p>}
      {view.covers.length > 0 && (
        <ul className="wm-needs__list wm-record__entries">
          {view.covers.map((cover) => (
            <Cover key={cover.id} cover={cover} zone={zone} wording={wording} />
          ))}
        </ul>
      )}
    </div>
  );
}

const COLOURS: Partial<Record<CoverRow['state'], string>> = { in_force: 'govuk-tag--green', coming: 'govuk-tag--blue' };

function Cover({ cover, zone, wording }: { cover: CoverRow; zone: string; wording: Wording }) {
  const { language, name } = wording;
  const words = recordWords.in(language).cover;
  const { id, adviser, standIn, fromOn, untilOn, state, booked, mayChange } = cover;
  const day = (date: string) => formatDate(date, zone, language);
  const stands = state === 'coming' || state === 'in_force';
  const about = <span className="govuk-visually-hidden">{words.about(name(standIn), name(adviser))}</span>;
  return (
    <li className="wm-need">
      <h2 className="wm-need__who">
        {words.row(name(standIn), name(adviser))}{' '}
        <Tag classes={COLOURS[state] ?? 'govuk-tag--grey'}>{words.states[state]}</Tag>
      </h2>
      <p className="wm-need__why">
        {capitalised(fromOn === untilOn ? day(fromOn) : words.days(day(fromOn), day(untilOn)))}
      </p>
      {booked > 0 && (
        <p className="wm-need__why">
          {words.booked(booked, adviser.firstName)}.{' '}
          <a className="govuk-link" href={dayPath(fromOn, adviser.id)}>
            {words.seeDay}
            {about}
          </a>
        </p>
      )}
      {stands && mayChange && (
        <div className="wm-buttons">
          <a className="wm-tap" href={`/staff/cover/${id}/dates`}>
            {words.correct}
            {about}
          </a>
          <form method="post" action={`/staff/cover/${id}/end`}>
            <button className="wm-tap" type="submit">
              {state === 'coming' ? words.callOff : words.end}
              {about}
            </button>
          </form>
        </div>
      )}
    </li>
  );
}

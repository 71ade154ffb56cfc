import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { Tag } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { groupWords } from '~/i18n/pages/staff-group-sessions';
import type { SessionLine, SessionList } from '~/services/view-group-sessions.server';
import { StaffDoneBanner, type Notice } from './done-banner';
import { StaffBar } from './staff-bar';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  view: SessionList;
  notice: Notice | null;
  me: { firstName: string; lastName: string };
}

/** The group sessions of an office, with how many places are left in each. */
export function GroupSessionsPage({ language, view, notice, me }: Props) {
  const wording = wordingFor(language, { zone: view.zone, now: view.now });
  const words = groupWords.in(language);
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/day">{frameWords.in(language).back}</BackLink>
      {notice && <StaffDoneBanner notice={notice} wording={wording} back="/staff/group-sessions" />}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.intro}</p>
      <Button href="/staff/group-sessions/new">{words.new}</Button>
      <Sessions id="coming" heading={words.coming} none={words.noneComing} lines={view.coming} wording={wording} />
      {view.past.length > 0 && <Sessions id="past" heading={words.past} none="" lines={view.past} wording={wording} />}
    </div>
  );
}

interface ListProps {
  id: string;
  heading: string;
  none: string;
  lines: readonly SessionLine[];
  wording: Wording;
}

function Sessions({ id, heading, none, lines, wording }: ListProps) {
  const words = groupWords.in(wording.language);
  return (
    <section aria-labelledby={id} className="wm-record__part">
      <h2 className="govuk-heading-m" id={id}>
        {heading}
      </h2>
      {lines.length === 0 && <p className="govuk-body">{none}</p>}
      {lines.length > 0 && (
        <ul className="govuk-list wm-record__list">
          {lines.map((line) => (
            <li key={line.id}>
              <a className="govuk-link" href={`/staff/group-sessions/${line.id}`}>
                {line.title}
              </a>
              , {words.line(wording.when(line.startsAt), wording.name(line.adviser))}
              <br />
              {line.cancelled ? (
                <Tag classes="govuk-tag--grey">{words.cancelled}</Tag>
              ) : (
                words.places(line.taken, line.capacity)
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

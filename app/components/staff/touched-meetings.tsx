import { formatDate, formatTime } from '~/i18n/format';
import type { TouchedMeeting } from '~/services/find-touched-meetings.server';
import type { Wording } from './wording';

/** The meetings that a change of a diary leaves where they are, each with the way to it. */
export function TouchedMeetings({
  meetings,
  zone,
  wording,
}: {
  meetings: readonly TouchedMeeting[];
  zone: string;
  wording: Wording;
}) {
  const { language, words } = wording;
  return (
    <ul className="wm-needs__list">
      {meetings.map((meeting) => (
        <li key={meeting.id} className="wm-need">
          <a className="govuk-link" href={`/staff/appointments/${meeting.id}`}>
            {wording.name(meeting.customer)}
          </a>
          , {words.at(formatDate(meeting.startsAt, zone, language), formatTime(meeting.startsAt, zone, language))}
          {meeting.mode !== 'in_person' && `, ${words.modes[meeting.mode]}`}
        </li>
      ))}
    </ul>
  );
}

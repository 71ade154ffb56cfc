import { staffEarlierWords } from '~/i18n/pages/staff-earlier';
import type { DayRow } from '~/services/show-day';
import type { Wording } from './wording';

/** What became of a time that an appointment has left free. */
export function FreedLine({ freed, wording }: { freed: NonNullable<DayRow['freed']>; wording: Wording }) {
  const words = staffEarlierWords.in(wording.language);
  return (
    <p className="wm-row__how">
      <a className="govuk-link" href="/staff/earlier">
        {'refilledBy' in freed
          ? words.dayRefilled(wording.name(freed.refilledBy))
          : words.dayOffered(freed.asked, wording.time(freed.until))}
      </a>
    </p>
  );
}

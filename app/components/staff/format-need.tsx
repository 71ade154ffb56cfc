import { wallClockOf } from '~/domain/time/wall-clock';
import { dayInWords } from '~/i18n/plan-lines';
import { formatWords } from '~/i18n/pages/formats';
import type { ShownRequest } from '~/services/view-format-requests.server';
import type { FollowUpClock } from './follow-up-entry';
import { requestName } from './format-request-entry';
import { RecordLink } from './record-link';
import type { Wording } from './wording';

/** A request that is pressing among what needs somebody: who, what, and by when. */
export function FormatNeed({
  request,
  clock,
  wording,
}: {
  request: ShownRequest;
  clock: FollowUpClock;
  wording: Wording;
}) {
  const words = formatWords.in(wording.language);
  const about = { zone: clock.zone, today: wallClockOf(clock.now, clock.zone).date };
  const name = requestName(request, wording.language);
  return (
    <li className="wm-need">
      <p className="wm-need__who">
        <RecordLink customer={request.customer} wording={wording} />
      </p>
      <p className="wm-need__why">
        {words.needs.line(name, words.due(dayInWords(request.dueOn, about, wording.language)))}
        {request.stage !== 'none' && `. ${words.stages[request.stage]}`}
      </p>
      <div className="wm-buttons">
        <a className="wm-tap" href={`/staff/formats/${request.id}`}>
          {words.ready.see}
          <span className="govuk-visually-hidden">{words.about(name, wording.name(request.customer))}</span>
        </a>
      </div>
    </li>
  );
}

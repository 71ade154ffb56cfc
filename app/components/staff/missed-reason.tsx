import { MISSED_REASONS, type MissedReason } from '~/domain/appointment/appointment';
import { outcomeWords } from '~/i18n/pages/staff-outcomes';
import type { Wording } from './wording';

interface Props {
  appointmentId: string;
  back: string;
  /** What is on record. */
  reason: MissedReason | null;
  /** For those who hear a button alone: whose appointment, and when. */
  about?: string;
  wording: Wording;
}

/** What is known of why somebody did not come, in one tap: never needed, and never asked before the outcome is on record. */
export function MissedReasonForm({ appointmentId, back, reason, about, wording }: Props) {
  const words = outcomeWords.in(wording.language);
  const choices = [...MISSED_REASONS, ...(reason === null ? [] : (['none'] as const))];
  return (
    <form method="post" action={`/staff/appointments/${appointmentId}/missed-reason`} className="wm-buttons">
      <input type="hidden" name="back" value={back} />
      {choices
        .filter((one) => one !== reason)
        .map((one) => (
          <button key={one} className="wm-tap" type="submit" name="reason" value={one}>
            {words.missedReasons[one]}
            {about !== undefined && <span className="govuk-visually-hidden">{about}</span>}
          </button>
        ))}
    </form>
  );
}

/** The same behind one press, so that a list of a day stays short. */
export function FoldedReason(props: Props) {
  const words = outcomeWords.in(props.wording.language);
  return (
    <details className="wm-more wm-row__more">
      <summary className="wm-more__summary">
        {props.reason === null ? words.why : words.changeWhy}
        {props.about !== undefined && <span className="govuk-visually-hidden">{props.about}</span>}
      </summary>
      <MissedReasonForm {...props} />
    </details>
  );
}

import type { PressedOutcome } from '~/domain/appointment/recorded-outcome';
import { outcomeWords } from '~/i18n/pages/staff-outcomes';
import type { Wording } from './wording';

interface Props {
  appointmentId: string;
  back: string;
  /** For those who hear a button alone: whose appointment, and when. */
  about: string;
  /** What is on record already, which nobody need press again. */
  recorded?: PressedOutcome | null;
  wording: Wording;
}

/** What came of an appointment, in one tap; the rarer answers in two. "Rearranged" asks for the new time first. */
export function OutcomeButtons({ appointmentId, back, about, recorded = null, wording }: Props) {
  const words = wording.words.dayPage;
  const more = outcomeWords.in(wording.language);
  const hidden = <span className="govuk-visually-hidden">{about}</span>;
  const button = (value: PressedOutcome, label: string) =>
    value !== recorded && (
      <button className="wm-tap" type="submit" name="outcome" value={value}>
        {label}
        {hidden}
      </button>
    );
  return (
    <form method="post" action={`/staff/appointments/${appointmentId}/outcome`} className="wm-buttons">
      <input type="hidden" name="back" value={back} />
      {button('attended', words.attended)}
      {button('late', more.late)}
      {button('failed_to_attend', words.failedToAttend)}
      {recorded === null && (
        <a className="wm-tap" href={`/staff/appointments/${appointmentId}/new-time`}>
          {words.rearrange}
          {hidden}
        </a>
      )}
      {recorded === null ? (
        <details className="wm-more wm-outcome-more">
          <summary className="wm-more__summary">
            {more.more}
            {hidden}
          </summary>
          {button('excused', more.excused)} {button('cancelled_by_office', more.cancelledByUs)}
        </details>
      ) : (
        <>
          {button('excused', more.excused)}
          {button('cancelled_by_office', more.cancelledByUs)}
        </>
      )}
    </form>
  );
}

/** Another outcome in the place of the one on record, behind one press. */
export function CorrectOutcome(props: Props) {
  const words = outcomeWords.in(props.wording.language);
  return (
    <details className="wm-more wm-row__more">
      <summary className="wm-more__summary">
        {words.correct}
        <span className="govuk-visually-hidden">{props.about}</span>
      </summary>
      <OutcomeButtons {...props} />
    </details>
  );
}

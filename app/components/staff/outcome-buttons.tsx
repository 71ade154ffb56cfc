import type { Wording } from './wording';

interface Props {
  appointmentId: string;
  back: string;
  /** For those who hear a button alone: whose appointment, and when. */
  about: string;
  wording: Wording;
}

/** What came of an appointment, in one tap; "rearranged" asks for the new time first. */
export function OutcomeButtons({ appointmentId, back, about, wording }: Props) {
  const words = wording.words.dayPage;
  const hidden = <span className="govuk-visually-hidden">{about}</span>;
  return (
    <form method="post" action={`/staff/appointments/${appointmentId}/outcome`} className="wm-buttons">
      <input type="hidden" name="back" value={back} />
      <button className="wm-tap" type="submit" name="outcome" value="attended">
        {words.attended}
        {hidden}
      </button>
      <button className="wm-tap" type="submit" name="outcome" value="failed_to_attend">
        {words.failedToAttend}
        {hidden}
      </button>
      <a className="wm-tap" href={`/staff/appointments/${appointmentId}/new-time`}>
        {words.rearrange}
        {hidden}
      </a>
    </form>
  );
}

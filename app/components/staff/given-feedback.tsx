import type { StaffAppointment } from '~/services/view-staff-appointment.server';
import type { Wording } from './wording';

/** What the customer said of the meeting afterwards. */
export function GivenFeedback({ appointment, wording }: { appointment: StaffAppointment; wording: Wording }) {
  const { words, when } = wording;
  const labels = words.appointment;
  const { feedback } = appointment;
  if (feedback === null) return null;
  return (
    <section aria-labelledby="feedback">
      <h2 className="govuk-heading-m" id="feedback">
        {labels.feedback}
      </h2>
      <p className="govuk-body">
        <strong>{labels.feedbackAnswers[feedback.answer]}</strong>
        <br />
        {labels.feedbackBy[feedback.way](when(feedback.at))}
      </p>
      {feedback.comment && <blockquote className="wm-need__text">{feedback.comment}</blockquote>}
    </section>
  );
}

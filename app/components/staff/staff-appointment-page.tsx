import { capitalised } from '~/components/appointment/shown-appointment';
import { BackLink } from '~/components/design-system/links';
import { WarningText } from '~/components/design-system/text-blocks';
import { pressedFor } from '~/domain/appointment/recorded-outcome';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { outcomeWords } from '~/i18n/pages/staff-outcomes';
import type { StaffAppointment } from '~/services/view-staff-appointment.server';
import { AppointmentFacts } from './appointment-facts';
import { CarePanel } from './care-panel';
import { CouldTakeIt } from './could-take-it';
import { GivenFeedback } from './given-feedback';
import { ContactList } from './contact-list';
import { StaffDoneBanner, type Notice } from './done-banner';
import { FoldedReason } from './missed-reason';
import { CorrectOutcome, OutcomeButtons } from './outcome-buttons';
import { ReadinessLines } from './readiness-lines';
import { StaffBar } from './staff-bar';
import { StateTag } from './state-tag';
import { StepsToReview } from './steps-to-review';
import { Story } from './story';
import { UndoForm } from './undo-form';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  appointment: StaffAppointment;
  notice: Notice | null;
  me: { firstName: string; lastName: string };
}

/** One appointment: the facts, what can be done about it, and all that has happened. */
export function StaffAppointmentPage({ language, appointment, notice, me }: Props) {
  const { id, office, customer, startsAt, undoEventId } = appointment;
  const wording = wordingFor(language, { zone: office.zone, now: appointment.now });
  const { words, name, time } = wording;
  const back = `/staff/appointments/${id}`;
  const more = outcomeWords.in(language);
  const about = words.dayPage.about(name(customer), time(startsAt));
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href={`/staff/day?date=${wallClockOf(startsAt, office.zone).date}`}>{words.appointment.back}</BackLink>
      {notice && <StaffDoneBanner notice={notice} wording={wording} back={back} />}
      <h1 className="govuk-heading-l">{words.appointment.title(name(customer))}</h1>
      <p className="wm-state">
        {capitalised(wording.when(startsAt))} <StateTag state={appointment.state} wording={wording} />
      </p>
      <ReadinessLines people={appointment.people} customerId={customer.id} about={about} wording={wording} />
      {customer.noMessages && (
        <WarningText iconText={words.important} classes="wm-safety">
          {words.care.banner}
        </WarningText>
      )}
      {appointment.mayRecord && (
        <section aria-labelledby="record">
          <h2 className="govuk-heading-m" id="record">
            {words.appointment.record}
          </h2>
          <OutcomeButtons appointmentId={id} back={back} about={about} wording={wording} />
        </section>
      )}
      {appointment.mayMove && !appointment.mayRecord && (
        <p className="wm-buttons">
          <a className="wm-tap" href={`${back}/new-time`}>
            {words.appointment.newTime}
          </a>
          {appointment.mayCancel && (
            <a className="wm-tap" href={`${back}/cancel`}>
              {more.cancel.link}
            </a>
          )}
        </p>
      )}
      {appointment.cancelEventId !== null && (
        <UndoForm
          action={`${back}/cancel-undo`}
          event={appointment.cancelEventId}
          back={back}
          words={words}
          label={more.cancel.undo}
        />
      )}
      {appointment.missedReason && (
        <p className="govuk-body">{more.whyIs(more.missedReasons[appointment.missedReason])}</p>
      )}
      {appointment.mayGiveReason && (
        <FoldedReason appointmentId={id} back={back} reason={appointment.missedReason} wording={wording} />
      )}
      {appointment.mayCorrect && (
        <CorrectOutcome
          appointmentId={id}
          back={back}
          about={about}
          recorded={pressedFor(appointment)}
          wording={wording}
        />
      )}
      {undoEventId !== null && (
        <UndoForm
          action={`${back}/outcome-undo`}
          event={undoEventId}
          back={back}
          words={words}
          label={words.appointment.undoOutcome}
        />
      )}
      <AppointmentFacts appointment={appointment} wording={wording} />
      {appointment.agenda && (
        <StepsToReview appointment={appointment} agenda={appointment.agenda} back={back} wording={wording} />
      )}
      <CouldTakeIt appointment={appointment} wording={wording} />
      <GivenFeedback appointment={appointment} wording={wording} />
      <ContactList
        contacts={appointment.contacts}
        preferredChannel={customer.preferredChannel}
        back={back}
        wording={wording}
      />
      {appointment.mayCare && <CarePanel customer={customer} back={back} wording={wording} />}
      <Story appointment={appointment} wording={wording} />
    </div>
  );
}

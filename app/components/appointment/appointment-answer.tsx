import { Button } from '~/components/design-system/button';
import { InsetText } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { appointmentWords } from '~/i18n/pages/appointment';
import type { ShownAppointment } from './shown-appointment';

interface Props {
  appointment: ShownAppointment;
  language: Language;
  /** Where this appointment's questions are. */
  base: string;
  /** The version shown, where the address does not stand for one: a yes is to this and no later time. */
  version?: number;
}

/** "I'll be there" or "I can't come"; or what was said, with a way to say something else. */
export function AppointmentAnswer({ appointment, language, base, version }: Props) {
  const confirmation = `${base}/confirmation${version === undefined ? '' : `?version=${version}`}`;
  const words = appointmentWords.in(language);
  const apart = appointment.mode === 'phone' || appointment.mode === 'video';
  if (appointment.answer === 'confirmed') {
    return (
      <InsetText classes="wm-answered">
        <p className="govuk-body">{words.confirmed}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={`${base}/cannot-come`}>
            {words.changedMind}
          </a>
        </p>
      </InsetText>
    );
  }
  if (appointment.answer === 'cannot_come') {
    return (
      <>
        <InsetText classes="wm-answered">{words.saidCannotCome(appointment.adviserFirstName)}</InsetText>
        <div className="wm-choices">
          <Go to={`${base}/new-time`}>{words.pickAnother}</Go>
          <Send to={confirmation} classes="govuk-button--secondary">
            {words.canComeAfterAll}
          </Send>
        </div>
      </>
    );
  }
  return (
    <div className="wm-choices">
      <Send to={confirmation}>{apart ? words.willAnswer : words.willCome}</Send>
      <Go to={`${base}/cannot-come`} classes="govuk-button--secondary">
        {apart ? words.cannotTalk : words.cannotCome}
      </Go>
    </div>
  );
}

interface ChoiceProps {
  to: string;
  classes?: string;
  children: string;
}

/** Does something. */
function Send({ to, classes, children }: ChoiceProps) {
  return (
    <form method="post" action={to}>
      <Button classes={classes}>{children}</Button>
    </form>
  );
}

/** Opens the next question; a form, because a link that looks like a button does not work like one without scripts. */
function Go({ to, classes, children }: ChoiceProps) {
  return (
    <form method="get" action={to}>
      <Button classes={classes}>{children}</Button>
    </form>
  );
}

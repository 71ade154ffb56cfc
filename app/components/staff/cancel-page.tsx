import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { errorBeside } from '~/components/question-page';
import { CANCEL_REASONS } from '~/domain/appointment/appointment';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { outcomeWords } from '~/i18n/pages/staff-outcomes';
import type { StaffAppointment } from '~/services/view-staff-appointment.server';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  appointment: StaffAppointment;
  me: { firstName: string; lastName: string };
  fault: 'choose' | null;
}

/** Why the office calls off an appointment that is still ahead. */
export function CancelPage({ language, appointment, me, fault }: Props) {
  const { id, customer, startsAt, office, now } = appointment;
  const wording = wordingFor(language, { zone: office.zone, now });
  const words = outcomeWords.in(language).cancel;
  const frame = frameWords.in(language);
  const text = fault ? words[fault] : undefined;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={`/staff/appointments/${id}`}>{frame.back}</BackLink>
      {text && <ErrorSummary title={frame.problem} errors={[{ text, href: '#reason' }]} />}
      <form method="post" action={`/staff/appointments/${id}/cancel`} noValidate>
        <Radios
          name="reason"
          fieldset={{
            legend: {
              text: words.question(wording.name(customer), wording.when(startsAt)),
              classes: 'govuk-fieldset__legend--l',
              isPageHeading: true,
            },
          }}
          hint={customer.noMessages ? words.inPerson : words.told}
          error={errorBeside(text, language)}
          items={CANCEL_REASONS.map((value) => ({ value, text: words.reasons[value] }))}
        />
        <Button>{words.submit}</Button>
      </form>
    </div>
  );
}

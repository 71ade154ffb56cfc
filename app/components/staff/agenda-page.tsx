import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import type { Language } from '~/domain/language';
import type { AgendaFault } from '~/http/agenda-desk.server';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { agendaWords } from '~/i18n/pages/staff-agenda';
import type { AgendaView } from '~/services/view-agenda.server';
import { AgendaSteps, AgreeAgain } from './agenda-steps';
import { StaffDoneBanner, type Notice } from './done-banner';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: AgendaView;
  notice: Notice | null;
  me: { firstName: string; lastName: string };
  fault: AgendaFault | null;
}

/** The agenda of one meeting on a page of its own: to work through, or to print with room for notes. */
export function AgendaPage({ language, view, notice, me, fault }: Props) {
  const { id, customer, adviser, startsAt, purpose, bring, zone, now, agenda } = view;
  const wording = wordingFor(language, { zone, now });
  const words = agendaWords.in(language);
  const appointment = `/staff/appointments/${id}`;
  const rest = { agenda, zone, now, fault, wording, appointmentId: id, back: `${appointment}/agenda` };
  const error = fault && {
    text: words.errors[fault.fault],
    href: fault.step === null ? '#reviewOn' : `#${fault.field}-${fault.step}`,
  };
  return (
    <div className="wm-staff wm-staff--question wm-agenda">
      <StaffBar me={me} language={language} />
      <BackLink href={appointment}>{words.backToAppointment}</BackLink>
      {error && <ErrorSummary title={frameWords.in(language).problem} errors={[error]} />}
      {notice && !error && <StaffDoneBanner notice={notice} wording={wording} back={rest.back} />}
      <h1 className="govuk-heading-l">{words.pageTitle(wording.name(customer))}</h1>
      <p className="govuk-body">
        {words.when(formatDate(startsAt, zone, language), wording.time(startsAt), wording.name(adviser))}
      </p>
      {purpose !== '' && <p className="govuk-body">{words.purpose(purpose)}</p>}
      {bring !== '' && <p className="govuk-body">{words.bring(bring)}</p>}
      <h2 className="govuk-heading-m">{words.title}</h2>
      <AgendaSteps {...rest} />
      <AgreeAgain {...rest} />
    </div>
  );
}

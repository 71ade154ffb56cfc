import { SummaryList, type SummaryRow } from '~/components/design-system/summary-list';
import { Details } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { appointmentWords } from '~/i18n/pages/appointment';
import { capitalised, dateAndTimes, type ShownAppointment } from './shown-appointment';

interface Props {
  appointment: ShownAppointment;
  language: Language;
  /** What it is for and what to bring; left out where they must not be read. */
  purpose?: string;
  bring?: string;
}

/** What it is for, when, where, what to bring. */
export function AppointmentFacts({ appointment, language, purpose, bring }: Props) {
  const words = appointmentWords.in(language);
  const rows: SummaryRow[] = [{ key: words.when, value: dateAndTimes(appointment, language) }];
  const where = placeOf(appointment, words);
  if (where) rows.push({ key: words.where, value: where });
  if (purpose) rows.push({ key: words.purpose, value: capitalised(purpose) });
  if (bring) rows.push({ key: words.bring, value: capitalised(bring) });
  return <SummaryList rows={rows} classes="wm-facts" />;
}

function placeOf({ mode, place }: ShownAppointment, words: ReturnType<typeof appointmentWords.in>): string | null {
  if (mode === 'phone') return words.byPhone;
  if (mode === 'video') return words.byVideo;
  return mode === 'home' ? words.atHome : place;
}

/** How to get there and in, for those who want to know, and the appointment as a calendar file. */
export function GettingThere({ appointment, language, base }: Omit<Props, 'purpose' | 'bring'> & { base: string }) {
  const words = appointmentWords.in(language);
  const { gettingThere, stepFree } = appointment;
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href={`${base}/appointment.ics`}>
          {words.calendar}
        </a>
      </p>
      {(gettingThere || stepFree) && (
        <Details summary={words.gettingThere}>
          {gettingThere && <p className="govuk-body">{gettingThere}</p>}
          {stepFree && (
            <p className="govuk-body">
              <strong>{words.stepFree}.</strong> {stepFree}
            </p>
          )}
        </Details>
      )}
    </>
  );
}

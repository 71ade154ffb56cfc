import { capitalised } from '~/components/appointment/shown-appointment';
import { SummaryList, type SummaryRow } from '~/components/design-system/summary-list';
import { InsetText } from '~/components/design-system/text-blocks';
import { formatDate } from '~/i18n/format';
import type { StaffAppointment } from '~/services/view-staff-appointment.server';
import { LevelTag } from './level-tag';
import { RecordLink } from './record-link';
import type { Wording } from './wording';

/** Who, when, where and what for. */
export function AppointmentFacts({ appointment, wording }: { appointment: StaffAppointment; wording: Wording }) {
  const { words, name, time, language } = wording;
  const labels = words.appointment;
  const { customer, adviser, office, startsAt, endsAt, purpose, bring, mode, cannotComeReason } = appointment;
  const date = capitalised(formatDate(startsAt, office.zone, language));
  const place = [office.name, office.address].filter(Boolean).join(', ');
  const rows: (SummaryRow | null)[] = [
    {
      key: labels.who,
      // The record of somebody who has moved to another office is that office's.
      value: appointment.mayCare ? <RecordLink customer={customer} wording={wording} /> : name(customer),
    },
    { key: labels.when, value: words.at(date, words.times(time(startsAt), time(endsAt))) },
    { key: labels.where, value: mode === 'in_person' ? place : words.modes[mode] },
    { key: labels.adviser, value: name(adviser) },
    purpose ? { key: labels.purpose, value: purpose } : null,
    bring ? { key: labels.bring, value: bring } : null,
    appointment.state === 'cannot_come' && cannotComeReason
      ? { key: words.states.cannot_come, value: words.cannotCome[cannotComeReason] }
      : null,
    appointment.wouldComeSoonerSince === null
      ? null
      : { key: labels.soonerThemselves, value: labels.soonerSince(wording.when(appointment.wouldComeSoonerSince)) },
    { key: labels.language, value: labels.languages[customer.language] },
    { key: labels.link, value: words.links[appointment.link] },
    { key: labels.reference, value: appointment.ref },
  ];
  return (
    <>
      {customer.discreet && <InsetText>{labels.discreet}</InsetText>}
      {customer.level !== null && customer.level !== 'self_service' && (
        <p className="govuk-body">
          <LevelTag level={customer.level} language={language} />
        </p>
      )}
      <SummaryList rows={rows.filter((row) => row !== null)} />
    </>
  );
}

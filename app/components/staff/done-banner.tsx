import { NotificationBanner } from '~/components/design-system/notification-banner';
import { REFUSALS_OF_STAFF, type StaffNotice } from '~/domain/staff-notice';
import { frameWords } from '~/i18n/pages/frame';
import { BookedLink } from './booked-link';
import { CareForm } from './care-form';
import { FoldedReason } from './missed-reason';
import { OptOutForm } from './opt-out-form';
import { UndoForm } from './undo-form';
import type { Wording } from './wording';

export interface Notice {
  done: StaffNotice;
  /** The appointment, call, customer or number it is about. */
  about: string | null;
  /** The event that takes it back. */
  undo: string | null;
}

interface Props {
  notice: Notice;
  wording: Wording;
  back: string;
}

/** What has just been done, or could not be, and the way to take it back. */
export function StaffDoneBanner({ notice, wording, back }: Props) {
  const { words, language } = wording;
  const refused = REFUSALS_OF_STAFF.includes(notice.done);
  return (
    <NotificationBanner
      type={refused ? undefined : 'success'}
      role={refused ? 'alert' : undefined}
      title={refused ? words.important : frameWords.in(language).done}
    >
      <p className="govuk-notification-banner__heading">{words.notices[notice.done]}</p>
      {(notice.done === 'failed_to_attend' || notice.done === 'excused') && notice.about !== null && (
        <FoldedReason appointmentId={notice.about} back={back} reason={null} wording={wording} />
      )}
      <Undo notice={notice} wording={wording} back={back} />
    </NotificationBanner>
  );
}

/** What takes each of these back. */
const OPPOSITE: Partial<Record<StaffNotice, { care: 'no-messages' | 'discreet'; on: boolean }>> = {
  no_messages_on: { care: 'no-messages', on: false },
  no_messages_off: { care: 'no-messages', on: true },
  discreet_on: { care: 'discreet', on: false },
  discreet_off: { care: 'discreet', on: true },
};

/** The address that takes each of these back; each knows what it is about. */
const REOPENED_BY: Partial<Record<StaffNotice, (id: string) => string>> = {
  journal_done: (id) => `/staff/journal/${id}/done-undo`,
  exception_ended: (id) => `/staff/diary/exceptions/${id}/end-undo`,
  offer_stopped: (id) => `/staff/earlier/${id}/offering`,
  offer_made: (id) => `/staff/earlier/${id}/stop`,
  contact_recorded: (id) => `/staff/contact-records/${id}/withdrawal`,
  contact_withdrawn: (id) => `/staff/contact-records/${id}/restoration`,
  step_done: (id) => `/staff/step-reviews/${id}/undo`,
  step_going_on: (id) => `/staff/step-reviews/${id}/undo`,
  step_help: (id) => `/staff/step-reviews/${id}/undo`,
  step_cannot: (id) => `/staff/step-reviews/${id}/undo`,
  step_date: (id) => `/staff/step-reviews/${id}/undo`,
  step_end: (id) => `/staff/step-reviews/${id}/undo`,
  follow_up_done: (id) => `/staff/follow-ups/${id}/done-undo`,
  other_way_settled: (id) => `/staff/other-ways/${id}/settlement-undo`,
  cover_ended: (id) => `/staff/cover/${id}/end-undo`,
  booked: (id) => `/staff/bookings/${id}/undo`,
  booked_two: (id) => `/staff/bookings/${id}/undo`,
  booked_series: (id) => `/staff/bookings/${id}/undo`,
  booked_series_part: (id) => `/staff/bookings/${id}/undo`,
  walk_in: (id) => `/staff/bookings/${id}/undo`,
  series_cancelled: (id) => `/staff/series/${id}/restoration`,
};

function Undo({ notice: { done, about, undo }, wording, back }: Props) {
  if (about === null) return null;
  if (done === 'voice_allowed' || done === 'voice_refused') {
    const on = done === 'voice_allowed';
    return <OptOutForm contactPointId={about} channel="voice" on={on} back={back} label={wording.words.undo} />;
  }
  const reopen = REOPENED_BY[done];
  if (reopen) {
    return (
      <>
        {(done === 'booked' || done === 'booked_two') && <BookedLink appointmentId={about} wording={wording} />}
        <UndoForm action={reopen(about)} back={back} words={wording.words} />
      </>
    );
  }
  if (undo === null && !(done in OPPOSITE)) return null;
  if (done === 'hours_saved' || done === 'hours_put_back') {
    const action = `/staff/diary/hours/${about}/undo`;
    return <UndoForm action={action} event={undo ?? ''} back={back} words={wording.words} />;
  }
  if (done === 'call_closed' || done === 'call_kept') {
    return (
      <UndoForm action={`/staff/calls/${about}/outcome-undo`} event={undo ?? ''} back={back} words={wording.words} />
    );
  }
  if (done === 'appointment_cancelled' && undo !== null) {
    return (
      <UndoForm action={`/staff/appointments/${about}/cancel-undo`} event={undo} back={back} words={wording.words} />
    );
  }
  const opposite = OPPOSITE[done];
  if (opposite) return <CareForm customerId={about} {...opposite} back={back} label={wording.words.undo} />;
  if (undo === null) return null;
  return (
    <UndoForm action={`/staff/appointments/${about}/outcome-undo`} event={undo} back={back} words={wording.words} />
  );
}

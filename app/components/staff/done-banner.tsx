import { NotificationBanner } from '~/components/design-system/notification-banner';
import { REFUSALS_OF_STAFF, type StaffNotice } from '~/domain/staff-notice';
import { frameWords } from '~/i18n/pages/frame';
import { UndoForm } from './undo-form';
import type { Wording } from './wording';

export interface Notice {
  done: StaffNotice;
  /** The appointment or call it is about. */
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
      <Undo notice={notice} wording={wording} back={back} />
    </NotificationBanner>
  );
}

function Undo({ notice: { done, about, undo }, wording, back }: Props) {
  if (about === null) return null;
  if (done === 'call_closed') {
    return <UndoForm action={`/staff/calls/${about}/outcome-undo`} back={back} words={wording.words} />;
  }
  if (undo === null) return null;
  return (
    <UndoForm action={`/staff/appointments/${about}/outcome-undo`} event={undo} back={back} words={wording.words} />
  );
}

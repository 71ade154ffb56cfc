import { NotificationBanner } from '~/components/design-system/notification-banner';
import { DESK_REFUSALS, type DeskNotice } from '~/domain/assisted/visit-notice';
import type { Language } from '~/domain/language';
import { deskWords } from '~/i18n/pages/desk';
import { frameWords } from '~/i18n/pages/frame';

interface Props {
  notice: DeskNotice;
  /** The visit that it is about; null: it cannot be taken back from here. */
  about: string | null;
  language: Language;
}

/** What was just done at the desk, or could not be, and the way to take it back. */
export function DeskBanner({ notice, about, language }: Props) {
  const words = deskWords.in(language);
  const refused = DESK_REFUSALS.includes(notice);
  return (
    <NotificationBanner
      type={refused ? undefined : 'success'}
      role={refused ? 'alert' : undefined}
      title={refused ? words.important : frameWords.in(language).done}
    >
      <p className="govuk-notification-banner__heading">{words.notices[notice]}</p>
      {notice === 'finished' && about !== null && (
        <form method="post" action={`/staff/desk/${about}/end-undo`} className="wm-buttons">
          <button className="wm-tap" type="submit">
            {words.undo}
          </button>
        </form>
      )}
    </NotificationBanner>
  );
}

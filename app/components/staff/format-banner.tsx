import { NotificationBanner } from '~/components/design-system/notification-banner';
import type { FormatNotice } from '~/domain/assisted/format-notice';
import { isRefusedNotice } from '~/domain/assisted/format-notice';
import { formatWords } from '~/i18n/pages/formats';
import { frameWords } from '~/i18n/pages/frame';
import type { Wording } from './wording';

/** What was just done with a request or a letter, and the way to take it back. */
export function FormatBanner(props: { notice: FormatNotice; back: 'list' | 'customer'; wording: Wording }) {
  const { notice, back, wording } = props;
  const words = formatWords.in(wording.language);
  const refused = isRefusedNotice(notice.done);
  return (
    <NotificationBanner
      type={refused ? undefined : 'success'}
      role="alert"
      title={refused ? wording.words.important : frameWords.in(wording.language).done}
    >
      <p className="govuk-notification-banner__heading">{words.notices[notice.done]}</p>
      {notice.about !== null && notice.was !== null && (
        <form method="post" action={`/staff/formats/${notice.about}/undo`} className="wm-buttons">
          <input type="hidden" name="back" value={back} />
          <input type="hidden" name="was" value={notice.was} />
          <button className="wm-tap" type="submit">
            {words.undo}
          </button>
        </form>
      )}
    </NotificationBanner>
  );
}

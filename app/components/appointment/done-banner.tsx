import { NotificationBanner } from '~/components/design-system/notification-banner';
import type { Language } from '~/domain/language';
import { appointmentWords } from '~/i18n/pages/appointment';
import { frameWords } from '~/i18n/pages/frame';

/** What has just been done about an appointment. */
export function DoneBanner({
  done,
  adviser,
  language,
}: {
  done: 'moved' | 'call';
  adviser: string;
  language: Language;
}) {
  const words = appointmentWords.in(language);
  return (
    <NotificationBanner type="success" title={frameWords.in(language).done}>
      {done === 'moved' ? words.moved : words.callComing(adviser)}
    </NotificationBanner>
  );
}
